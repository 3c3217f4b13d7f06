"""Open now, or when next: the cases that people at the counter would name."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from terminal.central.offices import (
    Calendar,
    ClosedNow,
    Help115,
    OpeningHours,
    OpenNow,
    Span,
    Why,
    answers_at,
    day_hours,
    in_town,
    state_at,
    week_from,
)

BERLIN = ZoneInfo("Europe/Berlin")
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")


def town(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN)


def hours(**week: object) -> OpeningHours:
    return OpeningHours.model_validate(week)


OFFICE = hours(tue=["09:00-12:00", "13:00-18:00"], thu=["09:00-12:00"])


def test_open_until_the_noon_break() -> None:
    assert state_at(OFFICE, Calendar(), town(2026, 11, 24, 9)) == OpenNow(town(2026, 11, 24, 12).astimezone(UTC))


def test_the_closing_minute_is_closed_and_names_the_afternoon() -> None:
    state = state_at(OFFICE, Calendar(), town(2026, 11, 24, 12))
    assert isinstance(state, ClosedNow)
    assert state.opens_at == town(2026, 11, 24, 13)
    assert state.reason.why is Why.OUTSIDE_HOURS


def test_a_day_without_hours_says_so() -> None:
    state = state_at(OFFICE, Calendar(), town(2026, 11, 25, 10))
    assert isinstance(state, ClosedNow)
    assert state.reason.why is Why.NO_HOURS
    assert state.opens_at == town(2026, 11, 26, 9)


@pytest.mark.parametrize("day", [date(2026, 11, 18), date(2027, 11, 17)])
def test_saxony_closes_on_buss_und_bettag(day: date) -> None:
    closed = day_hours(hours(wed=["09:00-12:00"]), Calendar(), day).closed
    assert closed is not None
    assert closed.why is Why.PUBLIC_HOLIDAY
    assert closed.words == {"de": "Buß- und Bettag", "en": "Repentance and Prayer Day"}


def test_bavaria_does_not_close_on_buss_und_bettag() -> None:
    bavaria = Calendar(state="BY")
    assert day_hours(hours(wed=["09:00-12:00"]), bavaria, date(2026, 11, 18)).spans == (Span(540, 720),)


@pytest.mark.parametrize(("day", "name"), [(date(2026, 12, 24), "Heiligabend"), (date(2026, 12, 31), "Silvester")])
def test_christmas_eve_and_new_years_eve_are_closed_by_name(day: date, name: str) -> None:
    closed = day_hours(hours(thu=["09:00-12:00"]), Calendar(), day).closed
    assert closed is not None
    assert (closed.why, closed.words["de"]) == (Why.YEARLY_DAY, name)


def test_a_town_may_open_on_christmas_eve() -> None:
    assert day_hours(hours(thu=["09:00-12:00"]), Calendar(closed_days=()), date(2026, 12, 24)).closed is None


def test_a_closure_holds_on_its_first_and_last_day_only() -> None:
    closure = {"first": date(2026, 11, 10), "last": date(2026, 11, 12), "reason": {"de": "Umzug"}}
    office = hours(**{day: ["09:00-12:00"] for day in WORKDAYS}, closures=[closure])
    closed = [day.day.day for day in week_from(office, Calendar(), date(2026, 11, 9)) if day.closed]
    assert closed == [10, 11, 12, 14, 15]


def test_a_closure_of_the_town_closes_every_office_with_its_reason() -> None:
    calendar = Calendar.model_validate({"closures": [{"first": "2026-11-24", "reason": {"de": "Betriebsausflug"}}]})
    state = state_at(OFFICE, calendar, town(2026, 11, 24, 10))
    assert isinstance(state, ClosedNow)
    assert (state.reason.why, state.reason.words) == (Why.CLOSURE, {"de": "Betriebsausflug"})


def test_an_extra_opening_holds_even_on_a_holiday_and_carries_its_note() -> None:
    extra = [{"day": "2026-11-18", "hours": ["10:00-11:00"], "reason": {"de": "Wahl"}}]
    day = day_hours(hours(wed=["09:00-12:00"], extra=extra), Calendar(), date(2026, 11, 18))
    assert (day.spans, day.closed, day.note) == ((Span(600, 660),), None, {"de": "Wahl"})


def test_an_extra_opening_joins_the_hours_of_its_day() -> None:
    extra = [{"day": "2026-11-24", "hours": ["12:00-13:00"]}]
    office = hours(tue=["09:00-12:00", "13:00-18:00"], extra=extra)
    assert day_hours(office, Calendar(), date(2026, 11, 24)).spans == (Span(540, 1080),)


def test_until_reaches_over_midnight_when_the_next_day_begins_open() -> None:
    office = hours(mon=["20:00-24:00"], tue=["00:00-02:00"])
    assert state_at(office, Calendar(), town(2026, 11, 23, 21)) == OpenNow(town(2026, 11, 24, 2).astimezone(UTC))


def test_nothing_within_sixty_days_has_no_next_opening() -> None:
    state = state_at(hours(), Calendar(), town(2026, 11, 23))
    assert isinstance(state, ClosedNow)
    assert state.opens_at is None


def test_the_sixtieth_day_counts_and_the_one_after_does_not() -> None:
    today = town(2026, 6, 1, 8)
    for day, found in (("2026-07-31", True), ("2026-08-01", False)):
        state = state_at(hours(extra=[{"day": day, "hours": ["09:00-10:00"]}]), Calendar(), today)
        assert isinstance(state, ClosedNow)
        assert (state.opens_at is not None) is found


def test_hours_in_the_missing_hour_begin_when_the_clock_has_jumped() -> None:
    office = hours(sun=["02:30-05:00"])
    state = state_at(office, Calendar(), town(2027, 3, 28, 1))
    assert isinstance(state, ClosedNow)
    assert state.opens_at == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert in_town(state.opens_at).hour == 3


def test_hours_in_the_doubled_hour_hold_twice() -> None:
    office = hours(sun=["02:00-02:30"])
    start = datetime(2026, 10, 24, 23, tzinfo=UTC)
    opened = [
        minute
        for minute in range(180)
        if isinstance(state_at(office, Calendar(), start + timedelta(minutes=minute)), OpenNow)
    ]
    assert opened == [*range(60, 90), *range(120, 150)]


def test_a_day_of_25_hours_closes_at_the_hour_on_the_wall() -> None:
    office = hours(sun=["00:00-18:00"])
    assert state_at(office, Calendar(), town(2026, 10, 25, 0)) == OpenNow(datetime(2026, 10, 25, 17, tzinfo=UTC))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        state_at(OFFICE, Calendar(), datetime(2026, 11, 24, 9))


def test_115_answers_on_a_workday_until_six() -> None:
    assert answers_at(Help115(), Calendar(), town(2026, 11, 23, 8)) == OpenNow(town(2026, 11, 23, 18).astimezone(UTC))


def test_115_does_not_answer_on_a_public_holiday() -> None:
    assert isinstance(answers_at(Help115(), Calendar(), town(2026, 11, 18, 10)), ClosedNow)


def test_115_answers_while_the_town_hall_is_closed_for_itself() -> None:
    assert isinstance(answers_at(Help115(), Calendar(), town(2026, 12, 24, 10)), OpenNow)
