"""Labelled values and opening hours."""

from dataclasses import replace

from screens.lettering import Lettering, excerpt, letter
from screens.look import Look
from screens.primitives import Fill, Primitive, Rect
from screens.tree import Node, Role, State
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class FactPart:
    """A small label, and below it the value in bold; what goes on on the next page has its label again.

    `lines_from` and `lines_to` count lines of the value, as in `Prose`.
    """

    id: str
    label: Rendered
    value: Rendered
    look: Look
    lines_from: int = 0
    lines_to: int | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        label, value = self._texts(width)
        return label.height + value.height + self.look.px(8)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        value, spoken = self.value.text, self.value.speech
        if self.lines_from or self.lines_to is not None:
            value = spoken = excerpt(value, self._value(rect.w).lines, self.lines_from, self.lines_to)
        return [
            Node(
                self.id, Role.TEXT, self.label.text, rect, lambda pressed: self._draw(rect),
                speech=f"{self.label.speech}: {spoken}", language=self.label.language, value=value,
            )
        ]  # fmt: skip

    def split(self, width: int, height: int) -> "tuple[FactPart, FactPart] | None":
        """Tear the value between two lines, as `Prose.split`."""
        label, value = self._texts(width)
        fitting = (height - label.height - self.look.px(8)) // value.line
        if fitting < 1 or fitting >= len(value.lines):
            return None
        tear = self.lines_from + fitting
        return replace(self, lines_to=tear), replace(self, lines_from=tear, id=f"{self.id}+")

    def fits(self, width: int) -> bool:
        """Whether label and value stand on one line each."""
        return all(len(text.lines) == 1 for text in self._texts(width))

    def _texts(self, width: int) -> tuple[Lettering, Lettering]:
        look = self.look
        label, value = letter(self.label.text, look.face("small"), width), self._value(width)
        return label, replace(value, lines=value.lines[self.lines_from : self.lines_to])

    def _value(self, width: int) -> Lettering:
        return letter(self.value.text, self.look.face("label", bold=True), width, line=1.25)

    def _draw(self, rect: Rect) -> tuple[Primitive, ...]:
        label, value = self._texts(rect.w)
        below = Rect(rect.x, rect.y + label.height, rect.w, value.height)
        direction = self.look.direction
        return label.glyphs(rect, "muted", "start", direction) + value.glyphs(below, "text", "start", direction)


@valueclass(frozen=True)
class ScheduleRow:
    """One day and its hours, side by side where both fit, else below each other. Today is bold and marked."""

    id: str
    day: Rendered
    hours: Rendered
    look: Look
    today: bool
    column: int
    position: tuple[int, int]

    def height(self, width: int) -> int:
        """See `Part`."""
        day, hours, beside = self._texts(width)
        content = max(day.height, hours.height) if beside else day.height + hours.height
        return content + 2 * self.look.px(8) + self.look.line

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        states = frozenset({State.SELECTED}) if self.today else frozenset()
        speech = f"{self.day.speech}: {self.hours.speech}"
        return [
            Node(
                self.id, Role.TEXT, self.day.text, rect, lambda pressed: self._draw(rect),
                speech=speech, language=self.day.language, value=self.hours.text,
                position=self.position, states=states,
            )
        ]  # fmt: skip

    def _texts(self, width: int) -> tuple[Lettering, Lettering, bool]:
        face = self.look.face("small", bold=self.today)
        inside = width - 2 * self._inset
        gap = self.look.px(24)
        beside = self.column + gap <= inside // 2
        room = inside - self.column - gap if beside else inside
        return letter(self.day.text, face, inside), letter(self.hours.text, face, room), beside

    @property
    def _inset(self) -> int:
        return self.look.px(16)

    def _draw(self, rect: Rect) -> tuple[Primitive, ...]:
        look = self.look
        day, hours, beside = self._texts(rect.w)
        inside = Rect(rect.x + self._inset, rect.y + look.px(8), rect.w - 2 * self._inset, rect.h)
        room = inside.w - self.column - look.px(24)
        if beside:
            second = Rect(look.start(inside, inside.w - room, room), inside.y, room, hours.height)
        else:
            second = Rect(inside.x, inside.y + day.height, inside.w, hours.height)
        under: Primitive
        if self.today:
            under = Fill(Rect(rect.x, rect.y, rect.w, rect.h - look.line), "surface", look.small_radius)
        else:
            under = Fill(Rect(rect.x, rect.bottom - look.line, rect.w, look.line), "rule")
        glyphs = day.glyphs(inside, "text", "start", look.direction)
        return (under, *glyphs, *hours.glyphs(second, "text", "start", look.direction))
