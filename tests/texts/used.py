"""Which messages the code uses, found on its syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from terminal.attributes import Attribute
from terminal.central.catalogue.model import Topic
from terminal.journeys.find_service.finding import SITUATIONS

ROOT = Path(__file__).parents[2]
PACKAGES = ("terminal", "screens", "hardware")

_PLACES = ("office-short", "office-full", "phone-short", "phone-full")
_PIN_OPTIONS = ("first-pin", "change-pin", "unblock", "look", "forgotten")
_ENTRIES = ("pin", "new-pin", "can", "puk")
VALUES: dict[str, tuple[str, ...]] = {
    "size-{}": ("size-normal", "size-large", "size-larger", "size-largest"),
    "time-{}": ("time-usual", "time-more"),
    "pin-option-{}": tuple(f"pin-option-{what}" for what in _PIN_OPTIONS),
    "pin-option-{}-sub": tuple(f"pin-option-{what}-sub" for what in _PIN_OPTIONS),
    "service-situation-{}": tuple(f"service-situation-{one}" for one in SITUATIONS),
    "service-topic-{}": tuple(f"service-topic-{topic.value}" for topic in Topic),
    "attribute-{}": tuple(f"attribute-{one.value}" for one in Attribute),
    "pin-ask-{}": tuple(f"pin-ask-{entry}" for entry in ("transport-pin", *_ENTRIES)),
    "pin-hint-{}": tuple(f"pin-hint-{entry}" for entry in ("transport-pin", *_ENTRIES)),
    "pin-name-{}": tuple(f"pin-name-{entry}" for entry in _ENTRIES),
    "pin-help-{}": tuple(f"pin-help-{entry}" for entry in _ENTRIES),
    "{}-until": tuple(f"{place}-until" for place in _PLACES),
    "{}-for-long": tuple(f"{place}-for-long" for place in _PLACES),
    "{}-today": tuple(f"{place}-today" for place in _PLACES),
    "{}-tomorrow": tuple(f"{place}-tomorrow" for place in _PLACES),
    "{}-{}": tuple(f"{place}-{when}" for place in _PLACES for when in ("weekday", "day")),
    "{}-short-closed": ("office-short-closed", "phone-short-closed"),
    "{}-full-closed": ("office-full-closed", "phone-full-closed"),
    "{}-full-closed-because": ("office-full-closed-because", "phone-full-closed-because"),
    "{}-day-closed": ("office-day-closed", "phone-day-closed"),
    "{}-day-closed-because": ("office-day-closed-because", "phone-day-closed-because"),
}
"""Ids that an f-string can make, by the f-string with "{}" for each of its parts. A new f-string is listed here."""


@dataclass(frozen=True)
class Use:
    """One call of `message(...)`. `values` is None when they are passed on as a whole."""

    where: str
    ids: tuple[str, ...]
    values: frozenset[str] | None


def uses() -> Iterator[Use]:
    """Every use in the shipped code."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            if file != ROOT / "terminal" / "wording.py":
                yield from uses_in(file.read_text(encoding="utf-8"), str(file.relative_to(ROOT)))


def uses_in(source: str, where: str) -> Iterator[Use]:
    """Every use in one source text. An id that is neither a literal nor a listed f-string has no ids."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
            named = [keyword.arg for keyword in node.keywords]
            values = None if None in named else frozenset(name for name in named if name)
            yield Use(f"{where}:{node.lineno}", _ids(node.args[0]), values)


def _ids(node: ast.expr) -> tuple[str, ...]:
    if isinstance(node, ast.Constant):
        return (str(node.value),)
    if isinstance(node, ast.IfExp):
        return _ids(node.body) + _ids(node.orelse)
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        return VALUES.get("".join(str(part) for part in parts), ())
    return ()
