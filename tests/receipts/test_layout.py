"""Slips set out for paper and as text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.receipts.breaking import broken
from terminal.receipts.layout import Across, Pair, Symbol, Text, set_out
from terminal.receipts.plain import codes, in_plain_text
from terminal.receipts.slip import Code, Figure, Line, Rule, Slip, Title
from terminal.receipts.wording import MOST_CHARACTERS, printable

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60)


def test_lines_break_after_spaces_and_hyphens_and_not_at_spaces_that_must_not() -> None:
    text = "Am Montag um 10:15\u00a0Uhr im Melde- und Passamt/Standesamt"
    assert broken(text, 16) == ["Am Montag um", "10:15 Uhr im", "Melde- und", "Passamt/", "Standesamt"]


def test_a_soft_hyphen_shows_only_where_the_line_ends() -> None:
    assert broken("Wohnungs\u00adgeber\u00adbestätigung", 15) == ["Wohnungsgeber-", "bestätigung"]
    assert broken("Wohnungs\u00adgeber", 20) == ["Wohnungsgeber"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert broken("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_nothing_is_one_empty_line() -> None:
    assert broken("", 10) == [""]


@settings(deadline=None)
@given(st.lists(WORDS, max_size=20), st.integers(1, 60))
def test_no_line_is_too_wide_and_nothing_is_lost(words: list[str], room: int) -> None:
    lines = broken(" ".join(words), room)
    assert all(len(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(words)


@settings(deadline=None)
@given(st.text(max_size=2 * MOST_CHARACTERS))
def test_what_is_printable_is_one_line_without_control_characters(text: str) -> None:
    plain = printable(text)
    assert all(character.isprintable() or character in "\u00a0\u00ad\u200c\u200d" for character in plain)
    assert len(plain) <= MOST_CHARACTERS
    assert printable(plain) == plain


def test_what_has_no_end_is_cut_with_an_ellipsis() -> None:
    plain = printable("ab " * 5000)
    assert len(plain) == MOST_CHARACTERS
    assert plain.endswith("…")


def test_line_ends_and_tabs_part_words() -> None:
    assert printable("a\r\nb\tc\u2028d\u0085e") == "a b c d e"


def test_signs_that_no_printer_has_become_their_plain_likes() -> None:
    assert printable("E\u2011Mail 1\u202f000 a\u0308") == "E-Mail 1\u00a0000 ä"


def test_a_pair_that_is_too_long_goes_under_each_other() -> None:
    pair = Pair("Adresse", "Markt 1, 04821 Brandis")
    assert pair.joined(32) == ("Adresse" + " " * 3, "Markt 1, 04821 Brandis")
    assert pair.joined(30) is None
    assert [text.text for text in pair.apart()] == ["Adresse", "Markt 1, 04821 Brandis"]


SLIP = Slip(
    (
        Title("Ihr Termin"),
        Rule(),
        Figure("Raum", "2.14"),
        Figure("Nummer", "B\u00a0117", large=True),
        Line(),
        Code("x", "Der Code"),
    )
)


def test_rows_stand_in_the_order_of_the_parts() -> None:
    assert list(set_out(SLIP)) == [
        Text("Ihr Termin", bold=True, centred=True, double=True),
        Across(),
        Pair("Raum", "2.14"),
        Text("Nummer", centred=True),
        Text("B\u00a0117", bold=True, centred=True, double=True),
        Text(""),
        Symbol("x"),
        Text("Der Code", centred=True),
    ]


def test_as_text_it_has_every_word_and_the_codes_apart() -> None:
    assert in_plain_text(SLIP) == ("Ihr Termin", "Raum: 2.14", "Nummer", "B 117", "Der Code")
    assert codes(SLIP) == (Code("x", "Der Code"),)
