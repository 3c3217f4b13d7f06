"""iCalendar texts (RFC 5545) that others have written, read without believing them.

The libraries do as they are told: a time zone that changes every second fills the memory, a series that goes on by nothing never
ends. Such rules are refused before anything is made of them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from icalendar import Calendar, Component
from icalendar.parser import Contentlines
from icalendar.prop import vRecur

LONGEST = 256 * 1024
"""Characters of one resource. Nobody enters so much; all its parts together take a thousand times that in memory."""

_RULE = re.compile(r"RRULE|EXRULE", re.IGNORECASE)
_MOST_RULES, _MOST_VALUES, _MOST_POSITIONS = 10, 60, 5
_MOST_RULES_OF_ZONES, _MOST_VALUES_OF_ZONES = 50, 10
_WITH_POSITIONS = {"MONTHLY", "YEARLY"}
"""What a series is repeated by to which BYSETPOS applies; each position is tried on every period until the year 9999."""


def calendar_in(text: str) -> Component:
    """The calendar that `text` holds. Raises `ValueError`."""
    if len(text) > LONGEST:
        raise ValueError("too long")
    with nothing_but_value_errors():
        if _RULE.search("".join(text.split())):  # its name may be folded, too
            _check_rules(text)
        return Calendar.from_ical(text)


@contextmanager
def nothing_but_value_errors() -> Iterator[None]:
    """Whatever the libraries raise for a text that makes no sense becomes a `ValueError` without any of the text.

    OSError: the name of a time zone is looked for as a file.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError) as error:
        raise ValueError(type(error).__name__) from None


def _check_rules(text: str) -> None:
    of_zones = of_events = 0
    inside: list[str] = []
    for line in filter(None, Contentlines.from_ical(text)):  # type: ignore[no-untyped-call]
        name, _, value = line.parts()
        if name.upper() == "BEGIN":
            inside.append(value.upper())
        elif name.upper() == "END" and inside:
            inside.pop()
        elif _RULE.fullmatch(name):
            in_zone = "VTIMEZONE" in inside
            of_zones, of_events = of_zones + in_zone, of_events + (not in_zone)
            _check(vRecur.from_ical(value), in_zone)
    if of_zones > _MOST_RULES_OF_ZONES or of_events > _MOST_RULES:
        raise ValueError("too many rules")


def _check(rule: vRecur, in_zone: bool) -> None:
    often = str((rule.get("FREQ") or [""])[0]).upper()
    values = sum(len(values) for name, values in rule.items() if name.upper().startswith("BY"))
    positions = len(rule.get("BYSETPOS") or [])
    if min(rule.get("INTERVAL") or [1]) < 1:
        raise ValueError("a series that stands still")
    if in_zone and (often != "YEARLY" or values > _MOST_VALUES_OF_ZONES):
        raise ValueError("a time zone that changes too often")
    if values > _MOST_VALUES or positions > _MOST_POSITIONS or (positions and often not in _WITH_POSITIONS):
        raise ValueError("a series that nobody could follow")
