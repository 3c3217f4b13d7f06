"""Privacy notice, imprint and accessibility statement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.legal.journey import legal  # slow to import, and no part of the first picture

    return legal(snapshot)


LEGAL = JourneyDefinition(
    id="legal",
    title=message("start-legal"),
    icon="shield-lock",
    begin=_begin,
    folder=Path(__file__).parent,
    aside=True,
)
