"""Against misuse: how many bookings and wrong codes one kiosk allows within an hour.

The supervisor remembers over visits what was spent, without knowing on what (`terminal.supervisor.tally`); a visit gets the ages
when it comes to the screen, counts on by itself, and reports each.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from terminal.central.appointments.model import Appointment, Confirmed, Contact, Happened, Health, Hold, Need, Slot
from terminal.central.appointments.port import AppointmentBook, NotCancelled, NotCheckedIn, NotConfirmed, NotFound
from terminal.central.appointments.refusals import CodeUnknown, SlotTaken, TooManyBookings, TooManyWrongCodes
from terminal.moments import Clock

R = TypeVar("R")

BOOKING = "booking"
WRONG_CODE = "wrong-code"
_HOUR_S = 3600.0


class Limits:
    """`most` within an hour of each kind; `tell` hears what is spent. Used by one thread at a time."""

    def __init__(self, most: Mapping[str, int], clock: Clock, tell: Callable[[str], None]) -> None:
        self._most = most
        self._clock = clock
        self._tell = tell
        self._spent: dict[str, list[float]] = {kind: [] for kind in most}

    def remember(self, ages_s: Mapping[str, Sequence[int]]) -> None:
        """What visits before this one have spent, by how many seconds ago that was."""
        now_s = self._now_s()
        self._spent = {kind: [now_s - age_s for age_s in ages_s.get(kind, ())] for kind in self._most}

    def allows(self, kind: str) -> bool:
        """Whether one more is allowed now."""
        return sum(self._now_s() - at_s < _HOUR_S for at_s in self._spent[kind]) < self._most[kind]

    def spend(self, kind: str) -> None:
        """One more."""
        self._spent[kind].append(self._now_s())
        self._tell(kind)

    def _now_s(self) -> float:
        return self._clock.now().timestamp()


class LimitedBook:
    """An `AppointmentBook` (see there) that refuses when the limits are reached."""

    def __init__(self, book: AppointmentBook, limits: Limits) -> None:
        self._book = book
        self._limits = limits
        self._counted: set[str] = set()

    def free(self, need: Need, office: str, first: date, last: date) -> tuple[Slot, ...]:
        """See `AppointmentBook.free`."""
        return self._book.free(need, office, first, last)

    def hold(self, op: str, need: Need, slot: Slot) -> Hold | SlotTaken | TooManyBookings:
        """See `AppointmentBook.hold`. Refused here rather than at the end, when everything has been typed."""
        return self._book.hold(op, need, slot) if self._limits.allows(BOOKING) else TooManyBookings()

    def release(self, op: str) -> None:
        """See `AppointmentBook.release`."""
        self._book.release(op)

    def confirm(self, op: str, hold: Hold, contact: Contact, replaces: str | None = None) -> Appointment | NotConfirmed:
        """See `AppointmentBook.confirm`."""
        answer = self._book.confirm(op, hold, contact, replaces)
        if isinstance(answer, Appointment):
            self._count(answer)
        return answer

    def what_happened(self, op: str) -> Happened:
        """See `AppointmentBook.what_happened`."""
        truth = self._book.what_happened(op)
        if isinstance(truth, Confirmed):
            self._count(truth.appointment)
        return truth

    def release_unseen(self, op: str) -> None:
        """See `AppointmentBook.release_unseen`."""
        self._book.release_unseen(op)

    def find(self, code: str) -> Appointment | NotFound:
        """See `AppointmentBook.find`."""
        return self._presented(lambda: self._book.find(code))

    def email(self, code: str) -> str:
        """See `AppointmentBook.email`."""
        return self._book.email(code) if self._limits.allows(WRONG_CODE) else ""

    def cancel(self, op: str, code: str) -> Appointment | NotCancelled:
        """See `AppointmentBook.cancel`."""
        return self._presented(lambda: self._book.cancel(op, code))

    def check_in(self, op: str, code: str, now: datetime) -> Appointment | NotCheckedIn:
        """See `AppointmentBook.check_in`."""
        return self._presented(lambda: self._book.check_in(op, code, now))

    def erase_contacts(self, ended_before: datetime) -> int:
        """See `AppointmentBook.erase_contacts`."""
        return self._book.erase_contacts(ended_before)

    def open_calendars(self, until: date) -> None:
        """See `AppointmentBook.open_calendars`."""
        self._book.open_calendars(until)

    def health(self) -> Health:
        """See `AppointmentBook.health`."""
        return self._book.health()

    def _presented(self, ask: Callable[[], R]) -> R | TooManyWrongCodes:
        if not self._limits.allows(WRONG_CODE):
            return TooManyWrongCodes()
        answer = ask()
        if isinstance(answer, CodeUnknown):
            self._limits.spend(WRONG_CODE)
        return answer

    def _count(self, appointment: Appointment) -> None:
        if appointment.code not in self._counted:
            self._counted.add(appointment.code)
            self._limits.spend(BOOKING)
