"""I have an appointment: check in, change, cancel."""

from pathlib import Path

from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.my_appointment.journey import my_appointment
from terminal.wording import message

MY_APPOINTMENT = JourneyDefinition(
    id="my-appointment",
    title=message("mine-title"),
    sublabel=message("mine-sublabel"),
    icon="calendar-check",
    begin=my_appointment,
    folder=Path(__file__).parent,
)
