"""Times that staff's own events take, as their calendar programs write them."""

from datetime import UTC, datetime, timedelta

import pytest

from terminal.central.appointments.caldav.staff import blockers_in
from terminal.central.appointments.entry import Blocker
from terminal.central.appointments.offer import Counter

COUNTERS = (Counter(id="c1", office="o", name={"de": "Schalter 1"}, room={"de": "Raum 0.02"}),)
FIRST, LAST = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 30, tzinfo=UTC)


def blocked(*lines: str, first: datetime = FIRST, last: datetime = LAST) -> list[Blocker]:
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    return sorted(set(blockers_in(text, first, last, COUNTERS)), key=lambda blocker: blocker.start)


def starts(*lines: str) -> list[str]:
    return [f"{blocker.start:%m-%d %H:%M}" for blocker in blocked(*lines)]


def test_a_whole_day_is_the_towns_day_even_when_shown_as_free() -> None:
    (day,) = blocked("DTSTART;VALUE=DATE:20260329", "TRANSP:TRANSPARENT")
    assert (day.end - day.start, day.start) == (timedelta(hours=23), datetime(2026, 3, 28, 23, tzinfo=UTC))


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED"])
def test_a_free_or_cancelled_event_takes_no_time(line: str) -> None:
    assert blocked("DTSTART:20260301T090000Z", "DURATION:PT1H", line) == []


@pytest.mark.parametrize(
    ("place", "counter"), [("c1", "c1"), ("schalter 1", "c1"), (" Raum 0.02 ", "c1"), ("Saal", None)]
)
def test_its_place_says_which_counter_it_blocks(place: str, counter: str | None) -> None:
    (one,) = blocked("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z", f"LOCATION:{place}")
    assert one.counter == counter


def test_a_series_keeps_its_wall_clock_when_the_clocks_change() -> None:
    lines = ("DTSTART;TZID=Europe/Berlin:20260320T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260410T070000Z")
    assert starts(*lines) == ["03-20 08:00", "03-27 08:00", "04-03 07:00", "04-10 07:00"]


def test_left_out_added_and_moved_occurrences_count() -> None:
    lines = (
        "DTSTART:20260302T090000Z",
        "DTEND:20260302T100000Z",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE:20260303T090000Z",
    )
    moved = (
        "END:VEVENT",
        "BEGIN:VEVENT",
        "RECURRENCE-ID:20260304T090000Z",
        "DTSTART:20260304T140000Z",
        "DURATION:PT1H",
    )
    assert starts(*lines, "RDATE:20260310T080000Z", *moved) == [
        "03-02 09:00",
        "03-04 14:00",
        "03-05 09:00",
        "03-10 08:00",
    ]


def test_a_series_by_the_second_is_one_long_block_and_costs_nothing() -> None:
    assert len(blocked("DTSTART:20200101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY")) == 1


def test_what_is_no_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        list(blockers_in("nonsense", FIRST, LAST, COUNTERS))
