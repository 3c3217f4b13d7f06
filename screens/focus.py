"""Moving the focus with keys: in reading order, or to the nearest control in a direction."""

from enum import Enum

from screens.tree import Node, Tree


class Direction(Enum):
    """Where the focus goes."""

    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def moved(tree: Tree, focus: str | None, direction: Direction) -> str | None:
    """Id of the node that has the focus afterwards; every control can be reached by NEXT alone, in a circle."""
    stops = tree.pressable()
    if not stops:
        return None
    index = next((i for i, node in enumerate(stops) if node.id == focus), None)
    backward = direction in (Direction.PREVIOUS, Direction.UP, Direction.LEFT)
    if index is None:
        return _from(tree, focus, backward=backward).id
    if direction in (Direction.NEXT, Direction.PREVIOUS):
        return stops[(index + (-1 if backward else 1)) % len(stops)].id
    nearest = _nearest(stops[index], stops, direction)
    return nearest.id if nearest else stops[index].id


def _from(tree: Tree, focus: str | None, *, backward: bool) -> Node:
    """The control next to a node that can no longer be pressed; the first or last where there was none."""
    order = list(reversed(tree.nodes)) if backward else list(tree.nodes)
    ids = [node.id for node in order]
    begin = ids.index(focus) + 1 if focus in ids else 0
    return next(node for node in order[begin:] + order[:begin] if node.pressable)


def _nearest(here: Node, stops: tuple[Node, ...], direction: Direction) -> Node | None:
    """The closest control whose nearer edge lies beyond ours; sideways distance counts double."""

    def cost(node: Node) -> float | None:
        a, b = here.bounds, node.bounds
        dx, dy = (b.x + b.right - a.x - a.right) / 2, (b.y + b.bottom - a.y - a.bottom) / 2
        if direction is Direction.DOWN and b.y >= a.bottom:
            return b.y - a.bottom + 2 * _aside(a.x, a.right, b.x, b.right) + abs(dx) / 1000
        if direction is Direction.UP and b.bottom <= a.y:
            return a.y - b.bottom + 2 * _aside(a.x, a.right, b.x, b.right) + abs(dx) / 1000
        if direction is Direction.RIGHT and b.x >= a.right:
            return b.x - a.right + 2 * _aside(a.y, a.bottom, b.y, b.bottom) + abs(dy) / 1000
        if direction is Direction.LEFT and b.right <= a.x:
            return a.x - b.right + 2 * _aside(a.y, a.bottom, b.y, b.bottom) + abs(dy) / 1000
        return None

    costs = [(cost(node), i) for i, node in enumerate(stops) if node is not here]
    known = [(value, i) for value, i in costs if value is not None]
    return stops[min(known)[1]] if known else None


def _aside(a0: int, a1: int, b0: int, b1: int) -> int:
    """How far two spans miss each other; 0 when they overlap."""
    return max(0, b0 - a1, a0 - b1)
