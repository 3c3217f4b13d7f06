"""What staff write into the calendars with their own programs: which time it takes, from whom."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr
from icalendar import Event

from terminal.central.appointments.caldav.foreign import calendar_in, nothing_but_value_errors
from terminal.central.appointments.entry import Blocker
from terminal.central.appointments.offer import Counter
from terminal.central.offices.opening import TOWN_ZONE

_MOST_OCCURRENCES = 20_000
"""Of one series: every day for half a century. What lies behind is not believed to be meant."""

_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_FOREVER = datetime(9999, 1, 1, tzinfo=UTC)


def blockers_in(text: str, start: datetime, end: datetime, counters: tuple[Counter, ...]) -> Iterator[Blocker]:
    """The times between `start` and `end` that an event of staff takes.

    It takes them from the counter whose id, name or room is its place (LOCATION), else from the whole office. Events
    that are cancelled or shown as free take none; whole days always do, since calendar programs show them as free
    unless told otherwise. Raises `ValueError` for a text that is no calendar.
    """
    with nothing_but_value_errors():
        yield from _blockers(_events_in(text), start, end, counters)


def times_of_first(text: str) -> tuple[datetime, datetime]:
    """When the first event in `text` begins and ends. Raises `ValueError`."""
    with nothing_but_value_errors():
        for event in _events_in(text):
            return _moment(event.start), _moment(event.end)
    raise ValueError("no event")


def _events_in(text: str) -> list[Event]:
    return [event for event in calendar_in(text).walk("VEVENT") if isinstance(event, Event)]


def _blockers(events: list[Event], start: datetime, end: datetime, counters: tuple[Counter, ...]) -> Iterator[Blocker]:
    changed = {_moment(event.RECURRENCE_ID) for event in events if event.get("RECURRENCE-ID")}
    for event in events:
        if not _takes_time(event):
            continue
        own = set() if event.get("RECURRENCE-ID") else changed
        counter = _counter(str(event.get("LOCATION", "")), counters)
        for first, last in _occurrences(event, end):
            if first < end and start < last and first not in own:
                yield Blocker(first, last, counter)


def _takes_time(event: Event) -> bool:
    free = str(event.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT" and isinstance(event.start, datetime)
    return not free and str(event.get("STATUS", "")).upper() != "CANCELLED"


def _occurrences(event: Event, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    length = _moment(event.end) - _moment(event.start)
    yield _moment(event.start), _moment(event.start) + length
    for rule in event.rrules:
        if str((rule.get("FREQ") or [""])[0]).upper() in _OFTEN:
            yield _moment(event.start), _FOREVER
            continue
        yield from _series(event, rule.to_ical().decode(), length, until)
    for first, _ in event.rdates:
        yield _moment(first), _moment(first) + length


def _series(event: Event, rule: str, length: timedelta, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Repeats the wall clock of the event's own zone, so that 9:00 stays 9:00 when the clocks change (RFC 5545, 3.3.10)."""
    begins = event.start if isinstance(event.start, datetime) else datetime.combine(event.start, time())
    zone = begins.tzinfo or TOWN_ZONE
    without = {_moment(left_out) for left_out in event.exdates}
    naive = rrulestr(_naive(rule, begins), dtstart=begins.replace(tzinfo=None))
    for moment in islice(naive, _MOST_OCCURRENCES):
        first = moment.replace(tzinfo=zone).astimezone(UTC)
        if first >= until:
            return
        if first not in without:
            yield first, first + length


def _naive(rule: str, begins: datetime) -> str:
    """The rule with its UNTIL in the event's own wall clock, as the repetition is computed."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    written = parts.get("UNTIL", "")
    if written.endswith("Z"):
        until = datetime.strptime(written, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        parts["UNTIL"] = until.astimezone(begins.tzinfo or TOWN_ZONE).strftime("%Y%m%dT%H%M%S")
    elif len(written) == 8:
        parts["UNTIL"] = f"{written}T235959"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _moment(value: date | datetime) -> datetime:
    """In UTC; whole days and times without a zone are the town's."""
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=TOWN_ZONE)).astimezone(UTC)


def _counter(place: str, counters: tuple[Counter, ...]) -> str | None:
    wanted = place.strip().casefold()
    for counter in counters:
        names = {counter.id, *counter.name.values(), *(counter.room or {}).values()}
        if wanted in {name.casefold() for name in names}:
            return counter.id
    return None
