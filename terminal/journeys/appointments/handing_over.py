"""What the citizen takes along from a booking: the slip, the mail, and the result on the screen that says what became of both."""

from collections.abc import Generator
from typing import Any

from terminal.central.appointments.model import Appointment
from terminal.journeys.appointments.booking import Booked
from terminal.journeys.appointments.keepsake import Keepsake
from terminal.journeys.appointments.letter import News, Occasion
from terminal.journeys.appointments.mailing import mailed
from terminal.journeys.appointments.printing import printed
from terminal.journeys.appointments.result import booked
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Live, Step
from terminal.wording import Text


def handed_over(
    snapshot: Snapshot, new: Booked, title: Text, before: Appointment | None = None
) -> Generator[Step[Any], Any, None]:
    """Print where there is a printer, write where there is an address; then the result. `before` is what `new` replaces."""
    told: tuple[Text, ...] = ()
    more: Live[tuple[Block, ...]] = Keepsake(snapshot, new.appointment)
    if snapshot.printer:
        slip = yield from printed(snapshot, new.appointment, title)
        told, more = (slip.told,), () if slip.on_paper else more
    if snapshot.mail and new.email:
        news = News(Occasion.CHANGED if before else Occasion.BOOKED, new.appointment, before)
        told = (*told, (yield from mailed(snapshot, news, new.email, title)))
    yield from booked(snapshot, new.appointment, title, told, more)
