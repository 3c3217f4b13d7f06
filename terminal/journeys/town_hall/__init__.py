"""Town hall information: who does what, where, and when it is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.town_hall.journey import town_hall  # slow to import, and no part of the first picture

    return town_hall(snapshot)


TOWN_HALL = JourneyDefinition(
    id="town-hall",
    title=message("town-hall-title"),
    sublabel=message("town-hall-sublabel"),
    icon="building-community",
    begin=_begin,
    folder=Path(__file__).parent,
)
