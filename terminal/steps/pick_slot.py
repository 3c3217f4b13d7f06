"""Choosing a free time: the earliest at once, or a day and then one of its times."""

from datetime import date, datetime, time

from terminal.values import valueclass
from terminal.wording import Text

from .live import Live
from .step import Step


@valueclass(frozen=True)
class SlotTime:
    """A free time. `start` (aware, UTC) is the answer; `day` and `at` are what the town's calendar and clock show then."""

    start: datetime
    day: date
    at: time


@valueclass(frozen=True)
class SlotDay:
    """A day that one can look at: `free` times, or none because it is full or `closed` for this reason."""

    day: date
    free: int = 0
    closed: Text | None = None


@valueclass(frozen=True)
class SlotBoard:
    """What is free as of now.

    `days` are those that may be booked, in order, days with nothing free among them. `times` are those of `day` alone,
    in order: the day that was asked for, else the one of the earliest time.
    """

    earliest: SlotTime | None = None
    days: tuple[SlotDay, ...] = ()
    day: date | None = None
    times: tuple[SlotTime, ...] = ()


@valueclass(frozen=True, kw_only=True)
class PickSlot(Step[datetime]):
    """Choose a free time; answers its start in UTC, which the next `Work` has to win.

    A live `board` is asked for the day that the citizen looks at (`typed` is its ISO 8601 date). `opening` is shown until it
    answers; `day` is looked at first. `note` says why one is here again.
    """

    title: Text
    hint: Text | None = None
    board: Live[SlotBoard]
    opening: SlotBoard = SlotBoard()
    day: date | None = None
    note: Text | None = None
