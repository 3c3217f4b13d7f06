"""The appointment book as journeys see it, whatever keeps it."""

from datetime import date, datetime
from typing import Protocol

from terminal.central.appointments.model import Appointment, Contact, Happened, Health, Hold, Need, Slot
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    AlreadyCheckedIn,
    CheckInTooEarly,
    CheckInTooLate,
    CheckInWrongDay,
    CodeUnknown,
    HoldExpired,
    OtherTown,
    SlotTaken,
    TooManyBookings,
    TooManyWrongCodes,
)

NotFound = CodeUnknown | OtherTown | TooManyWrongCodes
NotConfirmed = HoldExpired | SlotTaken | NotFound | AlreadyCancelled | AlreadyCheckedIn
NotCancelled = NotFound | AlreadyCancelled | AlreadyCheckedIn
NotCheckedIn = NotFound | AlreadyCancelled | AlreadyCheckedIn | CheckInTooEarly | CheckInTooLate | CheckInWrongDay


class BookUnavailableError(Exception):
    """The book gave no answer, or none that can be trusted: whether anything happened is not known.

    The text holds neither address nor content.
    """


class AppointmentBook(Protocol):
    """Every call blocks, is bounded in time, and may raise `BookUnavailableError`.

    `op` is an unguessable key of one operation (128 random bits in hex, as the runner makes them). Whatever is done
    under an `op` may be done again under it: it happens once, and the answer is the same.
    """

    def free(self, need: Need, office: str, first: date, last: date) -> tuple[Slot, ...]:
        """Slots at `office` that begin on a day from `first` to `last` (the town's calendar), in order of time.

        Within hours, lead time and window; each is free at one counter at least that serves the whole need. Empty
        when none is, or when no counter serves it.
        """

    def hold(self, op: str, need: Need, slot: Slot) -> Hold | SlotTaken | TooManyBookings:
        """Keep `slot` at a counter that serves `need`, for the policy's `hold_minutes`."""

    def release(self, op: str) -> None:
        """Give up what the hold under `op` keeps. Never touches a confirmed appointment."""

    def confirm(self, op: str, hold: Hold, contact: Contact, replaces: str | None = None) -> Appointment | NotConfirmed:
        """Make the hold an appointment. Confirming one hold twice, under whichever `op`, is one appointment.

        `replaces` is the code of an appointment that this one takes the place of; it is cancelled afterwards, at the
        latest by whoever reads the new one next. Raises `ValueError` for a contact without a name.
        """

    def what_happened(self, op: str) -> Happened:
        """The truth about the `op` of a hold or a confirm.

        A request that is still on its way when this answers `Held` or `Nothing` cannot confirm any more. Operations
        are remembered for two weeks at least. A cancel or check-in is settled by `settle`, or by doing it again.
        """

    def release_unseen(self, op: str) -> None:
        """Release what the hold or confirm under `op` took, confirmed or not: its result was never on a screen.

        What it replaced is valid again; where somebody else has taken that slot since, the new one stays, so that
        nobody loses both. Does nothing once the citizen has been there (checked in).
        """

    def find(self, code: str) -> Appointment | NotFound:
        """The appointment of a code in whichever state, or that of today's number unless cancelled.

        `code` is what was scanned or typed: hostile, and it may be anything.
        """

    def settle(self, code: str) -> Appointment | NotFound:
        """As `find`, after a cancel or check-in whose answer was lost.

        One that is still on its way when this answers a booked appointment changes nothing any more.
        """

    def email(self, code: str) -> str:
        """The e-mail address that the appointment of a code was booked with, for writing to it, never for showing it.

        "" where none was given, it is erased, or this is no code of an appointment: a number alone is none.
        """

    def cancel(self, op: str, code: str) -> Appointment | NotCancelled:
        """Cancel an appointment, erase its contact, free its slot."""

    def check_in(self, op: str, code: str, now: datetime) -> Appointment | NotCheckedIn:
        """Note that the citizen is here. `code` is a code or today's number, hostile as in `find`."""

    def erase_contacts(self, ended_before: datetime) -> int:
        """Erase the contacts of appointments that ended before or just then; how many were.

        Also clears away what has served its time, expired holds and the memory of old operations, and finishes changes
        whose old appointment could not be cancelled at once.
        """

    def open_calendars(self, until: date) -> None:
        """Make the calendars of the months up to `until` where there are none yet.

        Staff add a calendar to their programs once it is there; who looks in December has to find January's.
        """

    def health(self) -> Health:
        """Whether the book answers now. Never raises."""
