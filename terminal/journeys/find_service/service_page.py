"""The questions about a service, each with the beginning of its answer, and the answers, one a screen."""

from collections.abc import Generator, Iterator
from textwrap import shorten
from typing import Any

from terminal.central.catalogue.model import Line, Service, Topic
from terminal.journeys.find_service.actions import actions
from terminal.journeys.find_service.topics import ASKED, of_the_catalogue, told, value_of
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Choose, Heading, Journey, Option, Paragraph, Read, Step, Way
from terminal.wording import Text, Words, message

_LONGEST_HINT = 160
_LONGEST_BEGINNING = 75


def questions(snapshot: Snapshot, service: Service) -> Generator[Step[Any], Any, str]:
    """What the citizen wants to know or do; answers the value of a topic or an action."""
    first, *later = actions(snapshot, service)
    topics = tuple(_option(topic, lines) for topic, lines in told(service) if not _is_hint(topic, lines))
    asked: str = yield from Choose(
        key="about",
        title=of_the_catalogue(service.titles),
        hint=next((lines[0][1] for topic, lines in told(service) if _is_hint(topic, lines)), None),
        options=(first, *topics, *later),
        help=message("service-help-about"),
    )
    return asked


def topic_page(service: Service, topic: Topic) -> Journey:
    """One answer, whole; from there one goes back to the questions."""
    lines = next(lines for one, lines in told(service) if one is topic)
    yield from Read(
        key="topic",
        title=message(f"service-topic-{topic.value}"),
        hint=of_the_catalogue(service.titles),
        blocks=(*_blocks(lines), *_as_of(service)),
        ways=(Way(value="questions", label=message("service-more-questions"), back=True),),
        help=message("service-help-topic"),
    )


def _as_of(service: Service) -> Iterator[Block]:
    if service.as_of:
        yield Paragraph(message("service-as-of", day=service.as_of), muted=True)


def _is_hint(topic: Topic, lines: tuple[tuple[Line, Text], ...]) -> bool:
    """A summary of one short line stands below the title, and needs no page of its own."""
    return topic is Topic.SUMMARY and len(lines) == 1 and len(lines[0][0].text) <= _LONGEST_HINT


def _option(topic: Topic, lines: tuple[tuple[Line, Text], ...]) -> Option:
    return Option(
        value=value_of(topic),
        label=message(f"service-topic-{topic.value}"),
        sublabel=_beginning(next(text for line, text in lines if line.kind != "heading")),
        icon=ASKED[topic],
    )


def _beginning(text: Text) -> Text:
    """No longer than two lines of a tile, cut between words."""
    if not isinstance(text, Words):
        return text
    return Words.of(
        {language: shorten(words, _LONGEST_BEGINNING, placeholder=" \u2026") for language, words in text.by_language}
    )


def _blocks(lines: tuple[tuple[Line, Text], ...]) -> Iterator[Block]:
    for line, text in lines:
        if line.kind == "heading":
            yield Heading(text)
        elif line.kind == "item" and isinstance(text, Words):
            yield Paragraph(Words.of({language: f"\u2022 {item}" for language, item in text.by_language}))
        else:
            yield Paragraph(text)
