"""Turning pages by buttons: there is no scrolling and no dragging."""

from collections.abc import Callable
from dataclasses import replace

from screens.actions import Action, TurnPage
from screens.lettering import letter
from screens.look import Look
from screens.parts.button import Button, Style
from screens.parts.text import Prose
from screens.primitives import Bitmap, Fill, Picture, Primitive, Rect
from screens.tree import Node, Role, State
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class Pager:
    """Previous, where one is, next. `page` counts from 0; `turn` says what leads to a page, `widest` is the longest that `where` can become."""

    previous: Rendered
    next: Rendered
    where: Rendered
    page: int
    pages: int
    look: Look
    id: str = "page"
    turn: Callable[[int], Action] = TurnPage
    widest: Rendered | None = None

    def height(self, width: int) -> int:
        """See `Part`."""
        where = self._where().height(width) + self.look.px(8) if self._stacked(width) else 0
        return where + self._button_height(width)

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        look, gap = self.look, self.look.px(16)
        stacked = self._stacked(rect.w)
        cell = self._cell(rect.w, stacked=stacked)
        high = self._button_height(rect.w)
        top = rect.bottom - high
        first = Rect(look.start(rect, 0, cell), top, cell, high)
        last = Rect(look.start(rect, rect.w - cell, cell), top, cell, high)
        where = self._where()
        text_height = where.height(rect.w)
        if stacked:
            text = Rect(rect.x, rect.y, rect.w, text_height)
        else:
            text = Rect(rect.x + cell + gap, top + (high - text_height) // 2, rect.w - 2 * (cell + gap), text_height)
        return [*self._turn(-1, first), *where.place(text), *self._turn(1, last)]

    def _stacked(self, width: int) -> bool:
        """Whether the buttons need so much that the text goes above them."""
        text = letter((self.widest or self.where).text, self.look.face("small"), width).width
        return 2 * self._cell(width, stacked=False) + text + 2 * self.look.px(16) > width

    def _cell(self, width: int, *, stacked: bool) -> int:
        """Width of each button: half, or a third, or more than that where its label asks for it."""
        gap = self.look.px(16)
        if stacked:
            return (width - gap) // 2
        return max((width - 2 * gap) // 3, *(self._button(by).natural_width() for by in (-1, 1)))

    def _where(self) -> Prose:
        return Prose(self.id, self.where, self.look, self.look.face("small"), align="centre")

    def _button_height(self, width: int) -> int:
        return self._button(1).height(self._cell(width, stacked=self._stacked(width)))

    def _button(self, by: int) -> Button:
        words, end = (self.previous, "previous") if by < 0 else (self.next, "next")
        before, after = ("chevron-left", None) if by < 0 else (None, "chevron-right")
        return Button(
            f"{self.id}:{end}", words, self.look, self.turn(self.page + by), Style.LOW, icon=before, icon_after=after
        )

    def _turn(self, by: int, rect: Rect) -> list[Node]:
        if 0 <= self.page + by < self.pages:
            return self._button(by).place(rect)
        (node,) = self._button(by).place(rect)
        flat = node.draw(False)

        def draw(pressed: bool) -> tuple[Primitive, ...]:
            return (Fill(rect, "surface", self.look.radius), *(_faded(part) for part in flat[2:]))

        gone = frozenset({State.DISABLED})
        return [
            Node(
                node.id, Role.BUTTON, node.name, rect, draw,
                speech=node.speech, language=node.language, states=gone, radius=node.radius,
            )
        ]  # fmt: skip


def _faded(part: Primitive) -> Primitive:
    return part if isinstance(part, Bitmap | Picture) else replace(part, colour="muted")
