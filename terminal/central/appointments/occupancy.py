"""Which places are free at which times, given what stands in the calendars. No I/O."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime

from terminal.central.appointments.entry import Days
from terminal.central.appointments.model import Slot
from terminal.central.appointments.practice import Lane


def free_lanes(lanes: tuple[Lane, ...], days: Days, slot: Slot, now: datetime) -> list[Lane]:
    """The lanes of `lanes` that nothing keeps from `slot`."""
    return next(lanes_left(lanes, days, (slot,), now))


def lanes_left(lanes: tuple[Lane, ...], days: Days, slots: Sequence[Slot], now: datetime) -> Iterator[list[Lane]]:
    """For each of `slots`, which are equally long and in order of time, the lanes that nothing keeps from it.

    Every event is looked at once, however many slots there are: a window has thousands of both.
    """
    busy: list[set[str]] = [set() for _ in slots]
    blocked: list[set[str | None]] = [set() for _ in slots]
    for entry in days.listed:
        if entry.blocks(now):
            for at in _overlapping(slots, entry.start, entry.end):
                busy[at].add(entry.ref.lane)
    for blocker in days.blockers:
        for at in _overlapping(slots, blocker.start, blocker.end):
            blocked[at].add(blocker.counter)
    for keys, counters in zip(busy, blocked, strict=True):
        whole = None in counters
        yield [] if whole else [lane for lane in lanes if lane.counter not in counters and lane.key not in keys]


def _overlapping(slots: Sequence[Slot], start: datetime, end: datetime) -> range:
    length = slots[0].end - slots[0].start
    return range(bisect_right(slots, start - length, key=_start), bisect_left(slots, end, key=_start))


def _start(slot: Slot) -> datetime:
    return slot.start
