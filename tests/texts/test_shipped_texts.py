"""Both languages say the same things, and a voice can say them."""

import re
from collections import Counter
from datetime import date

import pytest
from fluent.syntax import ast

from terminal.texts.overrides import variables
from terminal.texts.tree import nodes
from terminal.wording import Argument, Message
from tests.texts.shipped import FOLDERS, LANGUAGES, body, literal, messages, shipped_texts, speech

GERMAN, ENGLISH = messages("de"), messages("en")
FILES = [folder / f"{language}.ftl" for folder in FOLDERS for language in LANGUAGES]
SAID_WRONGLY = re.compile(
    r"\d{3,}|\d:\d|·|/|@|•|§|\bQR|www\.|https?:"
    r"|\b(?:z\. ?B|d\. ?h|u\. ?a|e\. ?g|i\. ?e|Nr|Str|Tel|bzw|ca|usw|ggf|inkl|evtl|etc|No)\."
)
SHORT_WEEKDAYS = {"de": re.compile(r"\b(?:Mo|Di|Mi|Do|Fr|Sa)\b"), "en": re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat)\b")}
SPELLED = {"number": "DIGITS", "code": "LETTERS", "address": "ADDRESS", "postcode": "DIGITS"}
TIME_WITH_UNIT = re.compile(r"\{\}\s+Uhr")


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_file_can_be_read(file) -> None:
    unread = [entry.content for entry in body(file.read_text(encoding="utf-8")) if isinstance(entry, ast.Junk)]
    assert unread == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_occurs_twice(language: str) -> None:
    files = [file for file in FILES if file.stem == language]
    ids = [entry.id.name for file in files for entry in body(file.read_text()) if isinstance(entry, ast.Message)]
    assert [text_id for text_id, times in Counter(ids).items() if times > 1] == []


def test_german_and_english_have_the_same_ids() -> None:
    assert GERMAN.keys() == ENGLISH.keys()


def test_german_and_english_mention_the_same_values() -> None:
    assert [text_id for text_id in GERMAN if variables(GERMAN[text_id]) != variables(ENGLISH[text_id])] == []


def test_german_and_english_have_the_same_attributes() -> None:
    assert [text_id for text_id in GERMAN if attributes(GERMAN[text_id]) != attributes(ENGLISH[text_id])] == []
    assert {name for entry in GERMAN.values() for name in attributes(entry)} == {"speech"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_voice_says_has_nothing_that_it_says_wrongly(language: str) -> None:
    said = {
        text_id: literal(spoken(entry))
        for text_id, entry in messages(language).items()
        if text_id not in ("spoken-hour", "spoken-time")
    }
    wrongly = {
        text_id: SAID_WRONGLY.findall(text) + SHORT_WEEKDAYS[language].findall(text) for text_id, text in said.items()
    }
    assert {text_id: found for text_id, found in wrongly.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_codes_and_addresses_are_spelled_out(language: str) -> None:
    unspelled = [
        (text_id, name)
        for text_id, entry in messages(language).items()
        for name, function in SPELLED.items()
        if name in variables(entry) and (name, function) not in calls(spoken(entry))
    ]
    assert unspelled == []


def test_german_says_uhr_once() -> None:
    timed = {
        text_id: entry
        for text_id, entry in GERMAN.items()
        if entry.value and TIME_WITH_UNIT.search(literal(entry.value))
    }
    assert len(timed) > 10
    twice = [text_id for text_id, entry in timed.items() if TIME_WITH_UNIT.search(literal(spoken(entry)))]
    assert twice == ["spoken-hour", "spoken-time"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_renders_with_its_values(language: str) -> None:
    texts = shipped_texts()
    for text_id, entry in messages(language).items():
        arguments = tuple((name, example(entry, name)) for name in sorted(variables(entry)))
        rendered = texts.render(Message(text_id, arguments), language)
        assert rendered.language == language
        assert rendered.text.strip()
        assert rendered.speech.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_blames_shouts_or_speaks_of_errors(language: str) -> None:
    bad = re.compile(r"!|ungültig|[Ff]ehler|fehlgeschlagen|leider|invalid|\berror|failed|\bQR\b")
    assert [text_id for text_id, entry in messages(language).items() if bad.search(literal(entry))] == []


def spoken(entry: ast.Message) -> ast.Pattern:
    """What a voice says."""
    said = speech(entry) or entry.value
    assert said is not None
    return said


def attributes(entry: ast.Message) -> set[str]:
    """The names of its attributes."""
    return {attribute.id.name for attribute in entry.attributes}


def calls(pattern: ast.Pattern) -> set[tuple[str, str]]:
    """Which value goes through which function."""
    found = (node for node in nodes(pattern) if isinstance(node, ast.FunctionReference))
    return {(call.arguments.positional[0].id.name, call.id.name) for call in found}


def example(entry: ast.Message, name: str) -> Argument:
    """A value that fits how the message uses `name`."""
    for node in nodes(entry):
        if isinstance(node, ast.FunctionReference) and name in variables(node) and "DAY" in node.id.name:
            return date(2026, 12, 3)
        if isinstance(node, ast.SelectExpression) and name in variables(node.selector):
            return 2
    return "12"
