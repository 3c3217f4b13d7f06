"""I have an appointment: check in, change, cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.my_appointment.journey import (
        my_appointment,  # slow to import, and no part of the first picture
    )

    return my_appointment(snapshot)


MY_APPOINTMENT = JourneyDefinition(
    id="my-appointment",
    title=message("mine-title"),
    sublabel=message("mine-sublabel"),
    icon="calendar-check",
    begin=_begin,
    folder=Path(__file__).parent,
)
