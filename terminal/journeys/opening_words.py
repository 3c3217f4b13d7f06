"""Opening hours in words: open now or opens when, the hours of a day, what closes soon."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum

from terminal.central.offices import (
    Calendar,
    ClosedNow,
    DayHours,
    OpeningHours,
    OpenNow,
    Span,
    Why,
    day_hours,
    in_town,
    week_from,
)
from terminal.steps import Notice, NoticeKind, Schedule, ScheduleDay
from terminal.values import valueclass
from terminal.wording import Argument, Message, Text, Words, message

_MIDNIGHT_MIN = 24 * 60
_WEEK = 7


class Place(Enum):
    """What the hours are of; the value begins the ids of its messages."""

    OFFICE = "office"
    PHONE = "phone"


def short_state(place: Place, state: OpenNow | ClosedNow, now: datetime) -> Message:
    """A line under a label: "jetzt geöffnet bis 18:00 Uhr", "öffnet morgen um 9:00 Uhr"."""
    if isinstance(state, OpenNow):
        return _open(f"{place.value}-short", state.until, now)
    return _opening(f"{place.value}-short", state.opens_at, now) or message(f"{place.value}-short-closed")


def state_notice(place: Place, state: OpenNow | ClosedNow, now: datetime) -> Notice:
    """The same in whole sentences, with the reason why it is closed today."""
    prefix = f"{place.value}-full"
    if isinstance(state, OpenNow):
        return Notice(_open(prefix, state.until, now), NoticeKind.SUCCESS, "clock")
    closed = message(f"{place.value}-full-closed")
    if state.reason.words:
        closed = message(f"{place.value}-full-closed-because", reason=Words.of(state.reason.words))
    opening = _opening(prefix, state.opens_at, now)
    both = message("sentences", first=closed, second=opening) if opening else closed
    return Notice(both, NoticeKind.WARNING, "clock")


def next_days(place: Place, hours: OpeningHours, calendar: Calendar, today: date) -> Schedule:
    """Seven days from today on: each weekday once, so that its name says which."""
    days = week_from(hours, calendar, today)
    return Schedule(tuple(ScheduleDay(_day_name(day.day, today), _hours(place, day), day.day == today) for day in days))


@valueclass(frozen=True)
class Closing:
    """Closed from `first` to `last`, both included, although the week has hours on these days."""

    first: date
    last: date
    reason: Words


def closings(hours: OpeningHours, calendar: Calendar, first: date, days: int) -> tuple[Closing, ...]:
    """What closes in the `days` days from `first` on; a longer closure is one, and open days end it."""
    found: list[Closing] = []
    unbroken = False
    for day in (day_hours(hours, calendar, first + timedelta(days=n)) for n in range(days)):
        reason = _why_closed(day) if hours.weekly(day.day) else None
        if reason and unbroken and found[-1].reason == reason:
            found[-1] = Closing(found[-1].first, day.day, reason)
        elif reason:
            found.append(Closing(day.day, day.day, reason))
        unbroken = bool(reason) or (unbroken and not day.spans)
    return tuple(found)


def closings_schedule(found: Iterable[Closing]) -> Schedule:
    """One line for each: when, and why."""
    return Schedule(tuple(ScheduleDay(_period(closing), closing.reason) for closing in found))


def later_closings(hours: OpeningHours, calendar: Calendar, today: date, days: int) -> tuple[Closing, ...]:
    """What closes after the seven days of `next_days`, up to `days` days from today."""
    return closings(hours, calendar, today + timedelta(days=_WEEK), days - _WEEK)


def _open(prefix: str, until: datetime, now: datetime) -> Message:
    ends, today = in_town(until), in_town(now).date()
    if ends.date() == today:
        return message(f"{prefix}-until", time=ends.time())
    if ends.time() == time() and ends.date() == today + timedelta(days=1):
        return message(f"{prefix}-until", time=message("hours-midnight"))
    return message(f"{prefix}-for-long")


def _opening(prefix: str, opens_at: datetime | None, now: datetime) -> Message | None:
    if opens_at is None:
        return None
    opens = in_town(opens_at)
    days = (opens.date() - in_town(now).date()).days
    if days == 0:
        return message(f"{prefix}-today", time=opens.time())
    if days == 1:
        return message(f"{prefix}-tomorrow", time=opens.time())
    when = "weekday" if days < _WEEK else "day"
    return message(f"{prefix}-{when}", day=opens.date(), time=opens.time())


def _day_name(day: date, today: date) -> Message:
    return message("today-weekday", day=day) if day == today else message("weekday", day=day)


def _hours(place: Place, day: DayHours) -> Text:
    if not day.spans:
        reason = _why_closed(day)
        if reason:
            return message(f"{place.value}-day-closed-because", reason=reason)
        return message(f"{place.value}-day-closed")
    hours = message("hours-of-day", spans=_joined(iter(day.spans)))
    return message("hours-with-note", hours=hours, note=Words.of(day.note)) if day.note else hours


def _joined(spans: Iterator[Span]) -> Message:
    joined = _span(next(spans))
    for span in spans:
        joined = message("hours-and", earlier=joined, later=_span(span))
    return joined


def _span(span: Span) -> Message:
    return message("hours-span", opens=_clock(span.opens), closes=_clock(span.closes))


def _clock(minutes: int) -> Argument:
    return message("hours-midnight") if minutes == _MIDNIGHT_MIN else time(minutes // 60, minutes % 60)


def _why_closed(day: DayHours) -> Words | None:
    known = day.closed and day.closed.why is not Why.NO_HOURS and day.closed.words
    return Words.of(known) if known else None


def _period(closing: Closing) -> Message:
    if closing.first == closing.last:
        return message("single-day", day=closing.first)
    return message("period", first=closing.first, last=closing.last)
