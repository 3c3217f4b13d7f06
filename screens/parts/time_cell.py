"""A free time."""

from screens.actions import Action
from screens.lettering import Lettering, letter
from screens.look import Look
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from screens.typography import Face, width
from terminal.texts import Rendered
from terminal.values import valueclass

_HEIGHT = (104, 112, 124, 136)


@valueclass(frozen=True)
class TimeCell:
    """The time, with a check mark when it is the chosen one."""

    id: str
    words: Rendered
    look: Look
    action: Action
    selected: bool = False
    position: tuple[int, int] | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        return self.look.low_button if self.look.landscape else self.look.px(_HEIGHT[self.look.size - 1])

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        return [
            Node(
                self.id,
                Role.OPTION,
                self.words.text,
                rect,
                lambda pressed: self._draw(rect, pressed),
                speech=self.words.speech,
                language=self.words.language,
                position=self.position,
                states=frozenset({State.SELECTED} if self.selected else ()),
                action=self.action,
                radius=self.look.radius,
            )
        ]

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look = self.look
        face = time_face(look)
        ink, fill = ("bg", "text") if pressed else ("on-action", "action") if self.selected else ("text", "bg")
        parts: list[Primitive] = [Fill(rect, fill, look.radius)]
        if not pressed and not self.selected:
            parts.append(Ring(rect, "border", look.line, look.radius))
        lettering: Lettering = letter(self.words.text, face, rect.w)
        sign, gap = _sign(face), look.px(12)
        begin = (rect.w - lettering.width - (sign + gap if self.selected else 0)) // 2
        if self.selected:
            place = Rect(look.start(rect, begin, sign), rect.y + (rect.h - sign) // 2, sign, sign)
            parts.append(Icon("check", place, ink))
            begin += sign + gap
        x = look.start(rect, begin, lettering.width)
        text = Rect(x, rect.y + (rect.h - lettering.height) // 2, lettering.width, lettering.height)
        return (*parts, *lettering.glyphs(text, ink, "start", "ltr"))


def time_face(look: Look) -> Face:
    """How times are written."""
    return look.face("label", bold=True)


def columns(look: Look, room: int, gap: int) -> int:
    """How many times with their check marks stand side by side in `room` px: four, five across, fewer where they are large."""
    face = time_face(look)
    cell = width("00:00", face) + _sign(face) + look.px(12) + 2 * look.px(16)
    return max(1, min(5 if look.landscape else 4, (room + gap) // (cell + gap)))


def _sign(face: Face) -> int:
    return round(face.px * 0.95)
