"""What an appointment book may refuse in the normal course of things."""

from datetime import date, datetime

from terminal.central.appointments.model import Appointment
from terminal.errors import Refusal
from terminal.values import valueclass


@valueclass(frozen=True)
class SlotTaken(Refusal):
    """Somebody else was faster, or staff have blocked the time."""


@valueclass(frozen=True)
class TooManyBookings(Refusal):
    """This kiosk has booked as much as it may within an hour."""


@valueclass(frozen=True)
class TooManyWrongCodes(Refusal):
    """So many codes were wrong at this kiosk within an hour that it takes no more for now."""


@valueclass(frozen=True)
class HoldExpired(Refusal):
    """The slot is no longer kept for this citizen."""


@valueclass(frozen=True)
class CodeUnknown(Refusal):
    """No appointment has this code or number, or what was scanned is no code of an appointment."""


@valueclass(frozen=True)
class OtherTown(Refusal):
    """The code is an appointment's, but of another town."""


@valueclass(frozen=True)
class AlreadyCancelled(Refusal):
    """The appointment was cancelled or replaced before."""


@valueclass(frozen=True)
class AlreadyCheckedIn(Refusal):
    """Checked in before; the appointment says where to go."""

    appointment: Appointment


@valueclass(frozen=True)
class CheckInTooEarly(Refusal):
    """Today, but not yet; `opens` is UTC."""

    opens: datetime


@valueclass(frozen=True)
class CheckInTooLate(Refusal):
    """Today, but the time for checking in is over; `closed` is UTC."""

    closed: datetime


@valueclass(frozen=True)
class CheckInWrongDay(Refusal):
    """The appointment is on `day` in the town's calendar, which is not today."""

    day: date
