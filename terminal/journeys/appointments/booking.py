"""From a need to an appointment: choose a time, hold it, say who comes, check, confirm."""

from collections.abc import Generator
from dataclasses import field
from datetime import date
from typing import Any

from terminal.attributes import Attribute
from terminal.central.appointments.effects import BookUnreachable, Confirm, Free, LookFor, TakeHold
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Slot
from terminal.central.appointments.refusals import HoldExpired, SlotTaken, TooManyBookings
from terminal.central.offices import Office, in_town
from terminal.journeys.appointments.free_times import FreeTimes
from terminal.journeys.appointments.offered import need_words, short_words, what_to_bring
from terminal.journeys.appointments.ways_out import uncertain, unreachable, ways_out
from terminal.journeys.identification.identified import identified
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Ask, Choose, InputKind, Option, PickSlot, Review, ReviewRow, Step, Unknown, Work
from terminal.values import valueclass
from terminal.wording import Text, Words, message

LONGEST_NAME = 80
LONGEST_EMAIL = 254
LONGEST_PHONE = 20

_NAME = (Attribute.FAMILY_NAMES, Attribute.GIVEN_NAMES)

_Asking = Generator[Step[Any], Any, Any]


@valueclass(frozen=True)
class Plan:
    """What is to be booked where. `replaces` is the code of the appointment that it takes the place of, `before` its start."""

    need: Need
    office: Office
    first_key: str = "concern:1"
    replaces: str = ""
    before: Text | None = None


@valueclass(frozen=True)
class _Round:
    """One try at finding a time; each has steps of its own. `note` says why it is not the first, `day` where it was."""

    number: int = 1
    note: Text | None = None
    day: date | None = None

    def again(self, note: Text | None = None, day: date | None = None) -> "_Round":
        """The next one."""
        return _Round(self.number + 1, note, day)


@valueclass(frozen=True)
class _Won:
    """A held slot, and the round in which it was."""

    hold: Hold
    round: _Round


@valueclass(frozen=True)
class Booked:
    """An appointment, and the e-mail address that was given for it, "" if none."""

    appointment: Appointment
    email: str = field(default="", repr=False)


def booking(snapshot: Snapshot, plan: Plan) -> Generator[Step[Any], Any, Booked | None]:
    """Everything up to the appointment; None when the citizen has left for another way, or nobody knows."""
    round_, contact = _Round(), None
    while True:
        won: _Won | None = yield from _hold(snapshot, plan, round_)
        if won is None:
            return None
        contact = contact or (yield from _contact(snapshot))
        number = won.round.number
        yield from _review(snapshot, plan, won, contact)
        answer = yield from Work(
            key=f"confirm:{number}",
            title=message("appointment-confirming"),
            doing=message("appointment-confirming-doing"),
            effect=Confirm(won.hold, contact, plan.replaces),
        )
        if isinstance(answer, Appointment):
            return Booked(answer, contact.email)
        if isinstance(answer, Unknown):
            yield from uncertain(answer.code, f"unknown:{number}")
            return None
        if not isinstance(answer, HoldExpired | SlotTaken):
            yield from _not_replaced(snapshot, plan, number)
            return None
        expired = isinstance(answer, HoldExpired)
        note = message("appointment-hold-expired") if expired else message("slot-lost")
        round_ = won.round.again(note, in_town(won.hold.slot.start).date())


def when_words(slot: Slot) -> Text:
    """ "Donnerstag, 3. Dezember, 10:20 Uhr"."""
    there = in_town(slot.start)
    return message("slot-time-of-day", day=there.date(), time=there.time())


def _hold(snapshot: Snapshot, plan: Plan, round_: _Round) -> Generator[Step[Any], Any, _Won | None]:
    window = snapshot.appointments.window_days
    times = FreeTimes(plan.need, plan.office, snapshot.calendar, window)
    while True:
        number = round_.number
        free = yield from Work(
            key=f"look:{number}",
            title=message("appointment-looking"),
            doing=message("appointment-looking-doing"),
            effect=LookFor(plan.need, plan.office.id, window),
        )
        if isinstance(free, Unknown | BookUnreachable):
            if not (yield from _down(snapshot, plan, number)):
                return None
            round_ = round_.again(round_.note, round_.day)
        elif not free.slots:
            if not (yield from _nothing_free(snapshot, plan, number)):
                return None
            round_ = round_.again()
        else:
            held = yield from _take(snapshot, plan, times, free, round_)
            if isinstance(held, Hold):
                return _Won(held, round_)
            if isinstance(held, TooManyBookings):
                if not (yield from _too_many(snapshot, plan, number)):
                    return None
                round_ = round_.again()
                continue
            if isinstance(held, Unknown):
                if not (yield from _down(snapshot, plan, number)):
                    return None
                round_ = round_.again()
            else:
                round_ = round_.again(message("slot-lost"), held)


def _take(
    snapshot: Snapshot, plan: Plan, times: FreeTimes, free: Free, round_: _Round
) -> Generator[Step[Any], Any, Hold | Unknown | TooManyBookings | date]:
    """The hold, or the day on which somebody else was faster."""
    start = yield from PickSlot(
        key=f"slot:{round_.number}",
        title=message("appointment-when"),
        hint=message("appointment-what-where", what=short_words(snapshot, plan.need), where=Words.of(plan.office.name)),
        board=times,
        opening=times.board(free, round_.day),
        day=round_.day,
        note=round_.note,
        help=message("appointment-help-when"),
    )
    held = yield from Work(
        key=f"hold:{round_.number}",
        title=message("appointment-holding"),
        doing=message("appointment-holding-doing"),
        effect=TakeHold(plan.need, Slot(start, free.slots[0].minutes, plan.office.id)),
    )
    return in_town(start).date() if isinstance(held, SlotTaken) else held


