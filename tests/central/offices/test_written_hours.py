"""Hours as staff write them, and what is refused."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from terminal.central.offices import OpeningHours, Span
from terminal.central.offices.spans import merged, parse_span


@pytest.mark.parametrize("written", ["09:00-12:00", "9:00-12:00", "9.00 - 12.00", "09:00\u201312:00"])
def test_hours_may_be_written_in_the_usual_ways(written: str) -> None:
    assert parse_span(written) == Span(540, 720)


def test_the_day_ends_at_24() -> None:
    assert parse_span("18:00-24:00").closes_clock == "24:00"


def test_hours_past_midnight_are_refused_with_the_way_to_write_them() -> None:
    with pytest.raises(ValueError, match='two entries: "22:00-24:00" and, on the next day, "00:00-02:00"'):
        parse_span("22:00-02:00")


@pytest.mark.parametrize("written", ["9-12", "25:00-26:00", "09:60-10:00", "24:01-24:02", "09:00-09:00", "", 9])
def test_what_is_no_span_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"write hours|not a time of day|same time"):
        parse_span(written)


def test_overlapping_hours_are_refused() -> None:
    with pytest.raises(ValidationError, match='"09:00-12:00" and "11:59-13:00" overlap'):
        OpeningHours.model_validate({"mon": ["11:59-13:00", "09:00-12:00"]})


def test_hours_are_kept_in_order_of_the_day() -> None:
    written = OpeningHours.model_validate({"mon": ["13:00-18:00", "09:00-12:00"]})
    assert [str(span) for span in written.mon] == ["09:00-12:00", "13:00-18:00"]


def test_touching_and_nested_spans_are_merged() -> None:
    assert merged([Span(0, 10), Span(10, 20), Span(2, 5), Span(30, 40)]) == (Span(0, 20), Span(30, 40))


def test_a_closure_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError, match="ends on 2026-01-01 before it begins on 2026-01-02"):
        OpeningHours.model_validate(
            {"closures": [{"first": "2026-01-02", "last": "2026-01-01", "reason": {"de": "x"}}]}
        )


def test_importing_the_offices_does_not_import_the_holidays() -> None:
    code = "import sys, terminal.central.offices; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
