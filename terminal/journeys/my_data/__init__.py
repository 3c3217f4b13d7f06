"""My data: see what one's own card says, print it, and have it forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.my_data.journey import my_data  # slow to import, and no part of the first picture

    return my_data(snapshot)


MY_DATA = JourneyDefinition(
    id="my-data",
    title=message("my-data-title"),
    sublabel=message("my-data-sublabel"),
    icon="id",
    begin=_begin,
    folder=Path(__file__).parent,
)
