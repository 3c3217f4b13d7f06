"""Find the right service in one's own words: what to bring, what it costs, who is responsible, and on from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.find_service.journey import find_service  # slow to import, and no part of the first picture

    return find_service(snapshot)


FIND_SERVICE = JourneyDefinition(
    id="find-service",
    title=message("service-title"),
    sublabel=message("service-sublabel"),
    icon="search",
    begin=_begin,
    folder=Path(__file__).parent,
)
