"""Entries of one language as Fluent understands them, parsed when they are first needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from terminal.texts.dates import day_and_month, short_day, short_weekday, weekday
from terminal.texts.moment import Moment
from terminal.texts.spelling import Spelling
from terminal.values import valueclass

_REFERENCES = (ast.MessageReference, ast.TermReference)


class FluentEntries:
    """`sources` holds each entry's .ftl texts by id; a later one takes the place of an earlier one's.

    `spelling` is how `language` spells out what it does not say as it is written.
    """

    def __init__(self, language: str, sources: Mapping[str, Sequence[str]], spelling: Callable[[], Spelling]) -> None:
        self._sources = sources
        self._loaded: set[str] = set()
        functions: dict[str, Any] = {
            name: partial(function, language, spelling) for name, function in _FUNCTIONS.items()
        }
        self._bundle = FluentBundle([language.split("-")[0]], functions=functions, use_isolating=False)

    def has(self, text_id: str) -> bool:
        """Whether there is a message `text_id` that can be shown."""
        return self._load(text_id) and self._bundle.has_message(text_id)

    def format(self, text_id: str, attribute: str | None, values: Mapping[str, object]) -> tuple[str, bool]:
        """The text, or an attribute of it if there is one; False when a value or a reference was missing.

        Raises KeyError when there is no message `text_id`.
        """
        if not self.has(text_id):
            raise KeyError(text_id)
        found = self._bundle.get_message(text_id)
        pattern = found.attributes.get(attribute, found.value) if attribute else found.value
        if pattern is None:
            raise KeyError(text_id)
        wrapped = {name: _Given(value) if isinstance(value, Moment) else value for name, value in values.items()}
        text, errors = self._bundle.format_pattern(pattern, wrapped)
        return str(text), not errors

    def _load(self, text_id: str) -> bool:
        if text_id in self._loaded:
            return True
        for source in reversed(self._sources.get(text_id, [])):
            parsed = FluentResource(source)
            if any(isinstance(entry, ast.Message | ast.Term) for entry in parsed.body):
                self._loaded.add(text_id)
                self._bundle.add_resource(parsed)
                for reference in references(parsed):
                    self._load(reference)
                return True
        return False


@valueclass(frozen=True)
class _Given(FluentType):
    """A date or time in Fluent's hands."""

    moment: Moment

    def format(self, locale: Locale) -> str:
        return self.moment.written()


def load_words_of_calendars(languages: Iterable[str]) -> None:
    """Beforehand, what the first entry of each language would wait 10 ms for: CLDR's data, kept for the whole process."""
    for language in languages:
        FluentEntries(language, {}, lambda: Spelling((), {}))


def references(node: ast.BaseNode) -> Iterator[str]:
    """Ids of the messages and terms (with their "-") that `node` mentions."""
    if isinstance(node, _REFERENCES):
        yield f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from references(child)


def _day(value: object) -> date:
    if not isinstance(value, _Given):
        raise TypeError("only a date has a day")
    return value.moment.day


def _written(value: object) -> str:
    return str(value)


_FUNCTIONS: Mapping[str, Callable[[str, Callable[[], Spelling], object], str]] = {
    "DAY": lambda language, spelling, value: day_and_month(_day(value), language),
    "WEEKDAY": lambda language, spelling, value: weekday(_day(value), language),
    "SHORTDAY": lambda language, spelling, value: short_day(_day(value), language),
    "SHORTWEEKDAY": lambda language, spelling, value: short_weekday(_day(value), language),
    "DAYNUMBER": lambda language, spelling, value: str(_day(value).day),
    "DIGITS": lambda language, spelling, value: spelling().digits(_written(value)),
    "LETTERS": lambda language, spelling, value: spelling().letters(_written(value)),
    "ADDRESS": lambda language, spelling, value: spelling().address(_written(value)),
    "STREET": lambda language, spelling, value: spelling().street(_written(value)),
}
FUNCTIONS = frozenset(_FUNCTIONS)
"""What an .ftl text may call; terminal/texts/de.ftl says what each is for."""
