"""Typing: what stays, and what never gets into a field."""

import gc
import unicodedata
import weakref

import pytest

from tests.screens.counter import Counter

CHARACTERS = [
    "\x00",
    "\x07",
    "\x1b",
    "\n",
    "\t",
    "\x7f",
    "\u200e",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u200b",
    "\ue000",
    "\ud800",
]


@pytest.mark.parametrize("character", CHARACTERS, ids=lambda c: f"U+{ord(c):04X}")
def test_control_and_direction_characters_never_get_into_a_field(character: str) -> None:
    counter = Counter().to("ask")
    counter.press("a")
    counter.front.text(character)
    counter.press("b")
    assert counter.node("field").value == "ab"


def test_a_refused_character_is_explained_and_the_next_one_takes_the_note_away() -> None:
    counter = Counter().to("ask")
    counter.press("a", "\x00")
    assert counter.tree.find("problem")
    counter.press("b")
    assert not counter.tree.find("problem")


def test_a_flood_is_refused_as_a_whole_and_what_was_typed_stays() -> None:
    counter = Counter().to("ask")
    counter.press("a")
    counter.front.text("x" * 10_000)
    assert counter.node("field").value == "a"
    assert "80" in counter.node("problem").name


def test_a_flood_of_single_keys_stops_at_the_longest_answer() -> None:
    counter = Counter().to("ask")
    counter.press(*"x" * 500)
    assert counter.node("field").value == "x" * 80


def test_emoji_and_letters_of_other_scripts_can_be_typed_and_drawn() -> None:
    counter = Counter().to("ask")
    counter.press("🙂", "Ł", "Ж", "ع")
    assert counter.node("field").value == "🙂ŁЖع"
    assert counter.node("field").draw(False)


def test_a_letter_and_its_accent_become_one() -> None:
    counter = Counter().to("ask")
    counter.press("e", "\u0301")
    assert counter.node("field").value == unicodedata.normalize("NFC", "e\u0301")


def test_changing_the_language_keeps_what_is_half_typed() -> None:
    counter = Counter().to("ask")
    counter.press(*"Erika")
    counter.tap("bar:language")
    counter.tap("option:language:en")
    assert counter.node("title").name == "Where do we send the confirmation?"
    assert counter.node("field").value == "Erika"


def test_changing_the_size_keeps_what_is_half_typed_and_covered() -> None:
    counter = Counter().to("ask")
    counter.press(*"Erika")
    counter.tap("cover")
    counter.tap("bar:comfort")
    counter.tap("option:size:largest")
    counter.tap("main")
    assert counter.front.view.look.size == 4
    assert counter.node("field").value == "•••••"
    counter.tap("cover")
    assert counter.node("field").value == "Erika"


@pytest.mark.parametrize(
    ("open", "choose"), [("bar:language", "option:language:en"), ("bar:comfort", "option:size:large")]
)
def test_language_and_size_keep_what_is_searched_for(open: str, choose: str) -> None:
    counter = Counter().to("find")
    counter.tap("search")
    counter.press(*"xyz")
    counter.tap(open)
    counter.tap(choose)
    if counter.key == "aside-comfort":
        counter.tap("main")
    assert counter.key == "find"
    assert counter.node("search").value == "xyz"
    assert counter.tree.find("search-nothing")
    assert counter.tree.find("key:e")


def test_going_back_to_a_question_brings_its_answer() -> None:
    counter = Counter().to("read")
    counter.tap("bar:back")
    assert counter.node("field").value == "e@example.org"


def test_what_was_done_on_questions_is_forgotten_with_the_way_back_to_the_start() -> None:
    counter = Counter().to("ask")
    counter.press(*"Erika")
    typed = weakref.ref(counter.front.view.handling)
    counter.tap("bar:back")
    gc.collect()
    assert counter.key == "start"
    assert typed() is None


def test_a_covered_field_tells_and_shows_only_dots() -> None:
    counter = Counter().to("ask")
    counter.tap("cover")
    counter.press(*"Erika")
    assert not any(
        "E" in text or "Eri" in text for text in (counter.node("field").value, *counter.node("field").strings())
    )


def test_shift_holds_for_one_key() -> None:
    counter = Counter().to("ask")
    counter.tap("key:shift")
    counter.tap("key:e")
    counter.tap("key:r")
    assert counter.node("field").value == "Er"


def test_one_may_ask_in_cyrillic_letters() -> None:
    counter = Counter().to("find")
    counter.tap("search")
    counter.tap("key:alphabet")
    for letter in "собака":
        counter.tap(f"key:{letter}")
    assert counter.node("search").value == "собака"
    counter.tap("key:alphabet")
    counter.tap("key:q")
    assert counter.node("search").value == "собакаq"
