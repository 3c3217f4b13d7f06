"""The contract of a part, and parts that only arrange others."""

from collections.abc import Sequence
from typing import Protocol

from screens.primitives import Rect
from screens.tree import Node
from terminal.values import valueclass


class Part(Protocol):
    """Something to stand on a screen."""

    def height(self, width: int, /) -> int:
        """The least height in px when it is `width` px wide."""

    def place(self, rect: Rect) -> list[Node]:
        """Its nodes, filling `rect`, which is at least as high as asked for."""


@valueclass(frozen=True)
class Stack:
    """Parts below each other, `gap` px apart, never torn by a page break."""

    parts: Sequence[Part]
    gap: int = 0

    def height(self, width: int) -> int:
        """See `Part`."""
        return sum(part.height(width) for part in self.parts) + self.gap * max(0, len(self.parts) - 1)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        nodes: list[Node] = []
        y = rect.y
        for part in self.parts:
            height = part.height(rect.w)
            nodes += part.place(Rect(rect.x, y, rect.w, height))
            y += height + self.gap
        return nodes


@valueclass(frozen=True)
class Row:
    """Parts side by side from the start edge, equally wide and equally high; empty places at the end stay free."""

    parts: Sequence[Part]
    columns: int
    gap: int
    mirrored: bool = False

    def height(self, width: int) -> int:
        """See `Part`."""
        return max(part.height(self._cell(width)) for part in self.parts)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        cell = self._cell(rect.w)
        nodes: list[Node] = []
        for i, part in enumerate(self.parts):
            offset = i * (cell + self.gap)
            x = rect.right - offset - cell if self.mirrored else rect.x + offset
            nodes += part.place(Rect(x, rect.y, cell, rect.h))
        return nodes

    def _cell(self, width: int) -> int:
        return (width - self.gap * (self.columns - 1)) // self.columns


@valueclass(frozen=True)
class Space:
    """Nothing, `size` px high."""

    size: int

    def height(self, width: int) -> int:
        """See `Part`."""
        return self.size

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        return []
