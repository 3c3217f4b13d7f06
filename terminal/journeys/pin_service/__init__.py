"""The PIN of one's identity card: set, change, unblock, see what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.pin_service.journey import pin_service  # slow to import, and no part of the first picture

    return pin_service(snapshot)


PIN_SERVICE = JourneyDefinition(
    id="pin-service",
    title=message("pin-title"),
    sublabel=message("pin-sublabel"),
    icon="id",
    begin=_begin,
    folder=Path(__file__).parent,
)
