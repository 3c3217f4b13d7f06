"""Times that staff's own events take, as their calendar programs write them."""

from datetime import UTC, datetime, timedelta

import pytest

from terminal.central.appointments.caldav.staff import blockers_in
from terminal.central.appointments.entry import Blocker
from terminal.central.appointments.offer import Counter
from tests.faults.bounds import bounded

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


NEVER = "BYMONTH=2;BYMONTHDAY=30"


@pytest.mark.parametrize(
    "rule",
    [
        f"FREQ=DAILY;INTERVAL=0;{NEVER}",
        f"FREQ=DAILY;{NEVER};BYSETPOS=1,2,3,4,5",
        f"FREQ=YEARLY;{NEVER};BYSETPOS={','.join(map(str, range(1, 367)))}",
        f"FREQ=DAILY;{NEVER}\r\nRRULE:FREQ=DAILY" * 20,
    ],
    ids=["stands still", "positions of a day", "many positions", "many rules"],
)
def test_a_series_that_would_take_for_ever_to_compute_is_an_error(rule: str) -> None:
    with bounded(seconds=3), pytest.raises(ValueError, match=r"series|rules"):
        blocked("DTSTART:20260302T090000Z", "DURATION:PT1H", f"RR\r\n ULE:{rule}")


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "FREQ=MINUTELY;COUNT=1000000000"])
def test_a_time_zone_that_would_fill_the_memory_is_an_error(rule: str) -> None:
    with bounded(seconds=3, megabytes=50), pytest.raises(ValueError, match=r"time zone|stands still"):
        list(blockers_in(in_own_zone(rule), FIRST, LAST, COUNTERS))


def test_a_time_zone_of_ones_own_counts() -> None:
    (event,) = blockers_in(in_own_zone("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"), FIRST, LAST, COUNTERS)
    assert event.start == datetime(2026, 3, 2, 6, tzinfo=UTC)


def in_own_zone(rule: str) -> str:
    zone = ("BEGIN:VTIMEZONE", f"TZID:{rule}", *zone_part("STANDARD", rule), *zone_part("DAYLIGHT"), "END:VTIMEZONE")
    event = ("BEGIN:VEVENT", f'DTSTART;TZID="{rule}":20260302T090000', "DURATION:PT1H", "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", *zone, *event, "END:VCALENDAR", ""))


def zone_part(name: str, rule: str = "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3") -> tuple[str, ...]:
    offsets = (
        ("TZOFFSETFROM:+0400", "TZOFFSETTO:+0300") if name == "STANDARD" else ("TZOFFSETFROM:+0300", "TZOFFSETTO:+0400")
    )
    return (f"BEGIN:{name}", "DTSTART:19700101T000000", *offsets, f"RRULE:{rule}", f"END:{name}")


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:00010101T000000", "DURATION:PT1H"),
        ("DTSTART:99991231T235900", "DURATION:PT1H"),
        ("DTSTART:20260302T090000Z", "DURATION:P99999999999W"),
        (f"DTSTART;TZID={'x' * 300}:20260302T090000", "DURATION:PT1H"),
        ("DTSTART:20260302T090000Z", "DURATION:PT1H", f"DESCRIPTION:{'x' * 300_000}"),
    ],
    ids=["first day", "last day", "longest time", "unknown zone", "longest text"],
)
def test_what_the_libraries_cannot_compute_is_an_error(lines: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 its text is the library's
        blocked(*lines)


def test_what_is_no_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        list(blockers_in("nonsense", FIRST, LAST, COUNTERS))
