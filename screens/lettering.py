"""Text set into lines: what a part needs to know its height before it is placed, and its glyphs after."""

from collections.abc import Sequence
from typing import Literal

from screens.primitives import Glyphs, Rect
from screens.typography import SOFT_HYPHEN, Direction, Face, line_height, width, wrap
from terminal.values import valueclass

Align = Literal["start", "centre"]
TITLE_LINE = 1.15


@valueclass(frozen=True)
class Lettering:
    """Wrapped lines of one face; `line` is the height of a line box in px."""

    lines: tuple[str, ...]
    face: Face
    line: int

    @property
    def height(self) -> int:
        """Height of all lines in px."""
        return self.line * len(self.lines)

    @property
    def width(self) -> int:
        """Width of the widest line in px."""
        return max((width(line, self.face) for line in self.lines), default=0)

    def glyphs(self, rect: Rect, colour: str, align: Align, direction: Direction) -> tuple[Glyphs, ...]:
        """The lines from the top of `rect`, each aligned within its width."""
        return tuple(
            Glyphs(
                line,
                self._x(line, rect, align, direction),
                rect.y + i * self.line,
                self.face,
                colour,
                self.line,
                direction,
            )
            for i, line in enumerate(self.lines)
            if line
        )

    def _x(self, line: str, rect: Rect, align: Align, direction: Direction) -> int:
        spare = rect.w - width(line, self.face)
        if align == "centre":
            return rect.x + spare // 2
        return rect.x if direction == "ltr" else rect.x + spare


def letter(text: str, face: Face, max_width: int, *, line: float = 1.3, balanced: bool = False) -> Lettering:
    """Set `text` into lines of at most `max_width` px; `line` is the height of a line box in em."""
    lines = wrap(text, face, max_width, balanced=balanced) if text else []
    return Lettering(tuple(lines), face, line_height(face, line))


def excerpt(text: str, lines: Sequence[str], first: int, stop: int | None) -> str:
    """The piece of `text` that stands on `lines[first:stop]`, without the hyphens that the line breaks added."""
    at = begin = 0
    for i, line in enumerate(lines[:stop]):
        if i == first:
            begin = at
        for character in line:
            while at < len(text) and text[at] != character and text[at] in _UNDRAWN:
                at += 1
            at += at < len(text) and text[at] == character
    return text[begin:at].strip(" \n")


_UNDRAWN = " \n" + SOFT_HYPHEN
