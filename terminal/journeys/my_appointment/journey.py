"""Find the appointment by its number or code, then check in, change or cancel it."""

from collections.abc import Generator
from typing import Any

from terminal.central.appointments.effects import BookUnreachable, Cancel, CheckIn, Find, ReaderOf
from terminal.central.appointments.model import Appointment, State
from terminal.central.appointments.refusals import AlreadyCancelled
from terminal.journeys.appointments.booking import Plan, booking, when_words
from terminal.journeys.appointments.handing_over import handed_over
from terminal.journeys.appointments.letter import News, Occasion
from terminal.journeys.appointments.mailing import mailed
from terminal.journeys.appointments.offered import concern_of, need_words, office_of
from terminal.journeys.appointments.result import place_words
from terminal.journeys.appointments.ways_out import uncertain, unreachable
from terminal.journeys.my_appointment.refused import TRY_AGAIN, NeedsCode, NotOffered, here, refused
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Ask, Choose, Done, InputKind, Journey, Option, Review, ReviewRow, Step, Unknown, Work
from terminal.values import valueclass
from terminal.wording import Text, message

LONGEST_CODE = 200

_CHECK_IN = "check-in"
_CHANGE = "change"
_CANCEL = "cancel"


@valueclass(frozen=True)
class _Mine:
    """The appointment, and what was typed or scanned for it."""

    appointment: Appointment
    presented: str


def my_appointment(snapshot: Snapshot) -> Journey:
    """What cannot be done now is told on a screen of its own, with what to do instead."""
    mine: _Mine | None = yield from _find(snapshot)
    if mine is None:
        return
    if mine.appointment.state is State.CANCELLED:
        yield from refused(AlreadyCancelled(), snapshot, "cancelled")
        return
    if mine.appointment.state is State.CHECKED_IN:
        yield from here(snapshot, mine.appointment, message("mine-already-here"))
        return
    what = yield from _what(snapshot, mine)
    if what == _CHECK_IN:
        yield from _check_in(snapshot, mine)
    elif not mine.appointment.code:
        yield from refused(NeedsCode(), snapshot, "needs-code")
    elif what == _CHANGE:
        yield from _change(snapshot, mine.appointment)
    else:
        yield from _cancel(snapshot, mine.appointment)


def _find(snapshot: Snapshot) -> Generator[Step[Any], Any, _Mine | None]:
    number, presented = 1, ""
    while True:
        presented = presented or (yield from _number(snapshot, f"number:{number}"))
        found = yield from Work(
            key=f"find:{number}",
            title=message("mine-finding"),
            doing=message("mine-finding-doing"),
            effect=Find(presented),
        )
        if isinstance(found, Appointment):
            return _Mine(found, presented)
        if isinstance(found, Unknown | BookUnreachable):
            again = yield from unreachable(snapshot, None, f"down:{number}", message("mine-down-meaning"))
        else:
            again = (yield from refused(found, snapshot, f"unknown:{number}")) == TRY_AGAIN
            presented = ""
        if not again:
            return None
        number = number + 1


def _number(snapshot: Snapshot, key: str) -> Ask:
    return Ask(
        key=key,
        title=message("mine-number"),
        hint=message("mine-number-or-scan") if snapshot.scanner else message("mine-number-where"),
        label=message("appointment-number-name"),
        input=InputKind.CODE,
        longest=LONGEST_CODE,
        help=message("mine-help-number"),
    )


def _what(snapshot: Snapshot, mine: _Mine) -> Choose:
    no_code = None if mine.appointment.code else message("mine-needs-code")
    return Choose(
        key="what",
        title=message("mine-what"),
        hint=when_words(mine.appointment.slot),
        options=(
            Option(
                value=_CHECK_IN, label=message("mine-check-in"), sublabel=message("mine-check-in-sub"), icon="map-pin"
            ),
            Option(value=_CHANGE, label=message("mine-change"), icon="calendar-plus", unavailable=no_code),
            Option(value=_CANCEL, label=message("mine-cancel"), icon="calendar-off", unavailable=no_code),
        ),
        help=message("mine-help-what"),
    )


def _check_in(snapshot: Snapshot, mine: _Mine) -> Journey:
    answer = yield from Work(
        key="check-in",
        title=message("mine-checking-in"),
        doing=message("mine-checking-in-doing"),
        effect=CheckIn(mine.presented),
    )
    if isinstance(answer, Appointment):
        yield from here(snapshot, answer, message("mine-here"))
    elif isinstance(answer, Unknown):
        yield from uncertain(answer.code, "unknown")
    else:
        yield from refused(answer, snapshot, "not-checked-in")


def _change(snapshot: Snapshot, appointment: Appointment) -> Journey:
    office = office_of(snapshot, appointment.slot.office)
    offered = all(concern_of(snapshot, wish.concern) for wish in appointment.need.wishes)
    if office is None or not offered:
        yield from refused(NotOffered(), snapshot, "not-offered")
        return
    before = when_words(appointment.slot)
    plan = Plan(appointment.need, office, replaces=appointment.code, before=before)
    changed = yield from booking(snapshot, plan)
    if changed:
        yield from handed_over(snapshot, changed, message("mine-changed"), appointment)


def _cancel(snapshot: Snapshot, appointment: Appointment) -> Journey:
    yield from Review(
        key="really",
        title=message("mine-really"),
        hint=message("mine-nothing-cancelled"),
        rows=(
            ReviewRow(label=message("appointment-concern"), value=need_words(snapshot, appointment.need)),
            ReviewRow(label=message("appointment"), value=when_words(appointment.slot)),
            ReviewRow(label=message("appointment-place"), value=place_words(snapshot, appointment)),
        ),
        commit=message("mine-cancel-commit"),
        help=message("mine-help-cancel"),
    )
    email = (yield from _reader(appointment)) if snapshot.mail else ""
    answer = yield from Work(
        key="cancel",
        title=message("mine-cancelling"),
        doing=message("mine-cancelling-doing"),
        effect=Cancel(appointment.code),
    )
    if isinstance(answer, Appointment):
        yield from _cancelled(snapshot, appointment, email)
    elif isinstance(answer, Unknown):
        yield from uncertain(answer.code, "unknown")
    else:
        yield from refused(answer, snapshot, "not-cancelled")


def _reader(appointment: Appointment) -> Generator[Step[Any], Any, str]:
    """Asked before it is cancelled: afterwards nobody knows any more."""
    email = yield from Work(
        key="reader",
        title=message("mine-cancelling"),
        doing=message("mine-cancelling-doing"),
        effect=ReaderOf(appointment.code),
    )
    return "" if isinstance(email, Unknown) else email


def _cancelled(snapshot: Snapshot, appointment: Appointment, email: str) -> Journey:
    title = message("mine-cancelled")
    told: tuple[Text, ...] = ()
    if email:
        news = News(Occasion.CANCELLED, appointment)
        told = ((yield from mailed(snapshot, news, email, title)),)
    lines = (when_words(appointment.slot), message("mine-cancelled-free"), *told)
    yield from Done(key="cancelled", title=title, lines=lines)
