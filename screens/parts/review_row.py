"""One answer as it will be used, and the button to change it."""

from dataclasses import dataclass

from screens.look import Look
from screens.parts.button import Button
from screens.parts.facts import FactPart
from screens.primitives import Fill, Rect
from screens.tree import Node, Role


@dataclass(frozen=True)
class ReviewRowPart:
    """The fact at the start, *Change* at the end, a rule below."""

    id: str
    fact: FactPart
    change: Button | None
    change_width: int
    look: Look

    def height(self, width: int) -> int:
        """See `Part`."""
        button = self.change.height(self.change_width) if self.change else 0
        return max(self.fact.height(self._fact_width(width)), button) + 2 * self.look.px(16) + self.look.line

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        look = self.look
        wide = self._fact_width(rect.w)
        high = self.fact.height(wide)
        middle = rect.y + (rect.h - look.line) // 2
        nodes = self.fact.place(Rect(look.start(rect, 0, wide), middle - high // 2, wide, high))
        if self.change:
            button = self.change.height(self.change_width)
            x = look.start(rect, rect.w - self.change_width, self.change_width)
            nodes += self.change.place(Rect(x, middle - button // 2, self.change_width, button))
        rule = Rect(rect.x, rect.bottom - look.line, rect.w, look.line)
        fill = (Fill(rule, "rule"),)
        return [*nodes, Node(f"{self.id}:rule", Role.DECORATION, "", rule, lambda pressed: fill)]

    def _fact_width(self, width: int) -> int:
        return width - self.change_width - self.look.px(24) if self.change else width
