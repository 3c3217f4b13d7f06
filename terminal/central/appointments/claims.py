"""Taking a time without ever sharing it: two kiosks, needs of different length, staff who write at the same moment.

Equal starts at one lane meet at the same href, and the server lets one of them write. Unequal starts that overlap do
not, so nobody keeps what he has not looked around for *after* writing it:

1. write a claim (short-lived); 2. read everything that overlaps it; 3. make the claim a hold, if it is unchanged.

Of two overlapping claims one was written later, and its reader sees the other (reads see what was written before). He
yields to holds, bookings and staff, and of two claims to the one with the smaller key; a claim with the larger key is
removed, if it is unchanged. So it can no longer become a hold, and if it has become one already, the reader yields. At
most one of two overlapping claims becomes a hold, and of several that see each other at least one does. Both rest on
writes that only hold for the state that was read (RFC 9110, section 13.1).

Both look where claims of that time are kept. What staff move there from another month is seen by whoever looked before the
claim, and again before the appointment is confirmed.

The same rule removes expired holds: their owner's confirm, late by his own clock, finds nothing to confirm.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from terminal.central.appointments.codes import Ref
from terminal.central.appointments.entry import Days, Entry, Kept, Listed, Mode
from terminal.central.appointments.model import Need, Slot
from terminal.central.appointments.practice import Lane
from terminal.central.appointments.shelf import Shelf

_CLAIM_LIFE = timedelta(minutes=2)


def next_ref(slot: Slot, lane: Lane, days: Days) -> Ref:
    """The place for the next entry at this start and lane: after all those that have been cancelled or moved away."""
    turns = [
        entry.ref.turn
        for entry in days.listed
        if (entry.ref.office, entry.ref.start, entry.ref.lane) == (slot.office, slot.start, lane.key)
        and entry.mode not in (Mode.CLAIM, Mode.HOLD)
    ]
    return Ref(slot.office, slot.start, lane.key, max(turns, default=-1) + 1)


def claim_of(ref: Ref, lane: Lane, op: str, need: Need, slot: Slot, now: datetime) -> Entry:
    """The claim to write at `ref`."""
    return Entry(ref, Mode.CLAIM, op, need, lane.counter, slot.start, slot.end, expires=now + _CLAIM_LIFE)


def take(shelf: Shelf, claim: Entry, seen: Days, now: datetime, expires: datetime) -> Entry | None:
    """Make `claim` a hold until `expires`; None when somebody or something else has its time."""
    if not all(_gone(shelf, entry) for entry in _in_the_way(claim, seen) if entry.expired(now)):
        return None
    placed = _placed(shelf, claim)
    if placed is None:
        return None
    claim, version = placed.entry, placed.version
    around = shelf.between(claim.ref.office, claim.start, claim.end, strays=False)
    hold = replace(claim, mode=Mode.HOLD, expires=expires)
    if _stands_alone(shelf, claim, around, now) and shelf.write(hold, version) is not None:
        return hold
    shelf.remove(claim.ref, version)
    return None


def _placed(shelf: Shelf, claim: Entry) -> Kept | None:
    while (version := shelf.write(claim, None)) is None:
        other = shelf.read(claim.ref)
        if other is None or not other.entry.moved:
            return None
        claim = replace(claim, ref=claim.ref.next)
    return Kept(claim, version)


def _stands_alone(shelf: Shelf, claim: Entry, around: Days, now: datetime) -> bool:
    if any(blocker.counter in (None, claim.counter) for blocker in around.blockers):
        return False
    others = [entry for entry in _in_the_way(claim, around) if entry.ref != claim.ref]
    return all(_yields(entry, claim, now) for entry in others) and all(_gone(shelf, entry) for entry in others)


def _yields(other: Listed, claim: Entry, now: datetime) -> bool:
    return other.expired(now) or (other.mode is Mode.CLAIM and claim.op < other.op)


def _in_the_way(claim: Entry, days: Days) -> list[Listed]:
    return [
        entry
        for entry in days.listed
        if entry.ref.lane == claim.ref.lane
        and entry.mode is not Mode.CANCELLED
        and entry.overlaps(claim.start, claim.end)
    ]


def _gone(shelf: Shelf, entry: Listed) -> bool:
    return shelf.remove(entry.ref, entry.version)
