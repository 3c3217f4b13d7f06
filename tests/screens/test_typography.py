"""Where lines break, and how wide text is."""

import subprocess
import sys

import pytest

from screens.typography import Face, fits, longest_word, width, wrap

BODY = Face(bold=False, px=38)
TITLE = Face(bold=True, px=92)


def test_lines_break_at_spaces_and_lose_them() -> None:
    assert wrap("Wohnung anmelden", BODY, width("anmelden", BODY) + 20) == ["Wohnung", "anmelden"]


def test_no_line_is_wider_than_allowed() -> None:
    text = "Bitte bringen Sie Ihren alten Ausweis, ein Foto und 37,00 € mit. Der Schalter ist im Erdgeschoss."
    assert all(width(line, BODY) <= 400 for line in wrap(text, BODY, 400))


def test_a_text_that_fits_exactly_stays_on_one_line() -> None:
    assert wrap("Wohnung anmelden", BODY, width("Wohnung anmelden", BODY)) == ["Wohnung anmelden"]


def test_a_soft_hyphen_is_seen_only_where_the_line_breaks_at_it() -> None:
    text = "Führerschein\u00adumtausch"
    assert wrap(text, BODY, width("Führerschein-", BODY)) == ["Führerschein-", "umtausch"]
    assert wrap(text, BODY, 2000) == ["Führerscheinumtausch"]


def test_the_hyphen_of_a_broken_word_must_fit_too() -> None:
    text = "aa bbb\u00adccccccc"
    assert wrap(text, BODY, width("aa bbb-", BODY) - 1) == ["aa", "bbb-", "ccccccc"]


def test_a_soft_hyphen_at_the_end_of_the_text_is_nothing() -> None:
    assert wrap("Ende\u00ad", BODY, 2000) == ["Ende"]


def test_no_break_space_and_no_break_hyphen_hold_together() -> None:
    text = "um 10:20\u00a0Uhr per E\u2011Mail"
    for limit in range(longest_word(text, BODY), width(text, BODY)):
        lines = " | ".join(wrap(text, BODY, limit))
        assert "10:20\u00a0Uhr" in lines
        assert "E\u2011Mail" in lines


def test_lines_break_after_a_hyphen_between_letters() -> None:
    assert wrap("Online-Antrag", BODY, width("Online-", BODY)) == ["Online-", "Antrag"]


@pytest.mark.parametrize("text", ["1-3", "10–12", "-5"])
def test_numbers_are_not_broken_at_dashes(text: str) -> None:
    assert longest_word(text, BODY) == width(text, BODY)


def test_newlines_begin_new_lines_and_empty_ones_stay() -> None:
    assert wrap("Markt 1\n\nBrandis", BODY, 2000) == ["Markt 1", "", "Brandis"]


def test_only_a_word_wider_than_the_line_is_cut_between_characters() -> None:
    word = "Donaudampfschifffahrt"
    lines = wrap(f"Die {word}", BODY, 200)
    assert lines[0] == "Die"
    assert "".join(lines[1:]) == word
    assert all(width(line, BODY) <= 200 for line in lines)
    assert not fits(f"Die {word}", BODY, 200)


def test_a_line_narrower_than_a_character_still_ends() -> None:
    assert wrap("WW", BODY, 1) == ["W", "W"]


def test_soft_hyphens_make_a_long_word_fit() -> None:
    assert fits("Donau\u00addampf\u00adschiff\u00adfahrt", BODY, 200)


def test_balanced_lines_are_about_equally_long_without_more_of_them() -> None:
    text = "Wofür brauchen Sie den Termin bei uns?"
    plain, balanced = wrap(text, TITLE, 1500), wrap(text, TITLE, 1500, balanced=True)
    assert len(plain) == len(balanced) == 2

    def spread(lines: list[str]) -> int:
        return abs(width(lines[0], TITLE) - width(lines[1], TITLE))

    assert spread(balanced) < spread(plain)


def test_the_design_documents_widest_words_measure_as_it_says() -> None:
    assert abs(width("Aufenthaltserlaubnis", TITLE) - 977) <= 3
    assert abs(width("Führerscheinumtausch", TITLE) - 1064) <= 3


@pytest.mark.parametrize("bold", [False, True])
def test_the_fonts_have_the_capital_sharp_s_and_what_holds_words_together(bold: bool) -> None:
    face = Face(bold, 42)
    missing = width("\ue000", face)
    for character in "ẞß„“–€·\u00a0\u2011…":
        assert width(character * 4, face) != 4 * missing, character


def test_measuring_opens_no_window() -> None:
    program = (
        "from screens.typography import Face, width; import sys;"
        "assert width('Bürgeramt', Face(True, 42)) > 100;"
        "assert 'kivy.core.window' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
