"""Hours of one day as staff write them: ``"09:00-12:00"``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer, PlainValidator

_MIDNIGHT = 24 * 60
_WRITTEN = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-\u2013]\s*(\d{1,2})[:.](\d{2})")


@dataclass(frozen=True, order=True)
class Span:
    """Open from `opens` until just before `closes`, in minutes of the town's wall clock, 0..1440."""

    opens: int
    closes: int

    @property
    def opens_clock(self) -> str:
        """Opening time as ``09:00``."""
        return _clock(self.opens)

    @property
    def closes_clock(self) -> str:
        """Closing time as ``18:00``; the end of the day is ``24:00``."""
        return _clock(self.closes)

    def __str__(self) -> str:
        return f"{self.opens_clock}-{self.closes_clock}"


def parse_span(written: object) -> Span:
    """Read ``"09:00-12:00"``; a `Span` passes unchanged.

    Raises `ValueError` in words for staff: not a time, nothing in between, or past midnight.
    """
    if isinstance(written, Span):
        return written
    found = _WRITTEN.fullmatch(written.strip()) if isinstance(written, str) else None
    if found is None:
        raise ValueError('write hours as "09:00-12:00"')
    opens = _minute(found[1], found[2])
    closes = _minute(found[3], found[4])
    if opens == closes:
        raise ValueError(f'"{written}" opens and closes at the same time')
    if opens > closes:
        raise ValueError(
            f'"{written}" ends before it begins; hours past midnight are two entries: '
            f'"{_clock(opens)}-24:00" and, on the next day, "00:00-{_clock(closes)}"'
        )
    return Span(opens, closes)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same open minutes in order, where spans that touch or overlap are one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.opens <= result[-1].closes:
            result[-1] = Span(result[-1].opens, max(result[-1].closes, span.closes))
        else:
            result.append(span)
    return tuple(result)


def _minute(hour: str, minute: str) -> int:
    value = int(hour) * 60 + int(minute)
    if int(minute) > 59 or value > _MIDNIGHT:
        raise ValueError(f'"{hour}:{minute}" is not a time of day; use 00:00 to 24:00')
    return value


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    in_order = tuple(sorted(spans))
    for earlier, later in pairwise(in_order):
        if later.opens < earlier.closes:
            raise ValueError(f'"{earlier}" and "{later}" overlap')
    return in_order


WrittenSpan = Annotated[Span, PlainValidator(parse_span), PlainSerializer(str, return_type=str)]
DayHoursWritten = Annotated[tuple[WrittenSpan, ...], AfterValidator(_apart)]
"""The hours of one day in order; overlapping ones are refused."""
