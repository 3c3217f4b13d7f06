"""Notes that stand out: a bar and an icon of their kind, so that colour alone never says it."""

from dataclasses import dataclass

from screens.lettering import Lettering, letter
from screens.look import Look
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role
from terminal.steps import NoticeKind
from terminal.texts import Rendered

_ICONS = {
    NoticeKind.INFO: "info-circle",
    NoticeKind.SUCCESS: "circle-check",
    NoticeKind.WARNING: "alert-triangle",
    NoticeKind.DANGER: "alert-triangle",
}


@dataclass(frozen=True)
class NoticePart:
    """A note over the full width."""

    id: str
    words: Rendered
    look: Look
    kind: NoticeKind = NoticeKind.INFO
    icon: str | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        return max(self._lettering(width).height, self._icon_size) + 2 * self.look.px(24)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        words = self.words
        return [
            Node(
                self.id, Role.NOTE, words.text, rect, lambda pressed: self._draw(rect),
                speech=words.speech, language=words.language,
            )
        ]  # fmt: skip

    @property
    def _icon_size(self) -> int:
        return self.look.tile_icon

    @property
    def _text_start(self) -> int:
        return self.look.px(12) + self.look.px(32) + self._icon_size + self.look.px(24)

    def _lettering(self, width: int) -> Lettering:
        return letter(self.words.text, self.look.face("body"), width - self._text_start - self.look.px(32))

    def _draw(self, rect: Rect) -> tuple[Primitive, ...]:
        look, colour = self.look, self.kind.value
        rtl = look.direction == "rtl"
        bar = look.px(12)
        parts: list[Primitive] = [Fill(rect, "surface", look.small_radius)]
        if look.theme.id in ("black-on-white", "white-on-black"):
            parts.append(Ring(rect, "border", look.line, look.small_radius))
        edge = Rect(look.start(rect, 0, bar), rect.y, bar, rect.h)
        parts.append(Fill(edge, colour, look.small_radius, "right" if rtl else "left"))
        size = self._icon_size
        x = look.start(rect, bar + look.px(32), size)
        parts.append(Icon(self.icon or _ICONS[self.kind], Rect(x, rect.y + (rect.h - size) // 2, size, size), colour))
        lettering = self._lettering(rect.w)
        room = rect.w - self._text_start - look.px(32)
        y = rect.y + (rect.h - lettering.height) // 2
        text = Rect(look.start(rect, self._text_start, room), y, room, lettering.height)
        return (*parts, *lettering.glyphs(text, "text", "start", look.direction))
