"""What most people want, as one press: a small line that says what it is, and the thing itself in bold."""

from screens.actions import Action
from screens.lettering import Lettering, letter
from screens.look import Look
from screens.parts.button import MIRRORED
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class Suggestion:
    """Icon, small line, bold line, chevron."""

    id: str
    label: Rendered
    words: Rendered
    icon: str
    look: Look
    action: Action

    def height(self, width: int) -> int:
        """See `Part`."""
        label, words = self._texts(width)
        return max(self.look.row, label.height + words.height + 2 * self.look.px(14))

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        return [
            Node(
                self.id,
                Role.BUTTON,
                self.label.text,
                rect,
                lambda pressed: self._draw(rect, pressed),
                speech=f"{self.label.speech}: {self.words.speech}",
                language=self.words.language,
                value=self.words.text,
                action=self.action,
                radius=self.look.radius,
            )
        ]

    @property
    def _side(self) -> int:
        return self.look.px(28)

    @property
    def _chevron(self) -> int:
        return self.look.px(48)

    @property
    def _text_start(self) -> int:
        return 2 * self._side + self.look.tile_icon

    def _texts(self, width: int) -> tuple[Lettering, Lettering]:
        look = self.look
        room = width - self._text_start - self._chevron - self._side
        label = letter(self.label.text, look.face("small"), room, line=1.25)
        return label, letter(self.words.text, look.face("label", bold=True), room, line=1.2)

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look = self.look
        ink, pale, sign = ("bg", "bg", "bg") if pressed else ("text", "muted", "action")
        parts: list[Primitive] = [Fill(rect, "text" if pressed else "bg", look.radius)]
        if not pressed:
            parts.append(Ring(rect, "border", look.line, look.radius))
        parts.append(self._icon(self.icon, rect, self._side, look.tile_icon, sign))
        chevron = rect.w - self._side - self._chevron + look.px(8)
        parts.append(self._icon("chevron-right", rect, chevron, self._chevron, sign))
        label, words = self._texts(rect.w)
        room = rect.w - self._text_start - self._chevron - self._side
        x, y = look.start(rect, self._text_start, room), rect.y + (rect.h - label.height - words.height) // 2
        parts += label.glyphs(Rect(x, y, room, label.height), pale, "start", look.direction)
        below = Rect(x, y + label.height, room, words.height)
        return (*parts, *words.glyphs(below, ink, "start", look.direction))

    def _icon(self, name: str, rect: Rect, offset: int, size: int, colour: str) -> Icon:
        look = self.look
        place = Rect(look.start(rect, offset, size), rect.y + (rect.h - size) // 2, size, size)
        return Icon(name, place, colour, mirrored=look.direction == "rtl" and name in MIRRORED)
