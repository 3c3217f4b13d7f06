"""Keeps Kivy's canvas equal to a sequence of paint groups, rebuilding only those that changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from screens import typography
from screens.brush import Brush, bounds
from screens.primitives import Glyphs, PaintGroup, Rect
from screens.textures import Textures

_NOWHERE = Rect(0, 0, 0, 0)


@dataclass(slots=True)
class _Painted:
    group: PaintGroup
    bounds: Rect
    instructions: Any


class Painter:
    """Paints onto Kivy's `canvas`, `height` px high, in the colours of `palette` (token to "#RRGGBB")."""

    def __init__(self, canvas: Any, height: int, palette: Mapping[str, str]) -> None:
        from kivy.graphics import InstructionGroup

        self._height = height
        self._textures = Textures()
        self._brush = Brush(height, palette, self._textures)
        self._root = InstructionGroup()
        self._painted: dict[str, _Painted] = {}
        canvas.add(self._root)

    def use(self, palette: Mapping[str, str]) -> None:
        """Take other colours; everything is painted anew at the next `paint`."""
        self._brush = Brush(self._height, palette, self._textures)
        self._clear()

    def paint(self, groups: Sequence[PaintGroup]) -> list[Rect] | None:
        """Show exactly these groups, the first one lowest.

        Returns the rectangles that have to be drawn again, [] when nothing changed, None when everything did.
        Raises ValueError when two groups have the same id, KeyError for an unknown colour or icon.
        """
        wanted = {group.id: group for group in groups}
        if len(wanted) != len(groups):
            raise ValueError("two paint groups have the same id")
        kept = [key for key in wanted if key in self._painted]
        if not kept or kept != [key for key in self._painted if key in wanted]:
            self._clear()
            self._insert_missing(wanted)
            return None
        return [*self._remove_others(wanted), *self._rebuild_changed(wanted), *self._insert_missing(wanted)]

    def strings(self) -> list[str]:
        """Every line of text that is painted now, the lowest group first."""
        return [
            primitive.text
            for painted in self._painted.values()
            for primitive in painted.group.primitives
            if isinstance(primitive, Glyphs)
        ]

    def forget(self) -> None:
        """Take everything off the canvas and drop every text, also from the caches of measuring."""
        self._clear()
        self._textures.forget()
        typography.forget()

    def _clear(self) -> None:
        self._root.clear()
        self._painted = {}

    def _remove_others(self, wanted: Mapping[str, PaintGroup]) -> list[Rect]:
        gone = [key for key in self._painted if key not in wanted]
        dirty = []
        for key in gone:
            painted = self._painted.pop(key)
            self._root.remove(painted.instructions)
            dirty.append(painted.bounds)
        return dirty

    def _rebuild_changed(self, wanted: Mapping[str, PaintGroup]) -> list[Rect]:
        dirty = []
        for key, painted in self._painted.items():
            group = wanted[key]
            if group != painted.group:
                before = painted.bounds
                painted.group, painted.bounds = group, _bounds(group)
                painted.instructions.clear()
                self._brush.draw(painted.instructions, group.primitives)
                dirty.append(before.union(painted.bounds))
        return dirty

    def _insert_missing(self, wanted: Mapping[str, PaintGroup]) -> list[Rect]:
        from kivy.graphics import InstructionGroup

        dirty = []
        before, self._painted = self._painted, {}
        for index, (key, group) in enumerate(wanted.items()):
            painted = before.get(key)
            if painted is None:
                painted = _Painted(group, _bounds(group), InstructionGroup())
                self._brush.draw(painted.instructions, group.primitives)
                self._root.insert(index, painted.instructions)
                dirty.append(painted.bounds)
            self._painted[key] = painted
        return dirty


def _bounds(group: PaintGroup) -> Rect:
    around = _NOWHERE
    for primitive in group.primitives:
        around = around.union(bounds(primitive))
    return around
