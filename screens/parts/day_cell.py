"""A day of the week row: its name, its number, and what is free."""

from dataclasses import replace

from screens.actions import Action
from screens.lettering import Lettering, letter
from screens.look import Look
from screens.primitives import Fill, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class DayCell:
    """`state` is "9 frei", "voll" or "zu"; pressing an `unavailable` one explains it."""

    id: str
    weekday: Rendered
    number: Rendered
    state: Rendered
    look: Look
    action: Action
    selected: bool = False
    unavailable: bool = False
    position: tuple[int, int] | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        return sum(line.height for line in self._lines(width)) + 2 * self.look.px(10 if self.look.landscape else 18)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        states = {State.SELECTED} if self.selected else set()
        if self.unavailable:
            states.add(State.UNAVAILABLE)
        return [
            Node(
                self.id,
                Role.OPTION,
                f"{self.weekday.text} {self.number.text}",
                rect,
                lambda pressed: self._draw(rect, pressed),
                speech=f"{self.weekday.speech}, {self.state.speech}",
                language=self.weekday.language,
                value=self.state.text,
                position=self.position,
                states=frozenset(states),
                action=self.action,
                radius=self.look.radius,
            )
        ]

    def _lines(self, width: int) -> tuple[Lettering, ...]:
        look = self.look
        small = look.face("small")
        label = look.face("label", bold=not self.unavailable)
        large = replace(label, px=round(label.px * (1.25 if look.landscape else 1.4)))
        room = width - 2 * look.px(8)
        return (
            letter(self.weekday.text, small, room, line=1.2),
            letter(self.number.text, large, room, line=1.1),
            letter(self.state.text, small, room, line=1.2),
        )

    def _colours(self, pressed: bool) -> tuple[str, str, str | None]:
        """Ink, fill, border."""
        if pressed:
            return "bg", "text", None
        if self.selected:
            return ("text", "surface", "action") if self.unavailable else ("on-action", "action", None)
        return ("muted", "surface", None) if self.unavailable else ("text", "bg", "border")

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look = self.look
        ink, fill, border = self._colours(pressed)
        parts: list[Primitive] = [Fill(rect, fill, look.radius)]
        if border:
            width = look.strong if self.selected else look.line
            parts.append(Ring(rect, border, width, look.radius))
        lines = self._lines(rect.w)
        y = rect.y + (rect.h - sum(line.height for line in lines)) // 2
        for line in lines:
            inner = Rect(rect.x, y, rect.w, line.height)
            parts += line.glyphs(inner, ink, "centre", look.direction)
            y += line.height
        return tuple(parts)
