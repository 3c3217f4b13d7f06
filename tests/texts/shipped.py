"""The shipped .ftl files, parsed."""

from pathlib import Path

from fluent.syntax import FluentParser, ast

import terminal.texts
from terminal.journeys.registry import JOURNEYS, SHARED, text_sources
from terminal.texts import Texts
from terminal.texts.tree import nodes

LANGUAGES = ("de", "en")
FOLDERS = (Path(terminal.texts.__file__).parent, *SHARED, *(journey.folder for journey in JOURNEYS.values()))


def shipped_texts() -> Texts:
    """All texts, as the kiosk has them; a missing one raises."""
    return Texts({"de": ("de",), "en": ("en", "de")}, text_sources(LANGUAGES))


def body(source: str) -> list[ast.EntryType]:
    """The entries of one .ftl text."""
    return FluentParser().parse(source).body


def messages(language: str) -> dict[str, ast.Message]:
    """All messages of a language by id."""
    sources = text_sources(LANGUAGES)[language]
    return {entry.id.name: entry for source in sources for entry in body(source) if isinstance(entry, ast.Message)}


def speech(entry: ast.Message) -> ast.Pattern | None:
    """The pattern of `.speech`, if there is one."""
    return next((attribute.value for attribute in entry.attributes if attribute.id.name == "speech"), None)


def literal(pattern: ast.BaseNode) -> str:
    """What stands in the pattern, with "{}" where a value comes in."""
    return "".join(_literal(node) for node in nodes(pattern) if isinstance(node, ast.TextElement | ast.Placeable))


def _literal(node: ast.TextElement | ast.Placeable) -> str:
    if isinstance(node, ast.TextElement):
        return node.value
    inner = node.expression
    return str(inner.parse()["value"]) if isinstance(inner, ast.StringLiteral) else "{}"
