"""Help at the desk / 115: talk to a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.desk_and_115.journey import desk_and_115  # slow to import, and no part of the first picture

    return desk_and_115(snapshot)


HELP_DESK = JourneyDefinition(
    id="help-desk",
    title=message("help-desk-title"),
    sublabel=message("help-desk-sublabel"),
    icon="users",
    begin=_begin,
    folder=Path(__file__).parent,
)
