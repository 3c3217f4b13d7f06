"""An appointment on the screen: its number, when, what for, where, and the code that changes it."""

from terminal.central.appointments.model import Appointment
from terminal.journeys.appointments.booking import when_words
from terminal.journeys.appointments.offered import need_words, office_of, room_of
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Done, Live, QrCode
from terminal.wording import Text, Words, message


def booked(
    snapshot: Snapshot,
    appointment: Appointment,
    title: Text,
    told: tuple[Text, ...] = (),
    more: Live[tuple[Block, ...]] = (),
) -> Done:
    """Everything that one has to know, and the code to take along.

    `told` says what became of slip and mail, `more` is what stands on the slip only.
    """
    return Done(
        key="done",
        title=title,
        figure_label=message("appointment-number-label"),
        figure=message("appointment-number", number=appointment.number),
        lines=(
            when_words(appointment.slot),
            need_words(snapshot, appointment.need),
            place_words(snapshot, appointment),
            *told,
        ),
        qr=_code(appointment),
        more=more,
        help=message("appointment-help-done"),
    )


def place_words(snapshot: Snapshot, appointment: Appointment) -> Text:
    """ "Bürgerbüro, Erdgeschoss, Raum 0.02", as far as the town says."""
    office = office_of(snapshot, appointment.slot.office)
    if office is None:
        return Words.of(snapshot.reception)
    name, room = Words.of(office.name), room_of(snapshot, office, appointment.counter)
    if room and office.floor:
        return message("appointment-where-floor", office=name, floor=Words.of(office.floor), room=Words.of(room))
    return message("appointment-where", office=name, room=Words.of(room)) if room else name


def _code(appointment: Appointment) -> QrCode | None:
    if not appointment.code:
        return None
    return QrCode(appointment.code, message("appointment-code"), message("qr-title"))
