"""What a visit has seen a moment ago: enough to begin with, where the truth is looked at again before it counts."""

from datetime import datetime, timedelta

from terminal.central.appointments.entry import Days
from terminal.central.appointments.model import Slot
from terminal.values import valueclass

_BELIEVED = timedelta(seconds=60)
"""The picker looks more often (`FreeTimes.every_s`)."""


@valueclass(frozen=True)
class _Look:
    at: datetime
    start: datetime
    end: datetime
    days: Days


class Lately:
    """The newest look at each office. For any number of threads."""

    def __init__(self) -> None:
        self._looks: dict[str, _Look] = {}
        self._begun: set[str] = set()

    def keep(self, office: str, start: datetime, end: datetime, days: Days, now: datetime) -> None:
        """`days` is all there is at `office` from `start` to `end`."""
        self._looks[office] = _Look(now, start, end, days)

    def seen(self, slot: Slot, key: str, now: datetime) -> Days | None:
        """What was seen at the time of `slot`, if it was looked at.

        Only once for the operation `key`: who does it again has to find what it has done already.
        """
        again, look = key in self._begun, self._looks.get(slot.office)
        self._begun.add(key)
        if again or look is None or not timedelta() <= now - look.at <= _BELIEVED:
            return None
        if not (look.start <= slot.start and slot.end <= look.end):
            return None
        return Days(
            tuple(entry for entry in look.days.listed if entry.overlaps(slot.start, slot.end)),
            tuple(one for one in look.days.blockers if one.start < slot.end and slot.start < one.end),
        )
