"""Buttons: one main action, others outlined, low ones for paging and the like."""

from dataclasses import dataclass
from enum import Enum

from screens.actions import Action
from screens.lettering import TITLE_LINE, Lettering, letter
from screens.look import Look
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from screens.typography import Face, width
from terminal.texts import Rendered


class Style(Enum):
    """How much weight a button has."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LOW = "low"


@dataclass(frozen=True)
class Button:
    """A label, perhaps with an icon before or behind it. With `disabled` it says why not, and does nothing."""

    id: str
    words: Rendered
    look: Look
    action: Action
    style: Style = Style.SECONDARY
    icon: str | None = None
    icon_after: str | None = None
    disabled: Rendered | None = None

    def height(self, wide: int) -> int:
        """See `Part`."""
        least = self.look.low_button if self.style is Style.LOW else self.look.button
        return max(least, self._text_height(wide) + 2 * self.look.px(12))

    def natural_width(self) -> int:
        """Width in px with which the label stands on one line."""
        return width(self.words.text, self._face) + self._icons_width + 2 * self.look.px(24)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        states = {State.MAIN} if self.style is Style.PRIMARY else set()
        if self.disabled:
            states.add(State.DISABLED)
        return [
            Node(
                self.id,
                Role.BUTTON,
                self.words.text,
                rect,
                lambda pressed: self._draw(rect, pressed),
                speech=self.words.speech,
                language=self.words.language,
                value=self.disabled.text if self.disabled else "",
                states=frozenset(states),
                action=self.action,
                radius=self.look.radius,
            )
        ]

    @property
    def _face(self) -> Face:
        role = "small" if self.style is Style.LOW else "label"
        return self.look.face(role, bold=self.disabled is None)

    @property
    def _icon_size(self) -> int:
        return round(self._face.px * 1.26)

    def _lettering(self, wide: int) -> Lettering:
        room = wide - 2 * self.look.px(24) - self._icons_width
        return letter(self.words.text, self._face, room, line=TITLE_LINE, balanced=True)

    @property
    def _icons_width(self) -> int:
        return sum(self._icon_size + self.look.px(20) for icon in (self.icon, self.icon_after) if icon)

    def _reason(self, wide: int) -> Lettering:
        text = self.disabled.text if self.disabled else ""
        return letter(text, self.look.face("small"), wide - 2 * self.look.px(24), line=TITLE_LINE)

    def _text_height(self, wide: int) -> int:
        return self._lettering(wide).height + self._reason(wide).height

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look = self.look
        ink, shape = self._surface(rect, pressed and not self.disabled)
        lettering, reason = self._lettering(rect.w), self._reason(rect.w)
        gap, size = look.px(20), self._icon_size
        y = rect.y + (rect.h - lettering.height - reason.height) // 2
        before = size + gap if self.icon else 0
        after = size + gap if self.icon_after else 0
        content = before + lettering.width + after
        begin = (rect.w - content) // 2
        parts: list[Primitive] = list(shape)
        middle = y + (lettering.height - size) // 2
        if self.icon:
            parts.append(self._icon(self.icon, Rect(look.start(rect, begin, size), middle, size, size), ink))
        text = Rect(look.start(rect, begin + before, lettering.width), y, lettering.width, lettering.height)
        parts += lettering.glyphs(text, ink, "centre", look.direction)
        if self.icon_after:
            x = look.start(rect, begin + content - size, size)
            parts.append(self._icon(self.icon_after, Rect(x, middle, size, size), ink))
        below = Rect(rect.x, y + lettering.height, rect.w, reason.height)
        return (*parts, *reason.glyphs(below, ink, "centre", look.direction))

    def _surface(self, rect: Rect, pressed: bool) -> tuple[str, tuple[Primitive, ...]]:
        look = self.look
        if self.disabled:
            return "muted", (Fill(rect, "surface", look.radius),)
        if self.style is Style.PRIMARY and pressed:
            return "action", (Fill(rect, "bg", look.radius), Ring(rect, "action", look.strong, look.radius))
        if self.style is Style.PRIMARY:
            return "on-action", (Fill(rect, "action", look.radius),)
        if pressed:
            return "bg", (Fill(rect, "text", look.radius),)
        return "action", (Fill(rect, "bg", look.radius), Ring(rect, "action", look.line, look.radius))

    def _icon(self, name: str, rect: Rect, ink: str) -> Icon:
        return Icon(name, rect, ink, mirrored=self.look.direction == "rtl" and name in MIRRORED)


MIRRORED = frozenset({"arrow-left", "arrow-right", "chevron-left", "chevron-right", "logout", "backspace"})
"""Icons that point along the reading direction (docs/look: clock, check and phone are never turned)."""
