"""Privacy notice, imprint, accessibility statement."""

from pathlib import Path

import pytest

import config
from terminal.journeys.legal.statement import Part, PartKind, differing_languages, parts, statement
from terminal.journeys.registry import JOURNEYS
from terminal.steps import Heading, Paragraph
from terminal.wording import Words
from tests.journeys.town import SNAPSHOT, STATEMENT
from tests.journeys.walk import stage_after

BRANDIS = Path(config.__file__).parent / "towns" / "brandis"


def test_the_simple_form_has_titles_headings_items_and_paragraphs() -> None:
    assert parts("# A\nb\nc\n\n## D\n- e\n- f\ng\n") == (
        Part(PartKind.TITLE, "A"),
        Part(PartKind.PARAGRAPH, "b\nc"),
        Part(PartKind.HEADING, "D"),
        Part(PartKind.ITEM, "e"),
        Part(PartKind.ITEM, "f"),
        Part(PartKind.PARAGRAPH, "g"),
    )


@pytest.mark.parametrize("written", ["### a", "#a", "-a", "*a*", "1. a", "[a](b)"])
def test_everything_else_is_a_paragraph_as_it_stands(written: str) -> None:
    assert parts(written) == (Part(PartKind.PARAGRAPH, written),)


def test_all_languages_are_on_one_page() -> None:
    title, blocks = statement(STATEMENT)
    assert title == Words.of({"de": "Titel", "en": "Title"})
    assert blocks == (
        Paragraph(Words.of({"de": "Stadt Brandis\nMarkt 1", "en": "Town of Brandis\nMarkt 1"})),
        Heading(Words.of({"de": "Rechte", "en": "Rights"})),
        Paragraph(Words.of({"de": "• Auskunft", "en": "• Access"})),
        Paragraph(Words.of({"de": "• Löschung", "en": "• Erasure"})),
    )


def test_a_language_with_other_parts_is_left_out_and_named() -> None:
    texts = {"de": "# A\n\nb\n\nc", "en": "# A\n\nb"}
    assert differing_languages(texts) == ("en",)
    title, blocks = statement(texts)
    assert (title, len(blocks)) == (Words.of({"de": "A"}), 2)


def test_a_town_without_german_is_read_by_its_first_language() -> None:
    assert statement({"en": "# A\n\nb", "sv": "# C\n\nd"})[0] == Words.of({"en": "A", "sv": "C"})


@pytest.mark.parametrize("which", ["privacy", "imprint", "accessibility"])
def test_each_text_can_be_read(which: str) -> None:
    step = stage_after(lambda: JOURNEYS["legal"].begin(SNAPSHOT), (which,)).scene.step
    assert (step.key, len(step.blocks)) == (which, 4)


@pytest.mark.parametrize("which", ["privacy", "imprint", "accessibility"])
def test_the_example_towns_texts_have_the_same_parts_in_both_languages(which: str) -> None:
    texts = {code: (BRANDIS / f"{which}.{code}.md").read_text(encoding="utf-8") for code in ("de", "en")}
    assert differing_languages(texts) == ()
