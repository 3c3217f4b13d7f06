"""What the citizen takes along from a booking: the slip, the mail, and the result on the screen that says what became of both."""

from collections.abc import Generator
from typing import Any

from terminal.central.appointments.model import Appointment
from terminal.journeys.appointments.booking import Booked
from terminal.journeys.appointments.letter import News, Occasion
from terminal.journeys.appointments.mailing import mailed
from terminal.journeys.appointments.printing import printed
from terminal.journeys.appointments.result import booked
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Step
from terminal.wording import Text


def handed_over(
    snapshot: Snapshot, new: Booked, title: Text, before: Appointment | None = None
) -> Generator[Step[Any], Any, None]:
    """Print where there is a printer, write where there is an address; then the result. `before` is what `new` replaces."""
    told: tuple[Text, ...] = ()
    if snapshot.printer:
        told = ((yield from printed(snapshot, new.appointment, title)),)
    if snapshot.mail and new.email:
        news = News(Occasion.CHANGED if before else Occasion.BOOKED, new.appointment, before)
        told = (*told, (yield from mailed(snapshot, news, new.email, title)))
    yield from booked(snapshot, new.appointment, title, told)
