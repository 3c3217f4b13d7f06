"""Appointments as values. Every moment is an aware datetime in UTC; only screens and slips show the town's clock."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from terminal.values import valueclass


@valueclass(frozen=True)
class Wish:
    """One concern (its id), for so many persons."""

    concern: str
    persons: int = 1


@valueclass(frozen=True)
class Need:
    """All that one appointment is for, in the order chosen; each concern once."""

    wishes: tuple[Wish, ...]


@dataclass(frozen=True, order=True)
class Slot:
    """A time at an office (its id) that is free, or was when asked."""

    start: datetime
    minutes: int
    office: str

    @property
    def end(self) -> datetime:
        """First moment after it, in UTC."""
        return self.start + timedelta(minutes=self.minutes)


@valueclass(frozen=True)
class Hold:
    """A slot kept for one citizen until `expires`. `op` is the key of the operation that took it."""

    op: str
    need: Need
    slot: Slot
    counter: str
    lane: int
    expires: datetime


@valueclass(frozen=True)
class Contact:
    """Who comes. Texts are taken as typed; whatever writes them anywhere escapes them there."""

    name: str = field(repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


class State(Enum):
    """What has become of an appointment."""

    BOOKED = "booked"
    CHECKED_IN = "checked-in"
    CANCELLED = "cancelled"


@valueclass(frozen=True)
class Appointment:
    """A booking. It holds no contact: whoever presents a code learns when and where, never who.

    `number` is what people say ("417 203"). `code` is the text of the QR code: it names the appointment and holds the
    secret that allows changing it; "" where only the number was presented.
    """

    id: str
    number: str
    code: str = field(repr=False)
    need: Need
    slot: Slot
    counter: str
    state: State
    replaced: str = ""
    """The id of the appointment that this one took the place of, "" if none."""


@valueclass(frozen=True)
class Held:
    """The operation took a slot and its appointment is not confirmed."""

    hold: Hold


@valueclass(frozen=True)
class Confirmed:
    """The operation led to this appointment, whatever its state is now."""

    appointment: Appointment


@valueclass(frozen=True)
class Nothing:
    """The operation holds nothing: it never happened, was released, or expired."""


Happened = Held | Confirmed | Nothing


@valueclass(frozen=True)
class Health:
    """Whether the appointment book answers; `cause` is a word for staff without personal data, "" when well."""

    well: bool
    cause: str = ""
