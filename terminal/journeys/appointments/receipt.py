"""The slip of an appointment: what, when, where, number, what to bring, how to change it; its code, and one for the calendar."""

from collections.abc import Callable, Iterator
from datetime import datetime

from terminal.central.appointments.model import Appointment
from terminal.journeys.appointments.booking import when_words
from terminal.journeys.appointments.calendar_entry import calendar_entry
from terminal.journeys.appointments.offered import need_words, office_of, what_to_bring
from terminal.journeys.appointments.result import place_words
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.slip import MOST_CODE_BYTES, Code, Direction, Figure, Line, Part, Rule, Slip, Title
from terminal.texts import Rendered
from terminal.wording import Text, Words, message

Say = Callable[[Text], Rendered]


def receipt(snapshot: Snapshot, appointment: Appointment, printed: datetime, say: Say, direction: Direction) -> Slip:
    """The slip in the language of `say`. It names nobody: a slip may be left lying. `printed` is the moment, for the calendar entry."""
    return Slip(tuple(_parts(snapshot, appointment, printed, lambda text: say(text).text)), direction)


def _parts(
    snapshot: Snapshot, appointment: Appointment, printed: datetime, read: Callable[[Text], str]
) -> Iterator[Part]:
    yield Title(read(message("appointment")))
    yield Line(read(Words.of(snapshot.town)), centred=True)
    number = read(message("appointment-number", number=appointment.number))
    yield Figure(read(message("appointment-number-name")), number, large=True)
    yield Line(read(when_words(appointment.slot)), bold=True)
    yield Line(read(need_words(snapshot, appointment.need)))
    yield Figure(read(message("appointment-place")), read(place_words(snapshot, appointment)))
    office = office_of(snapshot, appointment.slot.office)
    if office:
        yield Line(f"{office.address.street}, {office.address.postcode} {office.address.place}")
    bring = what_to_bring(snapshot, appointment.need)
    if bring:
        yield Rule()
        yield Figure(read(message("appointment-bring-label")), read(bring))
    if appointment.code:
        yield Rule()
        yield Code(appointment.code, read(message("appointment-slip-code")))
    entry = calendar_entry(snapshot, appointment, printed)
    if len(entry.encode()) <= MOST_CODE_BYTES:  # an office whose name fills a page has none
        yield Code(entry, read(message("appointment-slip-calendar")))
