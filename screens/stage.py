"""Where trees become pictures: the window's canvas, painted anew only where something changed."""

from collections.abc import Callable
from typing import Protocol

from screens.look import Look
from screens.primitives import PaintGroup, Primitive, Rect, Ring
from screens.tree import Node, Tree


class Canvas(Protocol):
    """What a stage needs of the painter."""

    def paint(self, groups: list[PaintGroup]) -> list[Rect] | None:
        """Show exactly these groups; what has to be drawn again, None for everything."""


class Stage:
    """Holds the tree on the screen. `invalidate` hears which part of the window is no longer right."""

    def __init__(self, painter: Canvas, invalidate: Callable[[Rect | None], None]) -> None:
        self.tree = Tree(())
        self._painter = painter
        self._invalidate = invalidate
        self._groups: dict[str, PaintGroup] = {}
        self._pressed: str | None = None

    def show(self, tree: Tree, look: Look, *, pressed: str | None, focus: Node | None) -> None:
        """Put `tree` on the screen, with the node `pressed` pressed and a ring around `focus`."""
        self.tree = tree
        self._pressed = pressed
        self._groups = {node.id: PaintGroup(node.id, node.draw(node.id == pressed)) for node in tree.nodes}
        self._groups["focus ring"] = PaintGroup("focus ring", ring(look, focus) if focus else ())
        self._paint()

    def press(self, pressed: str | None) -> None:
        """Change only which node looks pressed: this stands between a finger and its picture, so it does nothing else."""
        before, self._pressed = self._pressed, pressed
        for id in {before, pressed} - {None}:
            node = self.tree.find(str(id))
            if node:
                self._groups[node.id] = PaintGroup(node.id, node.draw(node.id == pressed))
        self._paint()

    def focus(self, look: Look, focus: Node | None) -> None:
        """Change only where the focus ring is."""
        self._groups["focus ring"] = PaintGroup("focus ring", ring(look, focus) if focus else ())
        self._paint()

    def _paint(self) -> None:
        dirty = self._painter.paint(list(self._groups.values()))
        if dirty is None:
            self._invalidate(None)
            return
        for rect in dirty:
            self._invalidate(rect)


def ring(look: Look, node: Node) -> tuple[Primitive, ...]:
    """The focus ring around a node: a gap in the page's colour is part of it, else it is lost on a filled button in grey."""
    gap = look.px(4)
    inner = node.bounds.outset(gap)
    outer = inner.outset(look.strong)
    return (
        Ring(inner, "bg", gap, node.radius + gap),
        Ring(outer, "focus", look.strong, node.radius + gap + look.strong),
    )
