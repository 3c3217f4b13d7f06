"""The texts of one language: entries by id, understood when they are first needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from terminal.texts.entries import split_entries
from terminal.texts.plain_entries import PlainEntry, plain_entry
from terminal.texts.spelling import Spelling

if TYPE_CHECKING:
    from terminal.texts.fluent_entries import FluentEntries

_SIGNS = ("at", "dot", "dash", "underscore", "slash", "plus", "to")


class LanguageTexts:
    """`sources` are .ftl texts of one language; an entry of a later one takes the place of an earlier one's."""

    def __init__(self, language: str, sources: Sequence[str], zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self._sources = sources
        self._plain: dict[str, PlainEntry | None] = {}

    def has(self, text_id: str) -> bool:
        """Whether there is a message `text_id` that can be shown."""
        return text_id in self._entries and (self._plain_entry(text_id) is not None or self._fluent.has(text_id))

    def format(self, text_id: str, attribute: str | None, values: Mapping[str, object]) -> tuple[str, bool]:
        """The text, or an attribute of it if there is one; False when a value or a reference was missing.

        Raises KeyError when there is no message `text_id`.
        """
        plain = self._plain_entry(text_id)
        text = plain.format(attribute, values) if plain else None
        return self._fluent.format(text_id, attribute, values) if text is None else (text, True)

    def say(self, text_id: str, **values: int) -> str:
        """A message of the language itself, such as the names of the digits."""
        return self.format(text_id, None, values)[0]

    @cached_property
    def spelling(self) -> Spelling:
        """How this language spells out numbers, codes and addresses."""
        return Spelling(tuple(self.say("spoken-digits").split()), {sign: self.say(f"spoken-{sign}") for sign in _SIGNS})

    def _plain_entry(self, text_id: str) -> PlainEntry | None:
        if text_id not in self._plain:
            sources = self._entries.get(text_id)
            self._plain[text_id] = plain_entry(sources[-1]) if sources else None
        return self._plain[text_id]

    @cached_property
    def _entries(self) -> dict[str, list[str]]:
        entries: dict[str, list[str]] = {}
        for source in self._sources:
            for text_id, entry in split_entries(source).items():
                entries.setdefault(text_id, []).append(entry)
        return entries

    @cached_property
    def _fluent(self) -> FluentEntries:
        from terminal.texts.fluent_entries import FluentEntries  # the first picture does without: see `plain_entries`

        return FluentEntries(self.language, self._entries, lambda: self.spelling)
