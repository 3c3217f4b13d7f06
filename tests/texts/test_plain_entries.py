"""What is read without Fluent reads as Fluent would read it."""

import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.texts.entries import split_entries
from terminal.texts.fluent_entries import FluentEntries
from terminal.texts.language import LanguageTexts
from terminal.texts.moment import Moment
from terminal.texts.overrides import variables
from terminal.texts.plain_entries import plain_entry
from terminal.texts.rendering import TOWN_ZONE
from tests.texts.shipped import LANGUAGES, messages, shipped_texts

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 28, 10, 42, tzinfo=UTC)


def texts_of(*sources: str) -> LanguageTexts:
    return LanguageTexts("de", sources, TOWN_ZONE)


def by_fluent(*sources: str) -> FluentEntries:
    entries: dict[str, list[str]] = {}
    for source in sources:
        for text_id, entry in split_entries(source).items():
            entries.setdefault(text_id, []).append(entry)
    return FluentEntries("de", entries, lambda: texts_of(*sources).spelling)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_text_reads_the_same(language: str) -> None:
    texts = shipped_texts()._texts[language]
    fluent = texts._fluent
    compared = 0
    for text_id, entry in messages(language).items():
        for value in ("Ada", 7, 999, Moment(time(9, 5), False, texts), Moment(NOW, True, texts)):
            values = dict.fromkeys(variables(entry), value)
            for attribute in (None, "speech"):
                plain = texts._plain_entry(text_id)
                text = plain.format(attribute, values) if plain else None
                if text is not None:
                    compared += 1
                    assert (text, True) == fluent.format(text_id, attribute, values)
    assert compared > 3000


USUAL = st.sampled_from(["a", " ", "  ", "{ $x }", "{$x}", "\n    .speech = ", "\n", "\n# b"])
ODD = st.sampled_from(
    ["{ $ x }", "{ x }", "{", "}", "{ $x", "\n    ", ".", "=", "#", "\n#b", "*", "[", "\\", '"', '{ "{" }', "\t", "\r", "\f", "\v", "\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}",
     "{ $x -> *[other] y }", "\n    .speech=", "-", "\n  b = c", "ß"]
)  # fmt: skip
ENTRIES = st.lists(USUAL | USUAL | USUAL | ODD, min_size=1, max_size=8).map("".join)


@settings(max_examples=1000)
@given(ENTRIES, st.text(max_size=3) | st.integers(0, 2000), st.sampled_from([None, "speech"]))  # fmt: skip
def test_whatever_an_entry_looks_like_it_reads_the_same_or_is_left_to_fluent(
    rest: str, value: str | int, attribute: str | None
) -> None:
    source = f"id = {rest}"
    plain = plain_entry(split_entries(source)["id"])
    text = plain.format(attribute, {"x": value}) if plain else None
    if text is not None:
        assert (text, True) == by_fluent(source).format("id", attribute, {"x": value})


@pytest.mark.parametrize(
    "rest",
    [
        "a\n    .speech = b\n    .speech = c\n",
        "a\n    .speech = Nummer #1\n",
        "a\n    .speech = b\n# c\n\n## d\n",
        "a\n    b\n",
        "a\n\n    .speech = b\n",
        "\n    a\n",
        "a\n.speech = b\n",
        "a\n    \t",
        "a\n    \N{NO-BREAK SPACE}\n",
        "a\n    \f\n    .speech = b\n",
        "a\n \r\n",
    ],
)
def test_what_looks_nearly_plain_reads_the_same(rest: str) -> None:
    for attribute in (None, "speech"):
        read = texts_of(f"id = {rest}").format("id", attribute, {})
        assert read == by_fluent(f"id = {rest}").format("id", attribute, {})


@pytest.mark.parametrize("value", [1000, -1, 1.5, True, None])
def test_how_other_values_are_written_is_left_to_fluent(value: object) -> None:
    plain = plain_entry("id = { $x } Termine")
    assert plain
    assert plain.format(None, {"x": value}) is None


def test_a_value_that_is_missing_is_told_as_before() -> None:
    assert texts_of("id = { $x } Termine\n").format("id", None, {})[1] is False


def test_the_towns_entry_counts_whichever_of_both_is_plain() -> None:
    plain, other = "id = Guten Tag\n", 'id = Guten{" "}Tag!\n'
    assert texts_of(other, plain).format("id", None, {}) == ("Guten Tag", True)
    assert texts_of(plain, other).format("id", None, {}) == ("Guten Tag!", True)


def test_a_time_of_day_is_plain_and_a_day_needs_the_words_of_the_calendar() -> None:
    texts = texts_of("id = um { $at }\n")
    assert texts.format("id", None, {"at": Moment(time(9, 5), False, texts)}) == ("um 9:05", True)
    moment = Moment(NOW.astimezone(ZoneInfo("Europe/Berlin")), False, texts)
    assert texts.format("id", None, {"at": moment}) == ("um Samstag, 28.\N{NO-BREAK SPACE}November 2026, 11:42", True)


FIRST_PICTURE = """
import sys
from datetime import datetime
import terminal.assembly.visit
from terminal.texts import Texts, frame_sources
from terminal.texts.rendering import TOWN_ZONE
from terminal.wording import message
texts = Texts({"de": ("de",)}, {"de": (frame_sources(["de"])["de"],)})
assert "buchen" not in texts.render(message("start-title"), "de").text
texts.render(message("clock", time=datetime(2026, 11, 28, 10, 42).time()), "de")
print([name for name in ("fluent", "babel", "websockets", "requests", "pydantic") if name in sys.modules])
"""


def test_the_first_picture_waits_for_neither_fluent_nor_its_calendars() -> None:
    said = subprocess.run([sys.executable, "-c", FIRST_PICTURE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
