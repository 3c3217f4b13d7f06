"""The bar at the lower edge: the same places on every screen, a slot without use stays empty."""

from collections.abc import Sequence

from screens.actions import Action
from screens.lettering import TITLE_LINE, letter
from screens.look import Look
from screens.parts.button import MIRRORED
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from screens.typography import longest_word, width
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class Slot:
    """One place in the bar. `shown` False keeps the place empty; `here` marks the page one is on.

    `other` is what stands at this place on other screens: there is room for both, so that no place ever moves.
    """

    id: str
    words: Rendered
    icon: str
    action: Action
    shown: bool = True
    here: bool = False
    accented: bool = False
    other: Rendered | None = None


@valueclass(frozen=True)
class Bar:
    """Four slots: beside each other, or two by two at the largest sizes in portrait."""

    slots: Sequence[Slot]
    look: Look

    def place(self, rect: Rect) -> list[Node]:
        """The bed, and the slots that are shown."""
        look = self.look
        edge = Rect(rect.x, rect.y, rect.w, look.line)
        bed = (Fill(rect, "surface"), Fill(edge, "border"))
        nodes = [Node("bar", Role.DECORATION, "", rect, lambda pressed: bed)]
        for slot, cell in zip(self.slots, self._cells(rect), strict=True):
            if slot.shown:
                nodes.append(self._node(slot, cell))
        return nodes

    @property
    def _beside(self) -> bool:
        return self.look.landscape or self.look.large

    @property
    def _icon_size(self) -> int:
        return self.look.px(64 if self.look.large else 52)

    def _cells(self, rect: Rect) -> list[Rect]:
        look = self.look
        pad = look.px(16)
        inside = Rect(rect.x + pad, rect.y + look.line + look.px(8), rect.w - 2 * pad, rect.h - look.line - look.px(16))
        if look.large and not look.landscape:
            half = Rect(0, 0, (inside.w - pad) // 2, (inside.h - look.px(8)) // 2)
            return [
                Rect(
                    look.start(inside, column * (half.w + pad), half.w),
                    inside.y + row * (half.h + look.px(8)),
                    half.w,
                    half.h,
                )
                for row in (0, 1)
                for column in (0, 1)
            ]
        gap = look.px(10)
        natural = self._widths(inside.w - gap * (len(self.slots) - 1))
        spare = (inside.w - sum(natural) - gap * (len(natural) - 1)) // len(natural)
        cells = []
        offset = 0
        for wide in natural:
            cells.append(Rect(look.start(inside, offset, wide + spare), inside.y, wide + spare, inside.h))
            offset += wide + spare + gap
        return cells

    def _widths(self, room: int) -> list[int]:
        """What each slot needs; where that is too much, the widest is set in two lines, and so on."""
        natural = [self._natural(slot, lines=1) for slot in self.slots]
        for i in sorted(range(len(natural)), key=lambda i: -natural[i]):
            if sum(natural) > room:
                natural[i] = self._natural(self.slots[i], lines=2)
        return natural

    def _natural(self, slot: Slot, *, lines: int) -> int:
        beside = self._icon_size + self.look.px(20 + 16 + 8) if self._beside else self.look.px(4)
        return beside + max(self._text_width(words, lines) for words in (slot.words, slot.other) if words)

    def _text_width(self, words: Rendered, lines: int) -> int:
        face = self.look.face("small", bold=True)
        whole = width(words.text, face)
        least = longest_word(words.text, face)
        return whole if lines == 1 else max(least, letter(words.text, face, whole * 2 // 3, balanced=True).width)

    def _node(self, slot: Slot, cell: Rect) -> Node:
        return Node(
            f"bar:{slot.id}",
            Role.BUTTON,
            slot.words.text,
            cell,
            lambda pressed: self._draw(slot, cell, pressed),
            speech=slot.words.speech,
            language=slot.words.language,
            states=frozenset({State.SELECTED}) if slot.here else frozenset(),
            action=slot.action,
            radius=self.look.radius,
        )

    def _draw(self, slot: Slot, cell: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look, size = self.look, self._icon_size
        fill, ink = None, "action" if slot.accented else "text"
        ring: list[Primitive] = []
        if pressed and slot.here:
            fill, ink = "bg", "action"
            ring = [Ring(cell, "action", look.strong, look.radius)]
        elif pressed:
            fill, ink = "text", "bg"
        elif slot.here:
            fill, ink = "action", "on-action"
        parts: list[Primitive] = [Fill(cell, fill, look.radius), *ring] if fill else []
        face = look.face("small", bold=slot.accented or slot.here)
        turned = look.direction == "rtl" and slot.icon in MIRRORED
        if self._beside:
            gap = look.px(20)
            room = cell.w - size - gap - look.px(16)
            text = letter(slot.words.text, face, room, line=TITLE_LINE)
            begin = look.px(16) if not look.landscape else max(look.px(8), (cell.w - size - gap - text.width) // 2)
            place = Rect(look.start(cell, begin, size), cell.y + (cell.h - size) // 2, size, size)
            beside = Rect(
                look.start(cell, begin + size + gap, text.width),
                cell.y + (cell.h - text.height) // 2,
                text.width,
                text.height,
            )
            glyphs = text.glyphs(beside, ink, "start", look.direction)
            return (*parts, Icon(slot.icon, place, ink, mirrored=turned), *glyphs)
        text = letter(slot.words.text, face, cell.w, line=TITLE_LINE)
        gap = look.px(6) if len(text.lines) == 1 else 0
        top = cell.y + (cell.h - size - gap - text.height) // 2
        place = Rect(cell.x + (cell.w - size) // 2, top, size, size)
        below = Rect(cell.x, top + size + gap, cell.w, text.height)
        return (
            *parts,
            Icon(slot.icon, place, ink, mirrored=turned),
            *text.glyphs(below, ink, "centre", look.direction),
        )
