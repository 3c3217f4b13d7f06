"""The texts of one language: entries by id, parsed when they are first needed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, partial
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from terminal.texts.dates import clock, day_and_month, full_date, short_day, short_weekday, weekday
from terminal.texts.entries import split_entries
from terminal.texts.spelling import Spelling

_SIGNS = ("at", "dot", "dash", "underscore", "slash", "plus", "to")
_REFERENCES = (ast.MessageReference, ast.TermReference)


class LanguageTexts:
    """`sources` are .ftl texts of one language; an entry of a later one takes the place of an earlier one's."""

    def __init__(self, language: str, sources: Sequence[str], zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self._sources = sources
        self._loaded: set[str] = set()

    def has(self, text_id: str) -> bool:
        """Whether there is a message `text_id` that can be shown."""
        return self._load(text_id) and self._bundle.has_message(text_id)

    def format(self, text_id: str, attribute: str | None, values: Mapping[str, Any]) -> tuple[str, bool]:
        """The text, or an attribute of it if there is one; False when a value or a reference was missing.

        Raises KeyError when there is no message `text_id`.
        """
        if not self.has(text_id):
            raise KeyError(text_id)
        found = self._bundle.get_message(text_id)
        pattern = found.attributes.get(attribute, found.value) if attribute else found.value
        if pattern is None:
            raise KeyError(text_id)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text), not errors

    def say(self, text_id: str, **values: int) -> str:
        """A message of the language itself, such as the names of the digits."""
        return self.format(text_id, None, values)[0]

    @cached_property
    def spelling(self) -> Spelling:
        """How this language spells out numbers, codes and addresses."""
        return Spelling(tuple(self.say("spoken-digits").split()), {sign: self.say(f"spoken-{sign}") for sign in _SIGNS})

    @cached_property
    def _entries(self) -> dict[str, list[str]]:
        entries: dict[str, list[str]] = {}
        for source in self._sources:
            for text_id, entry in split_entries(source).items():
                entries.setdefault(text_id, []).append(entry)
        return entries

    @cached_property
    def _bundle(self) -> FluentBundle:
        functions: dict[str, Any] = {name: partial(function, self) for name, function in _FUNCTIONS.items()}
        return FluentBundle([self.language.split("-")[0]], functions=functions, use_isolating=False)

    def _load(self, text_id: str) -> bool:
        if text_id in self._loaded:
            return True
        for source in reversed(self._entries.get(text_id, [])):
            parsed = FluentResource(source)
            if any(isinstance(entry, ast.Message | ast.Term) for entry in parsed.body):
                self._loaded.add(text_id)
                self._bundle.add_resource(parsed)
                for reference in references(parsed):
                    self._load(reference)
                return True
        return False


@dataclass(frozen=True)
class Moment(FluentType):
    """A date or time on its way into a text: it reads "18:00", and sounds "18 Uhr"."""

    value: date | time | datetime
    spoken: bool
    texts: LanguageTexts

    def format(self, locale: Locale) -> str:
        """As it stands in a text without a function around it."""
        value = self.value
        if isinstance(value, datetime):
            there = value.astimezone(self.texts.zone)
            return f"{full_date(there.date(), self.texts.language)}, {self._time(there.time())}"
        return self._time(value) if isinstance(value, time) else full_date(value, self.texts.language)

    @property
    def day(self) -> date:
        """The day in the town; raises TypeError for a time of day."""
        if isinstance(self.value, time):
            raise TypeError("a time of day has no day")
        return self.value.astimezone(self.texts.zone).date() if isinstance(self.value, datetime) else self.value

    def _time(self, at: time) -> str:
        return self.texts.say("spoken-time", hour=at.hour, minute=at.minute) if self.spoken else clock(at)


def references(node: ast.BaseNode) -> Iterator[str]:
    """Ids of the messages and terms (with their "-") that `node` mentions."""
    if isinstance(node, _REFERENCES):
        yield f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from references(child)


def _day(value: object) -> date:
    if not isinstance(value, Moment):
        raise TypeError("only a date has a day")
    return value.day


def _written(value: object) -> str:
    return str(value)


_FUNCTIONS: Mapping[str, Callable[[LanguageTexts, object], str]] = {
    "DAY": lambda texts, value: day_and_month(_day(value), texts.language),
    "WEEKDAY": lambda texts, value: weekday(_day(value), texts.language),
    "SHORTDAY": lambda texts, value: short_day(_day(value), texts.language),
    "SHORTWEEKDAY": lambda texts, value: short_weekday(_day(value), texts.language),
    "DAYNUMBER": lambda texts, value: str(_day(value).day),
    "DIGITS": lambda texts, value: texts.spelling.digits(_written(value)),
    "LETTERS": lambda texts, value: texts.spelling.letters(_written(value)),
    "ADDRESS": lambda texts, value: texts.spelling.address(_written(value)),
    "STREET": lambda texts, value: texts.spelling.street(_written(value)),
}
FUNCTIONS = frozenset(_FUNCTIONS)
"""What an .ftl text may call; terminal/texts/de.ftl says what each is for."""
