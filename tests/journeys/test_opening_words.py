"""Opening hours in words, at their edges."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from terminal.central.offices import Calendar, OpeningHours, state_at
from terminal.journeys.opening_words import Closing, Place, closings, later_closings, short_state, state_notice
from terminal.wording import Words
from tests.texts.shipped import shipped_texts

TEXTS = shipped_texts()
CALENDAR = Calendar()
NIGHT_AND_DAY = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")} | {
    "public_holidays": "open"
}


def hours(**written: Any) -> OpeningHours:
    return OpeningHours.model_validate(written)


def short(opening: OpeningHours, moment: datetime) -> str:
    state = state_at(opening, CALENDAR, moment)
    return TEXTS.render(short_state(Place.OFFICE, state, moment), "de").text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("written", "moment", "words"),
    [
        ({"tue": ["09:00-12:00"]}, datetime(2026, 11, 25, 9, tzinfo=UTC), "öffnet am Dienstag um 9:00 Uhr"),
        (
            {"tue": ["09:00-12:00"]},
            datetime(2026, 11, 24, 12, tzinfo=UTC),
            "öffnet am Dienstag, 1. Dezember, um 9:00 Uhr",
        ),
        ({"tue": ["09:00-24:00"]}, datetime(2026, 11, 24, 12, tzinfo=UTC), "jetzt geöffnet bis 24:00 Uhr"),
        ({"tue": ["09:00-24:00"], "wed": ["00:00-02:00"]}, datetime(2026, 11, 24, 12, tzinfo=UTC), "jetzt geöffnet"),
        (NIGHT_AND_DAY, datetime(2026, 11, 24, 12, tzinfo=UTC), "jetzt geöffnet"),
        ({}, datetime(2026, 11, 24, 12, tzinfo=UTC), "zurzeit geschlossen"),
    ],
)
def test_a_day_is_named_as_clearly_as_it_needs(written: dict[str, Any], moment: datetime, words: str) -> None:
    assert short(hours(**written), moment) == words


def test_closed_for_long_promises_nothing() -> None:
    moment = datetime(2026, 11, 24, 12, tzinfo=UTC)
    notice = state_notice(Place.OFFICE, state_at(hours(), CALENDAR, moment), moment)
    assert TEXTS.render(notice.text, "de").text == "Jetzt geschlossen."


def test_a_closure_over_days_without_hours_is_one() -> None:
    opening = hours(tue=["09:00-12:00"], thu=["09:00-12:00"], closures=[closure("2026-11-02", "2026-11-13", "Umbau")])
    assert closings(opening, CALENDAR, date(2026, 11, 1), 30)[0] == Closing(
        date(2026, 11, 3), date(2026, 11, 12), Words.of({"de": "Umbau"})
    )


def test_an_open_day_between_makes_two_of_them() -> None:
    days = [closure("2026-11-03", "2026-11-03", "Umbau"), closure("2026-11-10", "2026-11-10", "Umbau")]
    found = closings(hours(tue=["09:00-12:00"], thu=["09:00-12:00"], closures=days), CALENDAR, date(2026, 11, 1), 14)
    assert [(closing.first.day, closing.last.day) for closing in found] == [(3, 3), (10, 10)]


def test_days_without_hours_are_not_announced_as_closed() -> None:
    found = closings(hours(mon=["09:00-12:00"]), CALENDAR, date(2026, 11, 16), 7)
    assert found == ()


def test_what_the_week_shows_is_not_announced_again() -> None:
    opening = hours(wed=["09:00-12:00"])
    assert later_closings(opening, CALENDAR, date(2026, 11, 12), 14) == ()
    assert len(later_closings(opening, CALENDAR, date(2026, 11, 11), 14)) == 1


def closure(first: str, last: str, reason: str) -> dict[str, Any]:
    return {"first": first, "last": last, "reason": {"de": reason}}
