"""Book an appointment: what for, where, when, who; then it is in the town's calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot
    from terminal.steps import Journey


def _begin(snapshot: Snapshot) -> Journey:
    from terminal.journeys.book_appointment.journey import (
        book_appointment,  # slow to import, and no part of the first picture
    )

    return book_appointment(snapshot)


BOOK_APPOINTMENT = JourneyDefinition(
    id="book-appointment",
    title=message("book-title"),
    sublabel=message("book-sublabel"),
    icon="calendar-plus",
    begin=_begin,
    folder=Path(__file__).parent,
)
