"""What the book keeps: entries of its own, blockers of staff, notes of operations. Moments are UTC."""

from dataclasses import field
from datetime import datetime
from enum import Enum

from terminal.central.appointments.codes import Ref
from terminal.central.appointments.model import Contact, Need
from terminal.values import valueclass


class Mode(Enum):
    """What an entry is. A claim is a hold that has not yet looked whether it stands in anybody's way."""

    CLAIM = "claim"
    HOLD = "hold"
    BOOKED = "booked"
    CHECKED_IN = "checked-in"
    CANCELLED = "cancelled"


class _Standing:
    """What follows for others from an entry that stands in a calendar."""

    ref: Ref
    mode: Mode
    start: datetime
    expires: datetime | None

    @property
    def moved(self) -> bool:
        """Whether staff have moved it away from where its name says."""
        return self.start != self.ref.start

    def blocks(self, now: datetime) -> bool:
        """Whether nobody else may have its time."""
        return self.mode is not Mode.CANCELLED and not self.expired(now)

    def expired(self, now: datetime) -> bool:
        """Whether it was kept for somebody who did not confirm in time."""
        return self.mode in (Mode.CLAIM, Mode.HOLD) and (self.expires is None or self.expires <= now)


@valueclass(frozen=True)
class Entry(_Standing):
    """One event of our own. `start` and `end` may differ from `ref` when staff have moved it.

    `op` is the key of the hold that made it, `by` that of the cancel or check-in. `secret` is what is kept of the code's
    secret. `replaces` is set until the appointment it names (id, space, kept secret) is cancelled; then `replaced` is.
    `nonce` is new with every write.
    """

    ref: Ref
    mode: Mode
    op: str
    need: Need
    counter: str
    start: datetime
    end: datetime
    expires: datetime | None = None
    number: str = ""
    secret: str = ""
    replaces: str = ""
    replaced: str = ""
    by: str = ""
    contact: Contact | None = None
    nonce: str = ""
    source: str = field(default="", repr=False, compare=False)
    """The text it was read from: what staff have added to it stays when it is written again."""


@valueclass(frozen=True)
class Kept:
    """An entry as it was read. `version` tells it from every other state of the same resource."""

    entry: Entry
    version: str


@valueclass(frozen=True)
class Listed(_Standing):
    """An entry among many others: what it takes from them, never who comes. Whoever changes it reads it in full first.

    `unfinished` says that it still has to cancel what it replaces; the rest is as in `Entry` and `Kept`.
    """

    ref: Ref
    version: str
    mode: Mode
    op: str
    start: datetime
    end: datetime
    expires: datetime | None = None
    number: str = ""
    unfinished: bool = False

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """Whether it takes some of the time from `start` to `end`."""
        return self.start < end and start < self.end


def listed(kept: Kept) -> Listed:
    """As much of `kept` as lists show."""
    entry, own = kept.entry, bool(kept.entry.replaces)
    return Listed(
        entry.ref, kept.version, entry.mode, entry.op, entry.start, entry.end, entry.expires, entry.number, own
    )


@valueclass(frozen=True)
class Blocker:
    """An event of staff. `counter` is None when it blocks the whole office."""

    start: datetime
    end: datetime
    counter: str | None


@valueclass(frozen=True)
class Days:
    """What stands in the calendars between two moments."""

    listed: tuple[Listed, ...]
    blockers: tuple[Blocker, ...]


@valueclass(frozen=True)
class Note:
    """What is remembered of an operation before it is done: the hold's key, and where its entry may be.

    `sealed` is the key of the hold itself, readable only with that of the operation; set for confirms.
    """

    hold: str
    refs: tuple[Ref, ...]
    sealed: str = ""
