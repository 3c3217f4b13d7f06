"""The on-screen keyboard: a bed over the full width of the zone, and its keys."""

import math
from collections.abc import Callable

from screens.actions import Shift
from screens.keyboards import Key, Rows
from screens.lettering import TITLE_LINE, letter
from screens.look import Look
from screens.parts.button import MIRRORED
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from terminal.texts import Rendered
from terminal.values import valueclass
from terminal.wording import Text


@valueclass(frozen=True)
class KeyboardPart:
    """`outset` is how far the bed reaches beyond the zone on both sides, in px. `low` keys are what a tight screen has room for."""

    rows: Rows
    look: Look
    say: Callable[[Text], Rendered]
    shifted: bool
    outset: int
    low: bool = False

    def height(self, width: int) -> int:
        """See `Part`."""
        count = len(self.rows)
        return count * self._key_height + (count - 1) * self._gap + 2 * self._bed

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        bed = Rect(rect.x - self.outset, rect.y, rect.w + 2 * self.outset, rect.h)
        nodes = [Node("keyboard", Role.DECORATION, "", bed, lambda pressed: (Fill(bed, "surface"),))]
        y = rect.y + self._bed
        inside = bed.outset(-self._bed) if self.outset else rect
        for row in self.rows:
            nodes += self._place_row(row, Rect(inside.x, y, inside.w, self._key_height))
            y += self._key_height + self._gap
        return nodes

    @property
    def _gap(self) -> int:
        return self.look.px(12)

    @property
    def _bed(self) -> int:
        return self.look.px(12 if self.look.landscape or self.look.large else 24)

    @property
    def _key_height(self) -> int:
        look = self.look
        if self.low:
            return max(look.px(_LOW[len(self.rows) == 4]), math.ceil(15 * look.px_per_mm))
        if len(self.rows) == 4:
            return look.px((92, 88, 80, 72)[look.size - 1] if look.landscape else (148, 140, 116, 96)[look.size - 1])
        return look.px((76, 72, 64, 56)[look.size - 1] if look.landscape else (104, 100, 84, 72)[look.size - 1])

    def _place_row(self, row: tuple[Key, ...], rect: Rect) -> list[Node]:
        units = sum(key.width for key in row)
        width = rect.w - self._gap * (len(row) - 1)
        nodes: list[Node] = []
        used = 0.0
        for i, key in enumerate(row):
            left = rect.x + round(width * used / units) + i * self._gap
            used += key.width
            right = rect.x + round(width * used / units) + i * self._gap
            nodes.append(self._key(key, Rect(left, rect.y, right - left, rect.h)))
        return nodes

    def _key(self, key: Key, rect: Rect) -> Node:
        words = self.say(key.label)
        lit = self.shifted and isinstance(key.action, Shift)
        return Node(
            key.id,
            Role.KEY,
            words.text,
            rect,
            lambda pressed: self._draw(key, words.text, rect, pressed, lit),
            speech=words.speech,
            language=words.language,
            states=frozenset({State.SELECTED}) if lit else frozenset(),
            action=key.action,
            radius=self.look.small_radius,
        )

    def _draw(self, key: Key, label: str, rect: Rect, pressed: bool, lit: bool) -> tuple[Primitive, ...]:
        look = self.look
        if lit:
            fill, ink = ("bg", "action") if pressed else ("action", "on-action")
        else:
            fill, ink = ("text", "bg") if pressed else ("bg", "text")
        shape: list[Primitive] = [Fill(rect, fill, look.small_radius)]
        if fill == "bg":
            shape.append(Ring(rect, "border", look.line, look.small_radius))
        if key.icon:
            size = look.px(52)
            place = Rect(rect.x + (rect.w - size) // 2, rect.y + (rect.h - size) // 2, size, size)
            return (*shape, Icon(key.icon, place, ink, mirrored=look.direction == "rtl" and key.icon in MIRRORED))
        face = look.sized(34 if key.small else 42)
        lettering = letter(label, face, rect.w - look.px(8), line=TITLE_LINE)
        text = Rect(rect.x, rect.y + (rect.h - lettering.height) // 2, rect.w, lettering.height)
        return (*shape, *lettering.glyphs(text, ink, "centre", "ltr"))


_LOW = (52, 64)
"""Height of low keys, design px: of letters, and of digits, which have a row less. WCAG 2.5.8 is met with 15 mm."""
