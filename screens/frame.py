"""Puts a screen together: header, *read* above or beside *do*, the action zone, the bar. No step knows the arrangement."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from screens.look import Look
from screens.paging import pages
from screens.parts.bar import Bar
from screens.parts.header import Header
from screens.parts.pager import Pager
from screens.parts.part import Part
from screens.primitives import Rect
from screens.tree import Node, Tree
from terminal.texts import Rendered
from terminal.wording import Text, message


@dataclass(frozen=True)
class Layout:
    """What a step wants on its screen. `foot` stands at the lower end of *do* (a keyboard), `read_foot` at that of *read*.

    `do` flows over as many pages as it takes, which `turn` has the words for; `top` stands above each of them. `gap` is between the
    parts of both, in design px. `lead` is extra room above *read*.
    """

    read: Sequence[Part] = ()
    top: Sequence[Part] = ()
    do: Sequence[Part] = ()
    foot: Sequence[Part] = ()
    read_foot: Sequence[Part] = ()
    action: Sequence[Part] = ()
    gap: int = 16
    read_gap: int = 16
    lead: int = 0
    middle: bool = False
    turn: tuple[Text, Text] = (message("page-previous"), message("page-next"))


@dataclass(frozen=True)
class Frame:
    """The unchanging parts around a layout."""

    look: Look
    say: Callable[[Text], Rendered]
    header: Header
    bar: Bar | None
    page: int = 0
    _pages: list[int] = field(default_factory=list)

    def compose(self, layout: Layout) -> Tree:
        """All nodes, in reading order."""
        look = self.look
        head = Rect(0, 0, look.width, look.header)
        foot_height = look.bar if self.bar else 0
        foot = Rect(0, look.height - foot_height, look.width, foot_height)
        room = Rect(look.margin, head.bottom, look.width - 2 * look.margin, foot.y - head.bottom)
        nodes = self.header.place(head)
        nodes += self._landscape(layout, room) if look.landscape else self._portrait(layout, room)
        nodes += self.bar.place(foot) if self.bar else []
        return Tree(tuple(nodes))

    @property
    def count(self) -> int:
        """How many pages the last `compose` made."""
        return self._pages[-1] if self._pages else 1

    def _portrait(self, layout: Layout, room: Rect) -> list[Node]:
        look = self.look
        top = room.y + look.px(32 + layout.lead)
        nodes, bottom = self._column(layout.read, Rect(room.x, top, room.w, 0), look.px(layout.read_gap))
        if layout.read:
            bottom += look.px(32)
        do = Rect(room.x, bottom, room.w, room.bottom - look.px(32) - bottom)
        return nodes + self._do(layout, do, [*layout.read_foot])

    def _landscape(self, layout: Layout, room: Rect) -> list[Node]:
        look = self.look
        column = look.read_width
        y, height = room.y + look.px(16), room.h - look.px(16 + 32)
        read = Rect(look.start(room, 0, column), y + look.px(layout.lead // 3), column, height)
        nodes, _ = self._column(layout.read, read, look.px(layout.read_gap))
        nodes += self._at_end(layout.read_foot, read, look.px(16))
        do = Rect(look.start(room, room.w - look.do_width, look.do_width), y, look.do_width, height)
        return nodes + self._do(layout, do, [])

    def _do(self, layout: Layout, room: Rect, before: Sequence[Part]) -> list[Node]:
        """*Do* and the action zone below it; `before` stands directly above *do*'s foot."""
        look, gap = self.look, self.look.px(layout.gap)
        above, bottom = self._column(layout.top, room, gap)
        if above:
            bottom += gap
            room = Rect(room.x, bottom, room.w, max(0, room.bottom - bottom))
        foot = [*before, *layout.foot]
        action = list(layout.action)
        free = self._above(self._above(room, action, look.px(16)), foot, look.px(24))
        split = pages(layout.do, room.w, free.h, gap)
        if len(split) > 1:
            with_pager = [self._pager(layout, 0, 1), *action]
            free = self._above(self._above(room, with_pager, look.px(16)), foot, look.px(24))
            split = pages(layout.do, room.w, free.h, gap)
            page = min(self.page, len(split) - 1)
            action = [self._pager(layout, page, len(split)), *action]
        self._pages.append(len(split))
        shown = split[min(self.page, len(split) - 1)]
        top = free.y
        if layout.middle:
            top += max(0, (free.h - self._height(shown, room.w, gap)) // 2)
        nodes, _ = self._column(shown, Rect(room.x, top, room.w, 0), gap)
        above_action = self._above(room, action, look.px(16))
        nodes += self._at_end(foot, above_action, look.px(24))
        return above + nodes + self._at_end(action, room, look.px(16))

    def _pager(self, layout: Layout, page: int, count: int) -> Pager:
        where = self.say(message("page-of", page=page + 1, pages=count))
        previous, following = map(self.say, layout.turn)
        return Pager(previous, following, where, page, count, self.look)

    def _above(self, room: Rect, parts: Sequence[Part], gap: int) -> Rect:
        """What is left of `room` above parts at its lower end."""
        if not parts:
            return room
        used = self._height(parts, room.w, gap) + self.look.px(24)
        return Rect(room.x, room.y, room.w, max(0, room.h - used))

    def _at_end(self, parts: Sequence[Part], room: Rect, gap: int) -> list[Node]:
        height = self._height(parts, room.w, gap)
        return self._column(parts, Rect(room.x, room.bottom - height, room.w, 0), gap)[0]

    @staticmethod
    def _height(parts: Sequence[Part], width: int, gap: int) -> int:
        return sum(part.height(width) for part in parts) + gap * max(0, len(parts) - 1)

    @staticmethod
    def _column(parts: Sequence[Part], room: Rect, gap: int) -> tuple[list[Node], int]:
        """Nodes of parts below each other from the top of `room`, and where the last one ends."""
        nodes: list[Node] = []
        y = room.y
        for i, part in enumerate(parts):
            y += gap if i else 0
            height = part.height(room.w)
            nodes += part.place(Rect(room.x, y, room.w, height))
            y += height
        return nodes, y
