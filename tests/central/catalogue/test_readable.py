"""Texts of other authorities become plain lines, whatever stands in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.central.catalogue.model import Line, Link
from terminal.central.catalogue.readable import (
    LONGEST_LINE,
    MOST_LINES,
    lines_of,
    links_in,
    plain,
    web_address,
)


def test_paragraphs_items_and_headings_are_told_apart() -> None:
    html = "<h2>Bitte mitbringen</h2><ul><li>Ausweis</li><li><p>Foto</p></li></ul><p>Danke.<br>Bis bald.</p>"
    assert lines_of(html) == (
        Line(text="Bitte mitbringen", kind="heading"),
        Line(text="Ausweis", kind="item"),
        Line(text="Foto", kind="item"),
        Line(text="Danke."),
        Line(text="Bis bald."),
    )


def test_a_heading_that_nothing_follows_is_left_out() -> None:
    assert lines_of("<p>Text</p><h3>Weiteres</h3><h3>Noch eins</h3>") == (Line(text="Text"),)


def test_a_table_is_one_line_a_row() -> None:
    assert lines_of(
        "<table><tr><th>Alter</th><td>46 Euro</td></tr><tr><td>unter 24</td><td>27,60 Euro</td></tr></table>"
    ) == (
        Line(text="Alter \u2013 46 Euro"),
        Line(text="unter 24 \u2013 27,60 Euro"),
    )


def test_scripts_styles_and_forms_are_dropped() -> None:
    html = (
        "<style>p{}</style><p>Eins<script>alert('Zwei')</script></p><iframe>Drei</iframe><select><option>Vier</select>"
    )
    assert lines_of(html) == (Line(text="Eins"),)


def test_text_without_markup_keeps_its_lines() -> None:
    assert lines_of("Eins\nZwei & drei") == (Line(text="Eins"), Line(text="Zwei & drei"))


def test_characters_that_turn_or_hide_text_are_gone() -> None:
    assert plain("Ge\u202ebühr\u200b \u00ad\x0046\u00a0Euro\ufeff") == "Gebühr 46 Euro"


def test_only_addresses_that_can_be_opened_at_home_are_links() -> None:
    html = '<a href="https://example.org/f">Formular</a> <a href="javascript:x">x</a> <a href="/intern">y</a> <a>z</a>'
    assert links_in(html) == (Link(name="Formular", address="https://example.org/f"),)


@pytest.mark.parametrize(
    "wrong", ["", "ftp://example.org/", "https://", "https://localhost", "https://a b.de/", None, 7]
)
def test_what_is_no_web_address_is_none(wrong: object) -> None:
    assert web_address(wrong) == ""


def test_very_much_is_cut_off_and_takes_no_time() -> None:
    assert len(lines_of("<li>x" * 100_000)) == MOST_LINES
    assert len(lines_of("a" * 1_000_000)[0].text) == LONGEST_LINE
    assert len(lines_of("<div>" * 50_000 + "Text")) == 1


@pytest.mark.parametrize("section", ["<![A;", "<![0", "<![CDATA[x]]>", "<![if IE]>", "<![", "<![endif]-->"])
def test_sections_that_html_does_not_have_are_comments(section: str) -> None:
    assert [line.text for line in lines_of(f"<p>vorher</p>{section}")][:1] == ["vorher"]


def test_what_follows_such_a_section_is_shown() -> None:
    assert [line.text for line in lines_of("<p>vorher</p><![if IE]>nachher")] == ["vorher", "nachher"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/=\"'&;#x 0aAlipbruht!-[]\n\u202e"), max_size=200))
def test_no_markup_is_ever_shown_and_nothing_crashes(html: str) -> None:
    for line in lines_of(html):
        assert line.text == plain(line.text) != ""
