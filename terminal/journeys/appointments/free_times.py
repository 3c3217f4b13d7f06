"""From the book's slots to what the slot picker shows."""

from collections import Counter
from datetime import date, timedelta
from typing import ClassVar

from terminal.central.appointments.effects import Free, free_slots
from terminal.central.appointments.model import Need, Slot
from terminal.central.offices import Calendar, DayHours, Office, Why, day_hours, in_town
from terminal.steps import Ports, SlotBoard, SlotDay, SlotTime
from terminal.values import valueclass
from terminal.wording import Text, Words, message

_LOOK_S = 20.0
_WORKDAYS = 5


@valueclass(frozen=True)
class FreeTimes:
    """Live content of the picker: what is free for `need` at `office`, `window_days` ahead."""

    every_s: ClassVar[float] = _LOOK_S
    local: ClassVar[bool] = False
    need: Need
    office: Office
    calendar: Calendar
    window_days: int

    def look(self, ports: Ports, typed: str) -> SlotBoard:
        """The board of the day `typed`. Raises `BookUnavailableError`; what is shown then stays."""
        free = free_slots(ports, self.need, self.office.id, self.window_days)
        return self.board(free, date.fromisoformat(typed) if typed else None)

    def board(self, free: Free, day: date | None = None) -> SlotBoard:
        """`free` as a board of `day`, or of the day of the earliest."""
        times = tuple(_time(slot) for slot in free.slots)
        earliest = times[0] if times else None
        shown = day or (earliest.day if earliest else None)
        return SlotBoard(
            earliest=earliest,
            days=self._days(Counter(time.day for time in times), free.today),
            day=shown,
            times=tuple(time for time in times if time.day == shown),
        )

    def _days(self, free: Counter[date], today: date) -> tuple[SlotDay, ...]:
        """Working days, and those of weekends on which the office opens."""
        ahead = (today + timedelta(days=n) for n in range(self.window_days + 1))
        known = (day_hours(self.office.hours, self.calendar, day) for day in ahead)
        return tuple(
            SlotDay(hours.day, free[hours.day], _why_closed(hours))
            for hours in known
            if hours.day.weekday() < _WORKDAYS or hours.spans or free[hours.day]
        )


def _time(slot: Slot) -> SlotTime:
    there = in_town(slot.start)
    return SlotTime(slot.start, there.date(), there.time())


def _why_closed(hours: DayHours) -> Text | None:
    if hours.closed is None:
        return None
    if hours.closed.why is Why.NO_HOURS or not hours.closed.words:
        return message("appointment-no-hours")
    return Words.of(hours.closed.words)
