"""Notes that stand out: a bar and an icon of their kind, so that colour alone never says it."""

from dataclasses import replace

from screens.lettering import Lettering, excerpt, letter
from screens.look import Look
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role
from terminal.steps import NoticeKind
from terminal.texts import Rendered
from terminal.values import valueclass

_ICONS = {
    NoticeKind.INFO: "info-circle",
    NoticeKind.SUCCESS: "circle-check",
    NoticeKind.WARNING: "alert-triangle",
    NoticeKind.DANGER: "alert-triangle",
}


@valueclass(frozen=True)
class NoticePart:
    """A note over the full width. `lines_from` and `lines_to` as in `Prose`, for one that is higher than a page."""

    id: str
    words: Rendered
    look: Look
    kind: NoticeKind = NoticeKind.INFO
    icon: str | None = None
    lines_from: int = 0
    lines_to: int | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        return max(self._lettering(width).height, self._icon_size) + 2 * self._padding(width)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        name, speech = self.words.text, self.words.speech
        if self.lines_from or self.lines_to is not None:
            name = speech = excerpt(name, self._whole(rect.w).lines, self.lines_from, self.lines_to)
        return [
            Node(
                self.id, Role.NOTE, name, rect, lambda pressed: self._draw(rect),
                speech=speech, language=self.words.language,
            )
        ]  # fmt: skip

    def split(self, width: int, height: int) -> "tuple[NoticePart, NoticePart] | None":
        """Tear it between two lines, as `Prose.split`."""
        lettering = self._lettering(width)
        fitting = (height - 2 * self._padding(width)) // lettering.line
        fitting = min(fitting, len(lettering.lines) - 2)  # no page begins with a last line
        if fitting < 2:
            return None
        tear = self.lines_from + fitting
        return replace(self, lines_to=tear), replace(self, lines_from=tear, id=f"{self.id}+")

    def _padding(self, width: int) -> int:
        return self.look.px(12 if self._narrow(width) else 24)

    def _side(self, width: int) -> int:
        return self.look.px(16 if self._narrow(width) else 32)

    def _narrow(self, width: int) -> bool:
        """Less white where the column is narrow and the letters are large."""
        return self.look.large and width < self.look.px(700)

    @property
    def _icon_size(self) -> int:
        return self.look.tile_icon

    def _text_start(self, width: int) -> int:
        return self.look.px(12) + self._side(width) + self._icon_size + min(self.look.px(24), self._side(width))

    def _whole(self, width: int) -> Lettering:
        return letter(self.words.text, self.look.face("body"), width - self._text_start(width) - self._side(width))

    def _lettering(self, width: int) -> Lettering:
        lettering = self._whole(width)
        return replace(lettering, lines=lettering.lines[self.lines_from : self.lines_to])

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
        x = look.start(rect, bar + self._side(rect.w), size)
        parts.append(Icon(self.icon or _ICONS[self.kind], Rect(x, rect.y + (rect.h - size) // 2, size, size), colour))
        lettering = self._lettering(rect.w)
        room = rect.w - self._text_start(rect.w) - self._side(rect.w)
        y = rect.y + (rect.h - lettering.height) // 2
        text = Rect(look.start(rect, self._text_start(rect.w), room), y, room, lettering.height)
        return (*parts, *lettering.glyphs(text, "text", "start", look.direction))
