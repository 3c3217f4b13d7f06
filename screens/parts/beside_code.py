"""A code with what belongs to it beside it, so that both share the height of one."""

from dataclasses import replace

from screens.look import Look
from screens.parts.code import CodePart
from screens.parts.part import Part, Stack
from screens.parts.text import paragraph
from screens.primitives import Rect
from screens.tree import Node
from terminal.values import valueclass


@valueclass(frozen=True)
class BesideCode:
    """`code` at the start edge; `beside` and the code's caption fill the rest of the width, and are read first."""

    beside: Stack
    code: CodePart
    look: Look

    def height(self, width: int) -> int:
        """See `Part`."""
        return max(self.code.side, self._texts().height(self._rest(width)))

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        rest, side = self._rest(rect.w), self.code.side
        high = self._texts().height(rest)
        texts = Rect(self.look.start(rect, rect.w - rest, rest), rect.y + (rect.h - high) // 2, rest, high)
        code = Rect(self.look.start(rect, 0, side), rect.y, side, rect.h)
        return [*self._texts().place(texts), *self._alone().place(code)]

    def split(self, width: int, height: int) -> tuple[Part, Part] | None:
        """What is beside it, and the code on the next page."""
        return (self.beside, self.code) if self.beside.height(width) <= height else None

    def _alone(self) -> CodePart:
        return replace(self.code, title=None, caption=self.code.title or self.code.caption, alone=True)

    def _texts(self) -> Stack:
        caption = paragraph(self.look, f"{self.code.id}:caption", self.code.caption)
        return Stack([*self.beside.parts, caption])

    def _rest(self, width: int) -> int:
        return width - self.code.side - self.look.px(32)
