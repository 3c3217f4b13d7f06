"""Is it open, until when, and when next? Pure functions of hours, calendar and a moment.

A minute is open when the town's wall clock shows a minute of that day's hours. So on the day when the
clocks go forward hours in the missing hour fall away, and on the day when they go back hours in the
doubled hour hold twice.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from terminal.central.offices.calendar import Calendar
from terminal.central.offices.hours import OpeningHours
from terminal.central.offices.spans import Span, merged
from terminal.values import valueclass

TOWN_ZONE = ZoneInfo("Europe/Berlin")
HORIZON_DAYS = 60

_MINUTE = timedelta(minutes=1)


class Why(Enum):
    """Why something is closed."""

    OUTSIDE_HOURS = "outside-hours"
    NO_HOURS = "no-hours"
    PUBLIC_HOLIDAY = "public-holiday"
    YEARLY_DAY = "yearly-day"
    CLOSURE = "closure"


@valueclass(frozen=True)
class Reason:
    """`words` is a language map: the holiday's name or staff's reason; empty for hours alone."""

    why: Why
    words: Mapping[str, str]


@valueclass(frozen=True)
class OpenNow:
    """Open without a break until `until` (UTC), which is at most `HORIZON_DAYS` + 1 days away."""

    until: datetime


@valueclass(frozen=True)
class ClosedNow:
    """Closed; `opens_at` (UTC) is None when it does not open within `HORIZON_DAYS` days."""

    opens_at: datetime | None
    reason: Reason


@valueclass(frozen=True)
class DayHours:
    """One day's hours in order, adjacent ones merged. `closed` is set if and only if there are none.

    `note` is staff's reason for extra hours on that day.
    """

    day: date
    spans: tuple[Span, ...]
    closed: Reason | None
    note: Mapping[str, str] | None


@valueclass(frozen=True)
class _Opening:
    opens: datetime
    closes: datetime


def state_at(hours: OpeningHours, calendar: Calendar, moment: datetime) -> OpenNow | ClosedNow:
    """Whether it is open at `moment` (any aware datetime); times in the answer are UTC.

    Raises `ValueError` for a naive datetime.
    """
    now = _utc(moment)
    today = in_town(now).date()
    coming = next((opening for opening in _openings(hours, calendar, today) if opening.closes > now), None)
    if coming is not None and coming.opens <= now:
        return OpenNow(until=coming.closes)
    reason = day_hours(hours, calendar, today).closed or Reason(Why.OUTSIDE_HOURS, {})
    return ClosedNow(opens_at=coming.opens if coming else None, reason=reason)


def day_hours(hours: OpeningHours, calendar: Calendar, day: date) -> DayHours:
    """The hours of `day` in the town's wall clock, or why it is closed."""
    closed = _closed_by(hours, calendar, day)
    extra = [opening for opening in hours.extra if opening.day == day]
    written = [span for opening in extra for span in opening.hours]
    spans = merged(written if closed else [*written, *hours.weekly(day)])
    note = next((opening.reason for opening in extra if opening.reason), None)
    return DayHours(day, spans, None if spans else closed or Reason(Why.NO_HOURS, {}), note)


def week_from(hours: OpeningHours, calendar: Calendar, first: date) -> tuple[DayHours, ...]:
    """Seven days from `first` on, for showing on a screen."""
    return tuple(day_hours(hours, calendar, first + timedelta(days=n)) for n in range(7))


def openings_on(hours: OpeningHours, calendar: Calendar, day: date) -> tuple[tuple[datetime, datetime], ...]:
    """The openings of `day` as (opens, closes) in UTC, in order; a day when the clocks change is cut at the change."""
    return tuple((opening.opens, opening.closes) for opening in _openings_of_day(day_hours(hours, calendar, day)))


def in_town(moment: datetime) -> datetime:
    """The same moment as the town's clock shows it. Raises `ValueError` for a naive datetime."""
    return _utc(moment).astimezone(TOWN_ZONE)


def _closed_by(hours: OpeningHours, calendar: Calendar, day: date) -> Reason | None:
    if hours.public_holidays == "closed" and (name := calendar.public_holiday(day)):
        return Reason(Why.PUBLIC_HOLIDAY, name)
    if hours.town_closures == "closed" and (name := calendar.closed_day(day)):
        return Reason(Why.YEARLY_DAY, name)
    closures = hours.closures + (calendar.closures if hours.town_closures == "closed" else ())
    return next((Reason(Why.CLOSURE, closure.reason) for closure in closures if closure.covers(day)), None)


def _openings(hours: OpeningHours, calendar: Calendar, first: date) -> Iterator[_Opening]:
    """Openings in UTC from the start of `first` on, merged across midnight."""
    pending: _Opening | None = None
    for n in range(HORIZON_DAYS + 1):
        for opening in _openings_of_day(day_hours(hours, calendar, first + timedelta(days=n))):
            if pending is not None and opening.opens == pending.closes:
                pending = _Opening(pending.opens, opening.closes)
                continue
            if pending is not None:
                yield pending
            pending = opening
    if pending is not None:
        yield pending


def _openings_of_day(day: DayHours) -> Iterator[_Opening]:
    passages = _passages(day.day) if day.spans else ()
    for first, last, offset in passages:
        midnight = datetime.combine(day.day, time(), UTC) - offset
        for span in day.spans:
            opens = max(first, midnight + span.opens * _MINUTE)
            closes = min(last, midnight + span.closes * _MINUTE)
            if opens < closes:
                yield _Opening(opens, closes)


def _passages(day: date) -> tuple[tuple[datetime, datetime, timedelta], ...]:
    """The day in UTC as (first, last, offset of the wall clock): one, or two when the clocks change."""
    first, last = _midnight(day), _midnight(day + timedelta(days=1))
    before, after = _offset(first), _offset(last)
    if before == after:
        return ((first, last, before),)
    minutes = range((last - first) // _MINUTE)
    change = first + _MINUTE * bisect_left(minutes, True, key=lambda n: _offset(first + n * _MINUTE) != before)
    return ((first, change, before), (change, last, after))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TOWN_ZONE).astimezone(UTC)


def _offset(moment: datetime) -> timedelta:
    return moment.astimezone(TOWN_ZONE).utcoffset() or timedelta()


def _utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
