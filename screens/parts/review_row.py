"""One answer as it will be used, and the button to change it."""

from dataclasses import replace

from screens.look import Look
from screens.parts.button import Button
from screens.parts.facts import FactPart
from screens.primitives import Fill, Rect
from screens.tree import Node, Role
from terminal.values import valueclass


@valueclass(frozen=True)
class ReviewRowPart:
    """The fact at the start, *Change* at the end, or below it at the largest sizes; a rule below both.

    With `goes_on` the rest of the fact, and *Change*, are on the next page: its lines must end where those of the whole end.
    """

    id: str
    fact: FactPart
    change: Button | None
    change_width: int
    look: Look
    goes_on: bool = False

    def height(self, width: int) -> int:
        """See `Part`."""
        button = self.change.height(self.change_width) if self.change else 0
        fact = self.fact.height(self._fact_width(width))
        content = fact + self.look.px(8) + button if self._below and button else max(fact, button)
        return content + 2 * self.look.px(16) + self.look.line

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        look = self.look
        wide = self._fact_width(rect.w)
        high = self.fact.height(wide)
        middle = rect.y + (rect.h - look.line) // 2
        top = rect.y + look.px(16) if self._below else middle - high // 2
        nodes = self.fact.place(Rect(look.start(rect, 0, wide), top, wide, high))
        if self.change:
            button = self.change.height(self.change_width)
            x = look.start(rect, 0 if self._below else rect.w - self.change_width, self.change_width)
            y = top + high + look.px(8) if self._below else middle - button // 2
            nodes += self.change.place(Rect(x, y, self.change_width, button))
        rule = Rect(rect.x, rect.bottom - look.line, rect.w, look.line)
        fill = (Fill(rule, "rule"),)
        return [*nodes, Node(f"{self.id}:rule", Role.DECORATION, "", rule, lambda pressed: fill)]

    def split(self, width: int, height: int) -> "tuple[ReviewRowPart, ReviewRowPart] | None":
        """Tear a value that is higher than a page; *Change* stands after its end."""
        room = height - 2 * self.look.px(16) - self.look.line
        torn = self.fact.split(self._fact_width(width), room)
        if torn is None:
            return None
        return replace(self, fact=torn[0], change=None, goes_on=True), replace(self, fact=torn[1], id=f"{self.id}+")

    @property
    def _below(self) -> bool:
        return self.look.large and not self.look.landscape

    def _fact_width(self, width: int) -> int:
        return (
            width if self._below or not (self.change or self.goes_on) else width - self.change_width - self.look.px(24)
        )
