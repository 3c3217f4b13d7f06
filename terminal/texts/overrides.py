"""Checks the town's own wording against the texts that it replaces."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice

from fluent.syntax import FluentParser, ast

from terminal.texts.entries import split_entries
from terminal.texts.excess import DEEPEST, endless, excesses
from terminal.texts.fluent_entries import FUNCTIONS, references
from terminal.texts.tree import nodes
from terminal.values import valueclass

_BUILT_IN = frozenset({"NUMBER"})
_MOST = 100
"""Problems of one file; what is wrong beyond is named when these are mended."""


@valueclass(frozen=True)
class OverrideProblem:
    """What is wrong in `line` (from 1), in words for staff."""

    line: int
    reason: str


def override_problems(override: str, shipped: Iterable[str]) -> list[OverrideProblem]:
    """What is wrong with `override`, the town's .ftl text of one language, in the order of its lines.

    `shipped` are the .ftl texts of that language that come with the kiosk. The town may change the words of a text,
    and of how it is said; its values and whether it has a `.speech` stay. Terms of its own are the town's business.
    """
    originals = {text_id: entry for source in shipped for text_id, entry in split_entries(source).items()}
    try:
        entries = FluentParser().parse(override).body
        return list(islice(_problems(override, entries, originals), _MOST))
    except RecursionError:
        return [OverrideProblem(1, "this file cannot be read: something in it is nested too deeply")]


def _problems(override: str, entries: list[ast.EntryType], originals: Mapping[str, str]) -> Iterator[OverrideProblem]:
    terms = {f"-{entry.id.name}" for entry in entries if isinstance(entry, ast.Term)}
    without_end = endless(entries, originals)
    seen: set[str] = set()
    for entry in entries:
        if isinstance(entry, ast.Junk):
            yield _at(override, entry, "this cannot be read; write: id = text")
        elif isinstance(entry, ast.Term):
            yield from (_at(override, entry, f'"-{entry.id.name}" {excess}') for excess in excesses(entry))
        elif isinstance(entry, ast.Message):
            reasons = _reasons(entry, originals, terms, without_end)
            again = [f'"{entry.id.name}" occurs twice'] if entry.id.name in seen else reasons
            yield from (_at(override, entry, reason) for reason in again)
            seen.add(entry.id.name)


def variables(node: object) -> set[str]:
    """Names of the values that a text mentions."""
    return {found.id.name for found in nodes(node) if isinstance(found, ast.VariableReference)}


def _reasons(entry: ast.Message, originals: Mapping[str, str], terms: set[str], without_end: set[str]) -> Iterator[str]:
    name = entry.id.name
    if name not in originals:
        yield f'no screen shows "{name}"{_did_you_mean(name, originals)}'
        return
    original = _parsed(originals[name])
    if entry.value is None:
        yield f'"{name}" has no text'
    yield from (f'"{name}" {excess}' for excess in excesses(entry))
    if name in without_end:
        yield f'"{name}" mentions itself, or texts that mention others more than {DEEPEST} times'
    yield from _different_values(name, variables(original), variables(entry))
    yield from _different_attributes(name, _attributes(original), _attributes(entry))
    for call in nodes(entry):
        if isinstance(call, ast.FunctionReference) and call.id.name not in FUNCTIONS | _BUILT_IN:
            yield f'"{name}" uses {call.id.name}(), which does not exist{_did_you_mean(call.id.name, FUNCTIONS)}'
    for mentioned in references(entry):
        if mentioned not in originals and mentioned not in terms:
            yield f'"{name}" mentions {{ {mentioned} }}, which does not exist{_did_you_mean(mentioned, originals)}'


def _different_values(name: str, wanted: set[str], given: set[str]) -> Iterator[str]:
    for unknown in sorted(given - wanted):
        yield f'"{name}" has no ${unknown}{_did_you_mean(unknown, wanted)}'
    if given <= wanted:
        for missing in sorted(wanted - given):
            yield f'"{name}" leaves out {{ ${missing} }}'


def _different_attributes(name: str, wanted: set[str], given: set[str]) -> Iterator[str]:
    for missing in sorted(wanted - given):
        yield f'"{name}" needs a line .{missing} = how a voice says it'
    for unknown in sorted(given - {"speech"}):
        yield f'"{name}" has a line .{unknown}, which means nothing here; there is only .speech'


def _attributes(entry: ast.Message) -> set[str]:
    return {attribute.id.name for attribute in entry.attributes}


def _parsed(source: str) -> ast.Message:
    return next(entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message))


def _did_you_mean(written: str, known: Iterable[str]) -> str:
    near = get_close_matches(written, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def _at(override: str, entry: ast.Message | ast.Term | ast.Junk, reason: str) -> OverrideProblem:
    start = entry.span.start if entry.span else 0
    return OverrideProblem(override.count("\n", 0, start) + 1, reason)
