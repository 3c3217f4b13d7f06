"""Which parts of the window no longer show what they should."""

from __future__ import annotations

from screens.primitives import Rect

# Each part costs one walk over the whole canvas; beyond these bounds one walk over everything is cheaper.
_MOST_PARTS = 4
_LARGEST_SHARE = 0.6


class Damage:
    """Collects rectangles (px, origin top left). Truthy when anything has to be drawn."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._bounds = Rect(0, 0, *size)
        self._everything = False
        self._parts: list[Rect] = []

    def __bool__(self) -> bool:
        return self._everything or bool(self._parts)

    def add(self, rect: Rect | None) -> None:
        """Mark a rectangle; None marks the whole window."""
        if rect is None:
            self._everything = True
            return
        rect = rect.intersection(self._bounds)
        if not rect.empty:
            self._merge(rect)

    def clear(self) -> None:
        self._everything = False
        self._parts = []

    def parts(self) -> list[Rect] | None:
        """What to draw, without overlaps; None for the whole window, which is also the answer when nothing was marked."""
        if self._everything or not self._parts:
            return None
        parts = self._parts
        if len(parts) > _MOST_PARTS:
            around = parts[0]
            for rect in parts[1:]:
                around = around.union(rect)
            parts = [around]
        area = sum(rect.w * rect.h for rect in parts)
        too_large = area > _LARGEST_SHARE * self._bounds.w * self._bounds.h
        return None if too_large else list(parts)

    def _merge(self, rect: Rect) -> None:
        """Overlapping parts become one, so that nothing is blended twice."""
        while touching := [part for part in self._parts if part.intersects(rect)]:
            for part in touching:
                self._parts.remove(part)
                rect = rect.union(part)
        self._parts.append(rect)
