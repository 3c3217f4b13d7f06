"""A field with one line of text. It has no cursor to place: one types at the end and erases from there."""

from screens.actions import Action
from screens.lettering import Lettering, letter
from screens.look import Look
from screens.primitives import Fill, Glyphs, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from screens.typography import Face, line_height, width
from terminal.texts import Rendered
from terminal.values import valueclass

_DOT = "•"


@valueclass(frozen=True)
class Field:
    """`typed` is its content; empty it shows `prompt`. With `covered` only dots are drawn, and nothing is told.

    `hint` is told only: where there was no room to show it.
    """

    id: str
    label: Rendered
    look: Look
    typed: str
    prompt: Rendered | None = None
    active: bool = True
    covered: bool = False
    invalid: bool = False
    icon: str | None = None
    action: Action | None = None
    hint: Rendered | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        return max(self.look.field, self._prompt(width).height + 2 * self.look.px(16))

    def _prompt(self, wide: int) -> Lettering:
        """The prompt is never shortened: where it is too long, the field grows."""
        text = self.prompt.text if self.prompt and not self.typed else ""
        return letter(text, self.look.face("label"), wide - self._text_start - self.look.px(28), line=1.2)

    @property
    def _text_start(self) -> int:
        icon = self.look.px(56 + 24) if self.icon else 0
        return self.look.px(28) + icon

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        states = {State.INVALID} if self.invalid else set()
        if self.covered:
            states.add(State.COVERED)
        return [
            Node(
                self.id,
                Role.FIELD,
                self.label.text,
                rect,
                lambda pressed: self._draw(rect, pressed),
                speech=self._speech(),
                language=self.label.language,
                value=_DOT * len(self.typed)
                if self.covered
                else self.typed or (self.prompt.text if self.prompt else ""),
                states=frozenset(states),
                action=self.action,
                radius=self.look.small_radius,
            )
        ]

    def _speech(self) -> str:
        """Label, hint and content; what is covered is said by nobody."""
        content = "" if self.covered else self.typed
        return ", ".join(part for part in (self.label.speech, self.hint.speech if self.hint else "", content) if part)

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look = self.look
        colour, width_px = "border", look.line
        if self.invalid:
            colour, width_px = "danger", look.strong
        elif self.active or pressed:
            colour, width_px = "action", look.strong
        parts: list[Primitive] = [
            Fill(rect, "bg", look.small_radius),
            Ring(rect, colour, width_px, look.small_radius),
        ]
        if self.icon:
            size = look.px(56)
            place = Rect(look.start(rect, look.px(28), size), rect.y + (rect.h - size) // 2, size, size)
            parts.append(Icon(self.icon, place, "text"))
        return (*parts, *self._content(rect, self._text_start))

    def _content(self, rect: Rect, offset: int) -> list[Primitive]:
        look = self.look
        face = look.face("label")
        line = line_height(face)
        y = rect.y + (rect.h - line) // 2
        room = rect.w - offset - look.px(28)
        if not self.typed and self.prompt:
            prompt = self._prompt(rect.w)
            place = Rect(look.start(rect, offset, room), rect.y + (rect.h - prompt.height) // 2, room, prompt.height)
            glyphs: list[Primitive] = [*prompt.glyphs(place, "muted", "start", look.direction)]
            return glyphs + (self._caret(rect, offset, y, line) if self.active else [])
        text = end_that_fits(_DOT * len(self.typed) if self.covered else self.typed, face, room - look.px(8))
        used = width(text, face)
        x = look.start(rect, offset, used)
        content: list[Primitive] = [Glyphs(text, x, y, face, "text", line, "ltr")] if text else []
        return content + (self._caret(rect, offset + used + look.px(4), y, line) if self.active else [])

    def _caret(self, rect: Rect, offset: int, y: int, line: int) -> list[Primitive]:
        look = self.look
        thick = look.px(4)
        return [Fill(Rect(look.start(rect, offset, thick), y + line // 8, thick, line * 3 // 4), "action")]


def end_that_fits(text: str, face: Face, room: int) -> str:
    """The end of `text` that is at most `room` px wide: what one types stays in sight, the tree holds it all."""
    while text and width(text, face) > room:
        text = text[1:]
    return text
