"""Buttons: one main action, others outlined, low ones for paging and the like."""

from enum import Enum

from screens.actions import Action
from screens.lettering import TITLE_LINE, Lettering, letter
from screens.look import Look
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from screens.typography import Face, width
from terminal.texts import Rendered
from terminal.values import valueclass


class Style(Enum):
    """How much weight a button has."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LOW = "low"


@valueclass(frozen=True)
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
        return max(least, self._lettering(wide).height + 2 * self.look.px(12))

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
        room = wide - 2 * self.look.px(24) - (self._icons_width if self._icons(wide) else 0)
        return letter(self.words.text, self._face, room, line=TITLE_LINE, balanced=True)

    @property
    def _icons_width(self) -> int:
        return sum(self._icon_size + self.look.px(20) for icon in (self.icon, self.icon_after) if icon)

    def _icons(self, wide: int) -> bool:
        """Whether there is room for icons: across, where height is scarce, a second line of text is not worth one."""
        one_line = wide - 2 * self.look.px(24) - width(self.words.text, self._face)
        return self.disabled is None and not (self.look.landscape and 0 <= one_line < self._icons_width)

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        if self.disabled:
            return self._draw_disabled(rect, self.disabled)
        look = self.look
        ink, shape = self._surface(rect, pressed)
        lettering = self._lettering(rect.w)
        gap, size = look.px(20), self._icon_size
        y = rect.y + (rect.h - lettering.height) // 2
        icon, icon_after = (self.icon, self.icon_after) if self._icons(rect.w) else (None, None)
        before = size + gap if icon else 0
        after = size + gap if icon_after else 0
        content = before + lettering.width + after
        begin = (rect.w - content) // 2
        parts: list[Primitive] = list(shape)
        middle = y + (lettering.height - size) // 2
        if icon:
            parts.append(self._icon(icon, Rect(look.start(rect, begin, size), middle, size, size), ink))
        text = Rect(look.start(rect, begin + before, lettering.width), y, lettering.width, lettering.height)
        parts += lettering.glyphs(text, ink, "centre", look.direction)
        if icon_after:
            x = look.start(rect, begin + content - size, size)
            parts.append(self._icon(icon_after, Rect(x, middle, size, size), ink))
        return tuple(parts)

    def _draw_disabled(self, rect: Rect, reason: Rendered) -> tuple[Primitive, ...]:
        """No border, no bold, no icon, and why: below the label, or beside it where the button is too low for two lines."""
        look = self.look
        label = self._lettering(rect.w)
        why = letter(reason.text, look.face("small"), rect.w - 2 * look.px(24), line=TITLE_LINE)
        shape = Fill(rect, "surface", look.radius)
        if label.height + why.height <= rect.h - look.px(4):
            y = rect.y + (rect.h - label.height - why.height) // 2
            above = Rect(rect.x, y, rect.w, label.height)
            below = Rect(rect.x, y + label.height, rect.w, why.height)
            glyphs = label.glyphs(above, "muted", "centre", look.direction)
            return (shape, *glyphs, *why.glyphs(below, "muted", "centre", look.direction))
        gap = look.px(24)
        begin = (rect.w - label.width - gap - why.width) // 2
        first = Rect(look.start(rect, begin, label.width), rect.y + (rect.h - label.height) // 2, label.width, 0)
        x = look.start(rect, begin + label.width + gap, why.width)
        second = Rect(x, rect.y + (rect.h - why.height) // 2, why.width, 0)
        glyphs = label.glyphs(first, "muted", "start", look.direction)
        return (shape, *glyphs, *why.glyphs(second, "muted", "start", look.direction))

    def _surface(self, rect: Rect, pressed: bool) -> tuple[str, tuple[Primitive, ...]]:
        look = self.look
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
