"""Entries that need no Fluent: one line of text, perhaps with values in it. Most are like that, the start screen's all.

Importing Fluent and its CLDR data and parsing the first entries takes 45 ms, and the first picture waits for texts. What this
module does not understand for certain it leaves to Fluent; tests hold that both say the same.
"""

import re
from collections.abc import Mapping, Sequence

from terminal.texts.moment import Moment
from terminal.values import valueclass

_ID = r"[A-Za-z][A-Za-z0-9_-]*"
_LINE = re.compile(rf"{_ID} *= *(?P<pattern>[^\s][^\r\n]*)")
_ATTRIBUTE = re.compile(rf" +\.(?P<name>{_ID}) *= *(?P<pattern>[^\s][^\r\n]*)")
_PIECES = re.compile(r"\{ *\$(?P<value>[A-Za-z][A-Za-z0-9_-]*) *\}|(?P<text>[^{}]+)")
_GROUPED_FROM = 1000
"""Smaller numbers are written alike by every language of the kiosk."""

Pattern = Sequence[tuple[bool, str]]
"""Pieces one after the other: whether it is the name of a value, and the name or the text."""


@valueclass(frozen=True)
class PlainEntry:
    """`attributes` by name."""

    value: Pattern
    attributes: Mapping[str, Pattern]

    def format(self, attribute: str | None, values: Mapping[str, object]) -> str | None:
        """The text, or an attribute of it if there is one; None when only Fluent knows how a value is written."""
        pattern = self.attributes.get(attribute, self.value) if attribute else self.value
        written = [_written(values.get(piece)) if is_value else piece for is_value, piece in pattern]
        return None if None in written else "".join(piece for piece in written if piece is not None)


def plain_entry(source: str) -> PlainEntry | None:
    """The entry with this .ftl `source`; None for one that is not plain."""
    first, *rest = _without_what_follows(source.split("\n"))
    found = _LINE.fullmatch(first)
    attributes = [_ATTRIBUTE.fullmatch(line) for line in rest]
    if not found:
        return None
    value = _pieces(found["pattern"])
    others = {one["name"]: _pieces(one["pattern"]) for one in attributes if one}
    if value is None or None in others.values() or len(others) < len(attributes):
        return None
    return PlainEntry(value, {name: pattern for name, pattern in others.items() if pattern is not None})


def _without_what_follows(lines: list[str]) -> list[str]:
    """Blank lines, of spaces alone (Fluent syntax 1.0, `blank_block`), and comments between an entry and the next."""
    while len(lines) > 1 and (not lines[-1].strip(" ") or lines[-1].startswith("#")):
        lines = lines[:-1]
    return lines


def _pieces(pattern: str) -> Pattern | None:
    pattern = pattern.rstrip(" ")
    found = list(_PIECES.finditer(pattern))
    if sum(len(piece[0]) for piece in found) < len(pattern):
        return None
    return [(piece["value"] is not None, piece["value"] or piece["text"]) for piece in found]


def _written(value: object) -> str | None:
    if isinstance(value, Moment):
        return value.written()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if 0 <= value < _GROUPED_FROM else None
    return value if isinstance(value, str) else None
