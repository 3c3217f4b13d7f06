"""The top of every screen: whose terminal this is, what time it is, and help."""

from screens.actions import OpenAside
from screens.lettering import letter
from screens.look import Look
from screens.parts.button import Button, Style
from screens.primitives import Fill, Icon, Picture, Primitive, Rect
from screens.tree import Node, Role
from screens.typography import line_height, width
from terminal.asides import Aside
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class Header:
    """`short` is shown where `town` does not fit. `arms` is a PNG file of the town's own, or None for the empty shield.

    Without `help` there is nothing to press.
    """

    town: Rendered
    short: Rendered
    name: Rendered
    clock: Rendered
    help: Rendered | None
    look: Look
    arms: str | None = None

    def place(self, rect: Rect) -> list[Node]:
        """Banner and town at the start edge; clock and help at the end."""
        look = self.look
        nodes = []
        end = look.margin
        if self.help:
            button = Button("help", self.help, look, OpenAside(Aside.HELP), Style.LOW, icon="help")
            wide = self._help_width(self.help)
            high = button.height(wide)
            place = Rect(look.start(rect, rect.w - end - wide, wide), rect.y + (rect.h - high) // 2, wide, high)
            nodes += button.place(place)
            end += wide + look.px(32)
        clock, used = self._clock(rect, end)
        nodes.insert(0, clock)
        room = rect.w - end - used - look.px(32) - look.margin - look.px(104 + 32)
        return [self._town(rect, room), *nodes]

    def _help_width(self, help: Rendered) -> int:
        face = self.look.face("small", bold=True)
        return width(help.text, face) + round(face.px * 1.26) + self.look.px(20 + 2 * 30)

    def _clock(self, rect: Rect, end: int) -> tuple[Node, int]:
        look = self.look
        face = look.sized(42 if look.size < 4 else 50, bold=True)
        lettering = letter(self.clock.text, face, rect.w)
        place = Rect(
            look.start(rect, rect.w - end - lettering.width, lettering.width),
            rect.y + (rect.h - lettering.height) // 2,
            lettering.width,
            lettering.height,
        )
        glyphs = lettering.glyphs(place, "text", "start", "ltr")
        node = Node(
            "clock", Role.TEXT, self.clock.text, place, lambda pressed: glyphs,
            speech=self.clock.speech, language=self.clock.language,
        )  # fmt: skip
        return node, lettering.width

    def _town(self, rect: Rect, room: int) -> Node:
        look = self.look
        banner = Rect(look.start(rect, look.margin, look.px(104)), rect.y, look.px(104), rect.h - look.px(8))
        face = look.sized((42, 46, 50, 50)[look.size - 1], bold=True)
        name = letter("" if look.large else self.name.text, look.face("small"), room, line=1.2)
        town = letter(self.town.text, face, room, line=1.2)
        if town.height + name.height > rect.h - look.px(16):
            town = letter(self.short.text, face, room, line=1.2)
        y = rect.y + (rect.h - town.height - name.height) // 2
        x = look.start(rect, look.margin + banner.w + look.px(32), room)
        above = Rect(x, y, room, town.height)
        below = Rect(x, y + town.height, room, name.height)

        def draw(pressed: bool) -> tuple[Primitive, ...]:
            return (
                Fill(banner, "accent", look.radius, "bottom"),
                self._arms(banner),
                *town.glyphs(above, "text", "start", look.direction),
                *name.glyphs(below, "muted", "start", look.direction),
            )

        high = max(town.height + name.height, line_height(face))
        wide = max(town.width, name.width)
        bounds = banner.union(Rect(look.start(rect, look.margin + banner.w + look.px(32), wide), y, wide, high))
        speech = f"{self.town.speech}, {self.name.speech}"
        return Node(
            "town", Role.BANNER, self.town.text, bounds, draw, speech=speech,
            language=self.name.language, value=self.name.text,
        )  # fmt: skip

    def _arms(self, banner: Rect) -> Primitive:
        size = self.look.px(76)
        place = Rect(banner.x + (banner.w - size) // 2, banner.y + (banner.h - size) // 2, size, size)
        if self.arms:
            return Picture(place, self.arms)
        return Icon("shield-empty", place, "on-accent")
