"""Checking the town's own wording before it is used: a mistake in it must not reach a citizen's screen.

Imported only where a town has wording of its own: parsing all shipped texts takes a fifth of a second.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from config.files import UnreadableFileError
from config.problems import did_you_mean
from terminal.journeys.registry import text_sources

_MAIN_LANGUAGE = "de"


def check_fluent(path: Path, text: str) -> None:
    """Raises `UnreadableFileError` for the first thing wrong with `text`, the content of `path`.

    Wrong is: not Fluent; a message that no screen shows; a variable that the shipped message does not have.
    """
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            raise UnreadableFileError(f"the file {path} is not Fluent in line {_line(text, entry)}")
        if isinstance(entry, ast.Message) and (wrong := _wrong(entry, _shipped())):
            raise UnreadableFileError(f"the file {path}, line {_line(text, entry)}: {wrong}")


def _wrong(message: ast.Message, shipped: Mapping[str, frozenset[str]]) -> str | None:
    name = message.id.name
    if name not in shipped:
        return f'no screen shows "{name}"{did_you_mean(name, list(shipped))}'
    unknown = sorted(_variables(message) - shipped[name])
    return f'"{name}" has no ${unknown[0]}{did_you_mean(unknown[0], list(shipped[name]))}' if unknown else None


@cache
def _shipped() -> Mapping[str, frozenset[str]]:
    """Each shipped message with its variables."""
    sources = text_sources([_MAIN_LANGUAGE])[_MAIN_LANGUAGE]
    return {message.id.name: _variables(message) for message in _messages(sources)}


def _messages(sources: tuple[str, ...]) -> Iterator[ast.Message]:
    for source in sources:
        yield from (entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message))


def _variables(message: ast.Message) -> frozenset[str]:
    found = _VariableNames()
    found.visit(message)
    return frozenset(found.names)


class _VariableNames(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 (the visitor finds it by this name)
        self.names.add(node.id.name)


def _line(text: str, entry: ast.Message | ast.Junk) -> int:
    return text.count("\n", 0, entry.span.start) + 1 if entry.span else 1
