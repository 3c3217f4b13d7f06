"""Walking the syntax tree of an .ftl text."""

from collections.abc import Iterator

from fluent.syntax import ast


def nodes(node: object) -> Iterator[ast.BaseNode]:
    """`node` and everything below it."""
    if isinstance(node, ast.BaseNode):
        yield node
    for child in _below(node):
        yield from nodes(child)


def depth(node: object) -> int:
    """How many placeables stand within each other."""
    return isinstance(node, ast.Placeable) + max(map(depth, _below(node)), default=0)


def _below(node: object) -> list[object]:
    if isinstance(node, list):
        return node
    return list(vars(node).values()) if isinstance(node, ast.BaseNode) else []
