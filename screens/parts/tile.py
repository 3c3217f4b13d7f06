"""Something to choose: tiles, list rows, and the large ones of the start screen."""

from dataclasses import replace

from screens.actions import Action
from screens.lettering import Align, Lettering, letter
from screens.look import Look
from screens.parts.button import MIRRORED
from screens.primitives import Fill, Icon, Primitive, Rect, Ring
from screens.tree import Node, Role, State
from screens.typography import Face, fits
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class Tile:
    """Icon, label, and a sublabel that may stay unseen at the largest sizes but is always told.

    `hero` is the filled kind of the start screen, `chevron` shows that another screen follows, `least` is the height in px.
    """

    id: str
    words: Rendered
    look: Look
    action: Action
    least: int
    sublabel: Rendered | None = None
    icon: str | None = None
    hero: bool = False
    chevron: bool = False
    selected: bool = False
    unavailable: bool = False
    centred: bool = False
    sublabel_shown: bool = True
    position: tuple[int, int] | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        label, sublabel = self._texts(width)
        return max(self.least, label.height + sublabel.height + 2 * self._padding)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        states = {State.SELECTED} if self.selected else set()
        if self.unavailable:
            states.add(State.UNAVAILABLE)
        speech = self.words.speech + (f", {self.sublabel.speech}" if self.sublabel else "")
        return [
            Node(
                self.id,
                Role.OPTION,
                self.words.text,
                rect,
                lambda pressed: self._draw(rect, pressed),
                speech=speech,
                language=self.words.language,
                value=self.sublabel.text if self.sublabel else "",
                position=self.position,
                states=frozenset(states),
                action=self.action,
                radius=self.look.radius,
            )
        ]

    def fits(self, width: int) -> bool:
        """Whether the label keeps to its words, and all of it to the least height, when it is `width` px wide."""
        room = width - self._text_start - self._text_end
        return fits(self.words.text, self._label_face(), room) and self.height(width) == self.least

    @property
    def _padding(self) -> int:
        return self.look.px(20 if self.hero else 14)

    @property
    def _side(self) -> int:
        return self.look.px(40 if self.hero else 28)

    @property
    def _icon_size(self) -> int:
        return round(self.look.tile_icon * 1.4) if self.hero else self.look.tile_icon

    @property
    def _chevron_size(self) -> int:
        return self.look.px(60 if self.hero else 48)

    def _label_face(self) -> Face:
        face = self.look.face("label", bold=not self.unavailable)
        grown = self.hero and self.look.size < 3 and not self.look.landscape
        return replace(face, px=round(face.px * 1.25)) if grown else face

    def _texts(self, width: int) -> tuple[Lettering, Lettering]:
        room = width - self._text_start - self._text_end
        shown = self.sublabel.text if self.sublabel and self.sublabel_shown else ""
        label = letter(self.words.text, self._label_face(), room, line=1.2)
        return label, letter(shown, self.look.face("small"), room, line=1.25)

    @property
    def _text_start(self) -> int:
        if not self.icon and not (self.selected and not self.centred):
            return self._side
        return self._side + self._icon_size + self._side

    @property
    def _text_end(self) -> int:
        return self._side + (self._chevron_size if self.chevron else 0)

    def _colours(self, pressed: bool) -> tuple[str, str, str, tuple[str, str | None]]:
        """Colours of label, sublabel and icon; then fill and border."""
        if pressed and (self.hero or self.selected):
            return "action", "action", "action", ("bg", "action")
        if pressed:
            return "bg", "bg", "bg", ("text", None)
        if self.unavailable:
            return "muted", "muted", "muted", ("surface", None)
        if self.hero or self.selected:
            return "on-action", "on-action", "on-action", ("action", None)
        return "text", "muted", "action", ("bg", "border")

    def _draw(self, rect: Rect, pressed: bool) -> tuple[Primitive, ...]:
        look = self.look
        ink, pale, sign, (fill, border) = self._colours(pressed)
        parts: list[Primitive] = [Fill(rect, fill, look.radius)]
        if border:
            parts.append(Ring(rect, border, look.strong if border == "action" else look.line, look.radius))
        icon = self.icon or ("check" if self.selected and not self.centred else None)
        if icon:
            parts.append(self._icon(icon, rect, self._side, self._icon_size, sign))
        label, sublabel = self._texts(rect.w)
        y = rect.y + (rect.h - label.height - sublabel.height) // 2
        room = rect.w - self._text_start - self._text_end
        x = look.start(rect, self._text_start, room)
        align: Align = "centre" if self.centred else "start"
        parts += label.glyphs(Rect(x, y, room, label.height), ink, align, look.direction)
        below = Rect(x, y + label.height, room, sublabel.height)
        parts += sublabel.glyphs(below, pale, align, look.direction)
        if self.chevron:
            name = "info-circle" if self.unavailable else "chevron-right"
            size = self._chevron_size
            parts.append(self._icon(name, rect, rect.w - self._side - size + look.px(8), size, sign))
        return tuple(parts)

    def _icon(self, name: str, rect: Rect, offset: int, size: int, colour: str) -> Icon:
        look = self.look
        place = Rect(look.start(rect, offset, size), rect.y + (rect.h - size) // 2, size, size)
        return Icon(name, place, colour, mirrored=look.direction == "rtl" and name in MIRRORED)