def _down(snapshot: Snapshot, plan: Plan, number: int) -> Generator[Step[Any], Any, bool]:
    return (yield from unreachable(snapshot, plan.office, f"down:{number}", message("appointment-down-meaning")))


def _nothing_free(snapshot: Snapshot, plan: Plan, number: int) -> Generator[Step[Any], Any, bool]:
    title = message("appointment-nothing-free", days=snapshot.appointments.window_days)
    meaning = message("appointment-nothing-free-meaning")
    return (yield from ways_out(snapshot, plan.office, f"nothing:{number}", title, meaning, "calendar-off"))


def _too_many(snapshot: Snapshot, plan: Plan, number: int) -> Generator[Step[Any], Any, bool]:
    title, meaning = message("appointment-too-many"), message("appointment-too-many-meaning")
    return (yield from ways_out(snapshot, plan.office, f"too-many:{number}", title, meaning, "calendar-off"))


def _not_replaced(snapshot: Snapshot, plan: Plan, number: int) -> _Asking:
    """The old appointment is not there any more: it was cancelled, or the citizen has been checked in."""
    title, meaning = message("appointment-not-replaced"), message("appointment-not-replaced-meaning")
    yield from ways_out(snapshot, plan.office, f"not-replaced:{number}", title, meaning, "calendar-off")


def _name(snapshot: Snapshot) -> Generator[Step[Any], Any, str]:
    """Typed, or from the card where the town has an eID service and the citizen wants it so."""
    erased = message("appointment-erased", days=snapshot.appointments.erase_contacts_after_days)
    if snapshot.prefill:
        how = yield from Choose(
            key="fill",
            title=message("appointment-name"),
            hint=erased,
            options=(
                Option(value="type", label=message("appointment-type-name"), icon="file-text"),
                Option(value="card", label=message("appointment-read-name"), icon="id"),
            ),
            help=message("appointment-help-name"),
        )
        data = (yield from identified(snapshot, _NAME, ())) if how == "card" else None
        if data and data.name:
            return data.name[:LONGEST_NAME]
    name: str = yield from Ask(
        key="name",
        title=message("appointment-name"),
        hint=erased,
        label=message("appointment-name-label"),
        longest=LONGEST_NAME,
        help=message("appointment-help-name"),
    )
    return name


def _contact(snapshot: Snapshot) -> Generator[Step[Any], Any, Contact]:
    name = yield from _name(snapshot)
    email = yield from Ask(
        key="email",
        title=message("appointment-email"),
        hint=message("appointment-email-confirmed") if snapshot.mail else message("appointment-email-hint"),
        label=message("appointment-email-label"),
        input=InputKind.EMAIL,
        longest=LONGEST_EMAIL,
        skip=message("appointment-no-email"),
        help=message("appointment-help-email"),
    )
    phone = yield from Ask(
        key="phone",
        title=message("appointment-phone"),
        hint=message("appointment-phone-hint"),
        label=message("label-phone"),
        input=InputKind.DIGITS,
        longest=LONGEST_PHONE,
        skip=message("appointment-no-phone"),
        help=message("appointment-help-email"),
    )
    return Contact(name, email, phone)


def _review(snapshot: Snapshot, plan: Plan, won: _Won, contact: Contact) -> Review:
    bring = what_to_bring(snapshot, plan.need)
    kept = message("appointment-kept", minutes=snapshot.appointments.hold_minutes)
    return Review(
        key=f"review:{won.round.number}",
        title=message("review-title"),
        hint=message("sentences", first=message("appointment-nothing-booked"), second=kept),
        rows=_rows(snapshot, plan, won, contact),
        commit=message("appointment-change-commit") if plan.replaces else message("appointment-commit"),
        note=message("appointment-bring", things=bring) if bring else None,
        help=message("appointment-help-review"),
    )


def _rows(snapshot: Snapshot, plan: Plan, won: _Won, contact: Contact) -> tuple[ReviewRow, ...]:
    there = in_town(won.hold.slot.start)
    when = message("appointment-on", day=there.date(), time=there.time())
    what = need_words(snapshot, plan.need)
    email = Words.same(contact.email) if contact.email else message("appointment-none")
    phone = message("value-phone", number=contact.phone) if contact.phone else message("appointment-none")
    before = (ReviewRow(label=message("appointment-before"), value=plan.before),) if plan.before else ()
    return (
        ReviewRow(label=message("appointment-concern"), value=what, edit=None if plan.replaces else plan.first_key),
        *before,
        ReviewRow(label=message("appointment"), value=when, edit=f"slot:{won.round.number}"),
        ReviewRow(label=message("appointment-place"), value=Words.of(plan.office.name)),
        ReviewRow(
            label=message("appointment-name-short"),
            value=Words.same(contact.name),
            edit="fill" if snapshot.prefill else "name",
        ),
        ReviewRow(label=message("label-email"), value=email, edit="email"),
        ReviewRow(label=message("label-phone"), value=phone, edit="phone"),
    )
