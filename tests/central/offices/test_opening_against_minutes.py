"""Opening hours against an oracle that looks at every single minute, over 2026 and 2027."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.central.offices import Calendar, ClosedNow, OpeningHours, OpenNow, Span, state_at

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS = {"de": "Grund", "en": "reason"}

# SächsSFG section 1, written down by hand: the oracle must not ask the package that is under test.
HOLIDAYS = {
    date(year, month, day)
    for year, days in {
        2026: [(1, 1), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (10, 3), (10, 31), (11, 18), (12, 25), (12, 26)],
        2027: [(1, 1), (3, 26), (3, 29), (5, 1), (5, 6), (5, 17), (10, 3), (10, 31), (11, 17), (12, 25), (12, 26)],
        2028: [(1, 1)],
    }.items()
    for month, day in days
}
CLOCK_CHANGES = [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)]


def days() -> st.SearchStrategy[date]:
    near = [change + timedelta(days=n) for change in CLOCK_CHANGES for n in (-1, 0)]
    return st.sampled_from(near) | st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> list[str]:
    """Up to three spans, some touching, on times near the change of clocks, midnight and any quarter."""
    minutes = st.sampled_from([0, 60, 120, 150, 180, 240, 1440]) | st.integers(0, 96).map(lambda n: n * 15)
    edges = sorted(draw(st.lists(minutes, min_size=2, max_size=4, unique=True)))
    pairs = list(pairwise(edges))
    kept = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3))
    return [str(Span(opens, closes)) for opens, closes in kept]


@st.composite
def opening_hours(draw: st.DrawFn) -> OpeningHours:
    week: dict[str, object] = {day: draw(spans()) for day in draw(st.sets(st.sampled_from(DAYS), max_size=4))}
    closures = []
    for first in draw(st.lists(days(), max_size=2)):
        closures.append({"first": first, "last": first + timedelta(days=draw(st.integers(0, 40))), "reason": WORDS})
    extra = [{"day": day, "hours": hours} for day in draw(st.lists(days(), max_size=2)) if (hours := draw(spans()))]
    kept = st.sampled_from(["closed", "open"])
    return OpeningHours.model_validate(
        {**week, "closures": closures, "extra": extra, "public_holidays": draw(kept), "town_closures": draw(kept)}
    )


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    midnight = datetime.combine(draw(days()), datetime.min.time(), UTC)
    return midnight + timedelta(seconds=draw(st.integers(-7200, 86400)))


def is_open(hours: OpeningHours, minute: datetime, closed: Mapping[date, bool]) -> bool:
    local = minute.astimezone(BERLIN)
    day, wall = local.date(), local.hour * 60 + local.minute
    spans_of_day = [span for extra in hours.extra if extra.day == day for span in extra.hours]
    if not closed[day]:
        spans_of_day += getattr(hours, DAYS[day.weekday()])
    return any(span.opens <= wall < span.closes for span in spans_of_day)


class ClosedDays(dict[date, bool]):
    def __init__(self, hours: OpeningHours) -> None:
        self.hours = hours

    def __missing__(self, day: date) -> bool:
        self[day] = (
            (self.hours.public_holidays == "closed" and day in HOLIDAYS)
            or (self.hours.town_closures == "closed" and (day.month, day.day) in ((12, 24), (12, 31)))
            or any(closure.first <= day <= closure.last for closure in self.hours.closures if closure.last)
        )
        return self[day]


def first_minute(hours: OpeningHours, start: datetime, wanted: bool, end: datetime) -> datetime | None:
    closed = ClosedDays(hours)
    minute = start
    while minute < end:
        if is_open(hours, minute, closed) is wanted:
            return minute
        minute += MINUTE
    return None


def end_of_horizon(moment: datetime) -> datetime:
    last = moment.astimezone(BERLIN).date() + timedelta(days=61)
    return datetime.combine(last, datetime.min.time(), BERLIN).astimezone(UTC)


@settings(max_examples=300, deadline=None)
@given(opening_hours(), moments())
def test_open_or_closed_is_what_the_clock_on_the_wall_says(hours: OpeningHours, moment: datetime) -> None:
    expected = is_open(hours, moment.replace(second=0), ClosedDays(hours))
    assert isinstance(state_at(hours, Calendar(), moment), OpenNow) is expected


@settings(max_examples=150, deadline=None)
@given(opening_hours(), moments())
def test_until_is_the_first_closed_minute(hours: OpeningHours, moment: datetime) -> None:
    state = state_at(hours, Calendar(), moment)
    if isinstance(state, ClosedNow) and state.opens_at is not None:
        moment = state.opens_at
        state = state_at(hours, Calendar(), moment)
    if isinstance(state, OpenNow):
        end = end_of_horizon(moment)
        assert state.until == (first_minute(hours, moment.replace(second=0), False, end) or end)


@settings(max_examples=40, deadline=None)
@given(opening_hours(), moments())
def test_the_next_opening_is_the_first_open_minute(hours: OpeningHours, moment: datetime) -> None:
    state = state_at(hours, Calendar(), moment)
    if isinstance(state, ClosedNow):
        assert state.opens_at == first_minute(hours, moment.replace(second=0), True, end_of_horizon(moment))
