"""Wording that can be read, and that formatting would not be done with: too deep, in a circle, numbers without end."""

from collections.abc import Iterable, Iterator, Mapping

from fluent.syntax import FluentParser, ast

from terminal.texts.fluent_entries import references
from terminal.texts.tree import depth, nodes

DEEPEST = 10
"""So far placeables may be nested, and texts mention texts. Those that are shipped get by with three."""

_LONGEST_NUMBER = 15
_LONGEST_ARGUMENT = 2
"""Of its digits: as many as it says are written (ECMA-402 ends at 100)."""


def excesses(entry: ast.BaseNode) -> Iterator[str]:
    """What is too much in `entry` itself, in words for staff."""
    if depth(entry) > DEEPEST:
        yield "is nested too deeply"
        return
    for node in nodes(entry):
        if isinstance(node, ast.NumberLiteral) and len(node.value) > _LONGEST_NUMBER:
            yield "has a number that is far too long"
        elif isinstance(node, ast.NamedArgument) and _is_too_large(node.value):
            yield f"has a {node.name.name} that is far too large"


def _is_too_large(value: ast.BaseNode) -> bool:
    return isinstance(value, ast.NumberLiteral) and len(value.value) > _LONGEST_ARGUMENT


def endless(entries: Iterable[ast.EntryType], originals: Mapping[str, str]) -> set[str]:
    """Ids of the texts that mention themselves on some way, or whose way to the last text is longer than `DEEPEST`.

    `entries` take the place of `originals`, which are sources by id.
    """
    mentions = {_id(entry): set(references(entry)) for entry in entries if isinstance(entry, ast.Message | ast.Term)}
    unknown = set().union(*mentions.values()) - mentions.keys()
    while unknown:
        text_id = unknown.pop()
        mentions[text_id] = set(references(FluentParser().parse(originals.get(text_id, ""))))
        unknown |= mentions[text_id] - mentions.keys()
    left = set(mentions)
    for _ in range(DEEPEST):
        left = {text_id for text_id in left if not left.isdisjoint(mentions[text_id])}
    return left


def _id(entry: ast.Message | ast.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
