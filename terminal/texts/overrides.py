"""Checks the town's own wording against the texts that it replaces."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from fluent.syntax import FluentParser, ast

_FUNCTIONS = {"DAY", "WEEKDAY", "DIGITS", "LETTERS", "ADDRESS", "STREET", "NUMBER"}


def override_problems(override: str, shipped: Iterable[str]) -> list[tuple[str, str]]:
    """What is wrong with `override`, the town's .ftl text of one language, as (id or line, reason) for staff.

    `shipped` are the .ftl texts of that language that come with the kiosk.
    """
    replaceable = {text_id: entry for source in shipped for text_id, entry in _messages(source)}
    problems: list[tuple[str, str]] = []
    seen: set[str] = set()
    for entry in FluentParser().parse(override).body:
        if isinstance(entry, ast.Junk):
            problems.append((f"line {_line(override, entry)}", "cannot be read; write: id = text"))
        elif isinstance(entry, ast.Term):
            problems.append((f"-{entry.id.name}", "terms (ids that begin with -) are not for the town's texts"))
        elif isinstance(entry, ast.Message):
            text_id = entry.id.name
            reasons = ["occurs twice"] if text_id in seen else list(_reasons(text_id, entry, replaceable))
            problems += [(text_id, reason) for reason in reasons]
            seen.add(text_id)
    return problems


def variables(node: object) -> set[str]:
    """Names of the values that a text mentions."""
    return {found.id.name for found in nodes(node) if isinstance(found, ast.VariableReference)}


def nodes(node: object) -> Iterator[ast.BaseNode]:
    """`node` and everything below it."""
    if isinstance(node, list):
        for child in node:
            yield from nodes(child)
    elif isinstance(node, ast.BaseNode):
        yield node
        for child in vars(node).values():
            yield from nodes(child)


def _messages(source: str) -> Iterator[tuple[str, ast.Message]]:
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message):
            yield entry.id.name, entry


def _reasons(text_id: str, entry: ast.Message, replaceable: dict[str, ast.Message]) -> Iterator[str]:
    original = replaceable.get(text_id)
    if original is None:
        near = get_close_matches(text_id, replaceable, n=1)
        yield f"is no text of this kiosk; did you mean {near[0]}?" if near else "is no text of this kiosk"
        return
    if entry.value is None:
        yield "has no text"
    yield from _different_values(original, entry)
    yield from _different_attributes(original, entry)
    for found in nodes(entry):
        if isinstance(found, ast.FunctionReference) and found.id.name not in _FUNCTIONS:
            yield f"uses {found.id.name}(), which does not exist; there is {', '.join(sorted(_FUNCTIONS))}"
        if isinstance(found, ast.MessageReference) and found.id.name not in replaceable:
            yield f"mentions {{ {found.id.name} }}, which does not exist"


def _different_values(original: ast.Message, entry: ast.Message) -> Iterator[str]:
    wanted, given = variables(original), variables(entry)
    for name in sorted(wanted - given):
        yield f"leaves out {{ ${name} }}"
    for name in sorted(given - wanted):
        yield f"mentions {{ ${name} }}, which this text does not have"


def _different_attributes(original: ast.Message, entry: ast.Message) -> Iterator[str]:
    wanted = {attribute.id.name for attribute in original.attributes}
    given = {attribute.id.name for attribute in entry.attributes}
    for name in sorted(wanted - given):
        yield f"needs a line .{name} = how a voice says it"
    for name in sorted(given - {"speech"}):
        yield f"has .{name}, which means nothing here; there is only .speech"


def _line(source: str, junk: ast.Junk) -> int:
    start = junk.span.start if junk.span else 0
    return source.count("\n", 0, start) + 1
