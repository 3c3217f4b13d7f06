"""What journeys do to the appointment book, as effects: looked up, held, confirmed, cancelled, checked in."""

from dataclasses import field
from datetime import date, timedelta
from typing import ClassVar

from terminal.adapters import Port
from terminal.central.appointments.model import (
    Appointment,
    Confirmed,
    Contact,
    Held,
    Hold,
    Need,
    Slot,
    State,
)
from terminal.central.appointments.port import (
    AppointmentBook,
    BookUnavailableError,
    NotCancelled,
    NotCheckedIn,
    NotConfirmed,
    NotFound,
)
from terminal.central.appointments.refusals import SlotTaken, TooManyBookings
from terminal.central.offices import in_town
from terminal.errors import Refusal
from terminal.steps import Kind, Ports, Reading
from terminal.values import valueclass

BOOK: Port[AppointmentBook] = Port("appointments")
"""Where effects find the book."""


@valueclass(frozen=True)
class BookUnreachable(Refusal):
    """The book could not be asked. Only reading says so by a value: nothing can have happened."""


@valueclass(frozen=True)
class Free:
    """What was free when asked, and which day that was in the town's calendar."""

    today: date
    slots: tuple[Slot, ...]


@valueclass(frozen=True)
class LookFor(Reading[Free | BookUnreachable]):
    """READ: everything free for `need` at `office` from today on, `window_days` ahead."""

    need: Need
    office: str
    window_days: int

    def run(self, ports: Ports, op: str) -> Free | BookUnreachable:
        """See `Effect`."""
        try:
            return free_slots(ports, self.need, self.office, self.window_days)
        except BookUnavailableError:
            return BookUnreachable()


@valueclass(frozen=True)
class TakeHold:
    """REVERSIBLE: keep `slot` for this citizen."""

    kind: ClassVar[Kind] = Kind.REVERSIBLE
    deadline_s: ClassVar[float] = 10.0
    need: Need
    slot: Slot

    def run(self, ports: Ports, op: str) -> Hold | SlotTaken | TooManyBookings:
        """See `Effect`."""
        return _book(ports).hold(op, self.need, self.slot)

    def settle(self, ports: Ports, op: str) -> Hold | SlotTaken | TooManyBookings | None:
        """See `Effect`."""
        truth = _book(ports).what_happened(op)
        return truth.hold if isinstance(truth, Held) else None

    def undo(self, ports: Ports, op: str) -> None:
        """See `Effect`; the book itself spares what has been confirmed."""
        _book(ports).release(op)


@valueclass(frozen=True)
class _Final:
    """What the FINAL ones share."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = 12.0

    def undo(self, ports: Ports, op: str) -> None:
        """Never asked for: what is final stays."""


@valueclass(frozen=True)
class Confirm(_Final):
    """FINAL: make the hold an appointment, in place of the one whose code is `replaces`."""

    hold: Hold
    contact: Contact
    replaces: str = field(default="", repr=False)

    def run(self, ports: Ports, op: str) -> Appointment | NotConfirmed:
        """See `Effect`."""
        return _book(ports).confirm(op, self.hold, self.contact, self.replaces or None)

    def settle(self, ports: Ports, op: str) -> Appointment | NotConfirmed | None:
        """See `Effect`."""
        truth = _book(ports).what_happened(op)
        return truth.appointment if isinstance(truth, Confirmed) else None


@valueclass(frozen=True)
class Find(Reading[Appointment | NotFound | BookUnreachable]):
    """READ: the appointment of a code or number, as it was scanned or typed."""

    presented: str = field(repr=False)

    def run(self, ports: Ports, op: str) -> Appointment | NotFound | BookUnreachable:
        """See `Effect`."""
        try:
            return _book(ports).find(self.presented)
        except BookUnavailableError:
            return BookUnreachable()


@valueclass(frozen=True)
class ReaderOf(Reading[str]):
    """READ: the e-mail address to write to about the appointment of a code; "" when there is none, or the book does not say."""

    code: str = field(repr=False)

    def run(self, ports: Ports, op: str) -> str:
        """See `Effect`."""
        try:
            return _book(ports).email(self.code)
        except BookUnavailableError:
            return ""


@valueclass(frozen=True)
class Cancel(_Final):
    """FINAL: cancel the appointment of a code."""

    code: str = field(repr=False)

    def run(self, ports: Ports, op: str) -> Appointment | NotCancelled:
        """See `Effect`."""
        return _book(ports).cancel(op, self.code)

    def settle(self, ports: Ports, op: str) -> Appointment | NotCancelled | None:
        """See `Effect`. Cancelled is cancelled, whoever did it."""
        return _settled_as(ports, self.code, State.CANCELLED)


@valueclass(frozen=True)
class CheckIn(_Final):
    """FINAL: note that the citizen is here."""

    presented: str = field(repr=False)

    def run(self, ports: Ports, op: str) -> Appointment | NotCheckedIn:
        """See `Effect`."""
        return _book(ports).check_in(op, self.presented, ports.clock.now())

    def settle(self, ports: Ports, op: str) -> Appointment | NotCheckedIn | None:
        """See `Effect`."""
        return _settled_as(ports, self.presented, State.CHECKED_IN)


def free_slots(ports: Ports, need: Need, office: str, window_days: int) -> Free:
    """As `LookFor`, for live content. Raises `BookUnavailableError`."""
    today = in_town(ports.clock.now()).date()
    return Free(today, _book(ports).free(need, office, today, today + timedelta(days=window_days)))


def _settled_as(ports: Ports, presented: str, state: State) -> Appointment | None:
    found = _book(ports).settle(presented)
    return found if isinstance(found, Appointment) and found.state is state else None


def _book(ports: Ports) -> AppointmentBook:
    return ports.adapters.of(BOOK)
