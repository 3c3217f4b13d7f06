"""Texts as data: a step says *what* is to be read, never *how it reads* in the language of the moment."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Self

from terminal.values import valueclass


@valueclass(frozen=True)
class Message:
    """A message of our own, by its Fluent id, with the values that its text mentions."""

    id: str
    arguments: "tuple[tuple[str, Argument], ...]" = ()


@valueclass(frozen=True)
class Words:
    """A text from the town or a central service: by language, as written there.

    `by_language` maps language codes to text; "" is the key of what reads the same in every language (a name).
    """

    by_language: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """From a mapping as the configuration and central services hold it."""
        return cls(tuple(sorted(texts.items())))

    @classmethod
    def same(cls, text: str) -> Self:
        """What reads the same in every language: a name, a number, an address."""
        return cls((("", text),))


Text = Message | Words
Argument = str | int | date | time | datetime | Message | Words


def message(name: str, /, **arguments: Argument) -> Message:
    """Shorthand for a `Message`; arguments are sorted, so equal messages are equal values."""
    return Message(name, tuple(sorted(arguments.items())))
