"""Puts a screen together: header, *read* above or beside *do*, the action zone, the bar. No step knows the arrangement."""

from collections.abc import Callable, Sequence
from dataclasses import field, replace

from screens.look import Look
from screens.paging import pages
from screens.parts.bar import Bar
from screens.parts.header import Header
from screens.parts.pager import Pager
from screens.parts.part import Part, Space, Stack
from screens.parts.text import Prose
from screens.primitives import Rect
from screens.tree import Node, Role, Tree
from terminal.texts import Rendered
from terminal.values import valueclass
from terminal.wording import Text, message


@valueclass(frozen=True)
class Layout:
    """What a step wants on its screen. `foot` stands at the lower end of *do* (a keyboard), `read_foot` at that of *read*.

    `do` flows over as many pages as it takes, which `turn` has the words for; `top` stands above each of them. `gap` is between the
    parts of both, in design px. `lead` is extra room above *read*. `tighter` is what it wants instead where it does not fit on one
    page: a field must not be on another page than its keys; with a `top`, where nothing of *do* fits below it. `steady` keeps
    room for turning pages even where there is one only, so that keys stay where they are while one types.
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
    tighter: "Layout | None" = None
    steady: bool = False


@valueclass(frozen=True)
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
        while layout.tighter and not self._fits(layout, room):
            layout = layout.tighter
        nodes = self.header.place(head)
        nodes += self._landscape(layout, room) if look.landscape else self._portrait(layout, room)
        nodes += self.bar.place(foot) if self.bar else []
        return Tree(tuple(nodes))

    @property
    def count(self) -> int:
        """How many pages the last `compose` made."""
        return self._pages[-1] if self._pages else 1

    def _fits(self, layout: Layout, room: Rect) -> bool:
        """Whether everything stands on one page; with a `top`, whether each page has room for something under it."""
        if self.look.landscape and self._read_height(layout) > self._height_beside(layout, room):
            return False
        do = self._do_beside(room) if self.look.landscape else self._do_below(layout, room)
        gap, foot = self.look.px(layout.gap), self._foot(layout)
        if self._height([*layout.top, *layout.do], do.w, gap) <= self._free(do, foot, layout.action).h:
            return True
        below = self._free(do, foot, [self._pager(layout, 0, 1), *layout.action]).h
        return bool(layout.top) and self._height([*layout.top, *layout.do[:1]], do.w, gap) <= below

    def _portrait(self, layout: Layout, room: Rect) -> list[Node]:
        if self.look.large and not self._fits(layout, room):
            layout = _texts_sunk(layout)
        read = self._read_below(layout, room)
        nodes, _ = self._column(layout.read, read, self.look.px(layout.read_gap))
        return nodes + self._do(layout, self._do_below(layout, room))

    def _read_below(self, layout: Layout, room: Rect) -> Rect:
        return Rect(room.x, room.y + self.look.px(32 + layout.lead), room.w, 0)

    def _do_below(self, layout: Layout, room: Rect) -> Rect:
        look = self.look
        top = self._read_below(layout, room).y
        if layout.read:
            top += self._height(layout.read, room.w, look.px(layout.read_gap)) + look.px(32)
        return Rect(room.x, top, room.w, room.bottom - look.px(32) - top)

    def _landscape(self, layout: Layout, room: Rect) -> list[Node]:
        look = self.look
        if self._read_height(layout) > self._height_beside(layout, room):
            layout = _texts_sunk(layout)
        if self._read_height(layout) > self._height_beside(layout, room):
            layout = replace(layout, read_foot=(), do=[*layout.do, *layout.read_foot])
        lead = look.px(layout.lead // 3)
        do = self._do_beside(room)
        read = Rect(look.start(room, 0, look.read_width), do.y + lead, look.read_width, do.h - lead)
        nodes, _ = self._column(layout.read, read, look.px(layout.read_gap))
        nodes += self._at_end(layout.read_foot, read, look.px(16))
        return nodes + self._do(layout, do)

    def _do_beside(self, room: Rect) -> Rect:
        look = self.look
        y, height = room.y + look.px(16), room.h - look.px(16 + 32)
        return Rect(look.start(room, room.w - look.do_width, look.do_width), y, look.do_width, height)

    def _height_beside(self, layout: Layout, room: Rect) -> int:
        return self._do_beside(room).h - self.look.px(layout.lead // 3)

    def _read_height(self, layout: Layout) -> int:
        """What *read* and its foot need beside *do*."""
        look = self.look
        top = self._height(layout.read, look.read_width, look.px(layout.read_gap))
        foot = self._height(layout.read_foot, look.read_width, look.px(16))
        return top + (look.px(24) + foot if foot else 0)

    def _foot(self, layout: Layout) -> list[Part]:
        """What stands at the lower end of *do*: that of *read* too, where *read* is above."""
        return [*layout.foot] if self.look.landscape else [*layout.read_foot, *layout.foot]

    def _free(self, room: Rect, foot: Sequence[Part], action: Sequence[Part]) -> Rect:
        """What foot and action leave of *do*."""
        return self._above(self._above(room, action, self.look.px(16)), foot, self.look.px(24))

    def _do(self, layout: Layout, room: Rect) -> list[Node]:
        """*Do* and the action zone below it."""
        look, gap = self.look, self.look.px(layout.gap)
        foot = self._foot(layout)
        action = list(layout.action)
        above, bottom = self._column(layout.top, room, gap)
        if above:
            bottom += gap
            room = Rect(room.x, bottom, room.w, max(0, room.bottom - bottom))
        free = self._free(room, foot, action)
        split = pages(layout.do, room.w, free.h, gap)
        if len(split) > 1:
            free = self._free(room, foot, [self._pager(layout, 0, 1), *action])
            split = pages(layout.do, room.w, free.h, gap)
            page = min(self.page, len(split) - 1)
            action = [self._pager(layout, page, len(split)), *action]
        elif layout.steady:
            action = [Space(self._pager(layout, 0, 1).height(room.w)), *action]
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
        widest = self.say(message("page-of", page=_MOST_PAGES, pages=_MOST_PAGES))
        previous, following = map(self.say, layout.turn)
        return Pager(previous, following, where, page, count, self.look, widest=widest)

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


_MOST_PAGES = 88
"""As wide as numbers of pages get: how a pager is arranged must not depend on how many pages it leaves room for."""


def _texts_sunk(layout: Layout) -> Layout:
    """With the texts under the title at the beginning of *do*, where they are on the first page only."""
    title = next((i for i, part in enumerate(layout.read) if isinstance(part, Prose) and part.role is Role.HEADING), -1)
    sinking = [part for part in layout.read[title + 1 :] if _is_text(part)]
    return replace(layout, read=[part for part in layout.read if part not in sinking], do=[*sinking, *layout.do])


def _is_text(part: Part) -> bool:
    return isinstance(part, Prose) or (isinstance(part, Stack) and all(_is_text(one) for one in part.parts))
