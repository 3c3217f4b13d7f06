"""Figures and bars for what takes time. They never run ahead of the truth."""

from dataclasses import replace

from screens.look import Look
from screens.parts.part import Part
from screens.primitives import Fill, Glyphs, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role
from screens.typography import line_height, width
from terminal.texts import Rendered
from terminal.values import valueclass

TURNS_PER_S = 8


@valueclass(frozen=True)
class Figure:
    """One very large line, shrunk until it fits."""

    id: str
    words: Rendered
    look: Look
    design_px: int = 240
    role: Role = Role.TEXT
    centred: bool = False

    def height(self, width: int) -> int:
        """See `Part`."""
        return line_height(self.look.sized(self.design_px, bold=True), 1.0)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        look = self.look
        face = look.sized(self.design_px, bold=True)
        while width(self.words.text, face) > rect.w and face.px > look.px(64):
            face = replace(face, px=face.px - look.px(8))
        used = width(self.words.text, face)
        x = rect.x + (rect.w - used) // 2 if self.centred else look.start(rect, 0, used)
        glyphs = (Glyphs(self.words.text, x, rect.y, face, "text", rect.h, "ltr"),)
        return [
            Node(
                self.id, self.role, self.words.text, rect, lambda pressed: glyphs,
                speech=self.words.speech, language=self.words.language,
            )
        ]  # fmt: skip


@valueclass(frozen=True)
class Track:
    """A bar that is `share` (0 to 1) full."""

    id: str
    look: Look
    share: float

    def height(self, width: int) -> int:
        """See `Part`."""
        return self.look.px(24)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        look = self.look
        inner = rect.outset(-look.line - look.px(3))
        filled = round(inner.w * min(1.0, max(0.0, self.share)))
        bar = Rect(look.start(inner, 0, filled), inner.y, filled, inner.h)
        parts: list[Primitive] = [Fill(rect, "bg", rect.h // 2), Ring(rect, "border", look.line, rect.h // 2)]
        if filled > 0:
            parts.append(Fill(bar, "action", min(inner.h, filled) // 2))
        return [Node(self.id, Role.DECORATION, "", rect, lambda pressed: tuple(parts))]


@valueclass(frozen=True)
class TurningMark:
    """Shows that work goes on: turns in eight steps a second, `elapsed_s` after it began."""

    id: str
    look: Look
    elapsed_s: float

    def height(self, width: int) -> int:
        """See `Part`."""
        return self.look.px(112)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        size = self.look.px(112)
        angle = int(self.elapsed_s * TURNS_PER_S) % 8 * 45
        icon = Icon("loader-2", Rect(self.look.start(rect, 0, size), rect.y, size, size), "action", angle=angle)
        return [Node(self.id, Role.DECORATION, "", rect, lambda pressed: (icon,))]


@valueclass(frozen=True)
class Sign:
    """A large icon above a title; the title says what it means."""

    id: str
    look: Look
    icon: str
    colour: str
    design_px: int = 112

    def height(self, width: int) -> int:
        """See `Part`."""
        return self.look.px(self.design_px)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        size = self.look.px(self.design_px)
        icon = Icon(self.icon, Rect(self.look.start(rect, 0, size), rect.y, size, size), self.colour)
        return [Node(self.id, Role.DECORATION, "", rect, lambda pressed: (icon,))]


@valueclass(frozen=True)
class Signed:
    """A sign with its title beside it, both centred on one line."""

    sign: Sign
    title: Part
    look: Look

    def height(self, width: int) -> int:
        """See `Part`."""
        return max(self.sign.height(width), self.title.height(self._room(width)))

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        look, room = self.look, self._room(rect.w)
        size, high = self.sign.height(rect.w), self.title.height(room)
        sign = Rect(look.start(rect, 0, size), rect.y + (rect.h - size) // 2, size, size)
        beside = Rect(look.start(rect, rect.w - room, room), rect.y + (rect.h - high) // 2, room, high)
        return [*self.sign.place(sign), *self.title.place(beside)]

    def _room(self, width: int) -> int:
        return width - self.sign.height(width) - self.look.px(24)
