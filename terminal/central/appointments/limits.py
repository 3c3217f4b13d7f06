"""An appointment book that refuses when a kiosk has booked, or been shown wrong codes, too often within an hour."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from terminal.central.appointments.model import Appointment, Confirmed, Contact, Happened, Health, Hold, Need, Slot
from terminal.central.appointments.port import AppointmentBook, NotCancelled, NotCheckedIn, NotConfirmed, NotFound
from terminal.central.appointments.refusals import CodeUnknown, SlotTaken, TooManyBookings, TooManyWrongCodes
from terminal.limits import BOOKING, WRONG_CODE, Limits

R = TypeVar("R")


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

    def settle(self, code: str) -> Appointment | NotFound:
        """See `AppointmentBook.settle`."""
        return self._presented(lambda: self._book.settle(code))

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
