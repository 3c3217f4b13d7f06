"""Book an appointment: what for, where, when, who; then it is in the town's calendar."""

from pathlib import Path

from terminal.journeys.book_appointment.journey import book_appointment
from terminal.journeys.definition import JourneyDefinition
from terminal.wording import message

BOOK_APPOINTMENT = JourneyDefinition(
    id="book-appointment",
    title=message("book-title"),
    sublabel=message("book-sublabel"),
    icon="calendar-plus",
    begin=book_appointment,
    folder=Path(__file__).parent,
)
