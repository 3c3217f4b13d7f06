"""What one can ask about a service, in the order in which most people do."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from terminal.central.catalogue.model import Line, Service, Topic
from terminal.steps import Icon
from terminal.texts.syllables import breakable
from terminal.wording import Text, Words

ASKED: Mapping[Topic, Icon] = MappingProxyType(
    {
        Topic.SUMMARY: "info-circle",
        Topic.DOCUMENTS: "file-text",
        Topic.FEES: "receipt",
        Topic.PROCEDURE: "file-description",
        Topic.DEADLINE: "clock",
        Topic.DURATION: "loader",
        Topic.VALIDITY: "calendar-check",
        Topic.PREREQUISITES: "check",
        Topic.HINTS: "info-circle",
        Topic.LEGAL_BASIS: "scale",
    }
)
"""With the icon of each."""

_PREFIX = "topic:"


def of_the_catalogue(texts: Mapping[str, str]) -> Words:
    """Words that nobody has written for large letters."""
    return Words.of({language: breakable(text) for language, text in texts.items()})


def value_of(topic: Topic) -> str:
    """As the value of an option."""
    return f"{_PREFIX}{topic.value}"


def topic_of(value: str) -> Topic | None:
    """The topic of an option's value; None: it is an action."""
    return Topic(value.removeprefix(_PREFIX)) if value.startswith(_PREFIX) else None


def told(service: Service) -> Iterator[tuple[Topic, tuple[tuple[Line, Text], ...]]]:
    """The topics of which something is said, each with its lines as texts in all languages that have all of them."""
    for topic in ASKED:
        by_language = {language: topics[topic] for language, topics in service.texts.items() if topics.get(topic)}
        if by_language:
            yield topic, _together(by_language)


def _together(by_language: Mapping[str, tuple[Line, ...]]) -> tuple[tuple[Line, Text], ...]:
    """Line by line. A language whose lines are not those of the main one stands for itself: it would tell something else."""
    main = by_language.get("de") or next(iter(by_language.values()))
    whole = {language: lines for language, lines in by_language.items() if len(lines) == len(main)}
    return tuple(
        (line, of_the_catalogue({language: lines[number].text for language, lines in whole.items()}))
        for number, line in enumerate(main)
    )
