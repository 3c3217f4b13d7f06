"""What the driver makes of a slip, read back from its bytes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.escpos_receipt_printer import composing
from hardware.escpos_receipt_printer.composing import Composer, harmless
from hardware.escpos_receipt_printer.symbol import modules_of, side_of
from terminal.receipts.layout import Columns
from terminal.receipts.slip import Code, Figure, Line, Slip, Title
from tests.hardware.escpos_reading import printout
from tests.hardware.receipts import CALENDAR, SLIP, composer


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("escpos")


@pytest.fixture(scope="module")
def wide(cache: Path) -> Composer:
    return composer(cache)


def test_umlauts_quotes_dashes_and_the_euro_are_there_in_one_code_page(wide: Composer) -> None:
    out = printout(wide.compose(SLIP))
    assert out.pages == [16]
    assert "Wohnungsgeberbestätigung" in out.lines
    assert "(„Vermieterbescheinigung“) – Gebühr: 12,50 €" in out.lines
    assert "Maßstab ÄÖÜäöüß, Größe" in out.lines
    assert out.pictures == []


def test_codes_are_printed_by_the_printer_byte_for_byte(wide: Composer) -> None:
    assert printout(wide.compose(SLIP)).codes == [b"BT1:7F3K-9Q2M", CALENDAR.encode()]


def test_a_slip_is_cut_once_at_its_end(wide: Composer) -> None:
    data = wide.compose(SLIP)
    assert printout(data).cuts == 1
    assert data[-3:-1] == b"\x1dV"


def test_a_name_and_its_value_stand_at_the_two_edges(wide: Composer) -> None:
    out = printout(wide.compose(Slip((Figure("Raum", "2.14"),))))
    assert out.lines[0] == "Raum" + " " * 40 + "2.14"


@pytest.mark.parametrize("text", ["Łukasz", "Київ", "漢字", "Ş", "x\u0301"])
def test_what_the_code_page_lacks_is_a_picture_and_never_a_question_mark(wide: Composer, text: str) -> None:
    out = printout(wide.compose(Slip((Line(text), Line("Grüße")))))
    assert out.lines[:1] == ["Grüße"]
    assert len(out.pictures) == 1
    assert out.pictures[0][0] == 576


def test_a_slip_from_right_to_left_is_drawn_as_a_whole(wide: Composer) -> None:
    slip = Slip((Title("موعدك"), Figure("رقمك", "B 117"), Line("12:30")), "rtl")
    out = printout(wide.compose(slip))
    assert [line for line in out.lines if line.strip()] == []
    assert len(out.pictures) == 3


def test_a_printer_without_codes_of_its_own_gets_them_as_pictures(cache: Path) -> None:
    out = printout(composer(cache, 32, "POS-5890").compose(SLIP))
    assert out.codes == []
    assert all(wide == 384 for wide, _ in out.pictures)
    assert sum(high for _, high in out.pictures) > 500


def test_no_picture_is_higher_than_a_small_memory(wide: Composer) -> None:
    out = printout(wide.compose(Slip((Line("Ж " * 200), Title("Ж" * 400)))))
    assert len(out.pictures) > 2
    assert max(high for _, high in out.pictures) <= 255


@pytest.mark.parametrize(
    "text", ["\x1b@\x1dV\x00", "a\r\nb", "\x10\x04\x01", "\x9b31m", "\u202edcba", "\x00", "\ud800"]
)
def test_control_characters_of_citizens_never_reach_the_printer(wide: Composer, text: str) -> None:
    plain = wide.compose(Slip((Line("x"),)))
    out = printout(wide.compose(Slip((Line(f"x{text}y"), Title(text), Figure(text, text)))))
    assert out.cuts == printout(plain).cuts == 1
    assert "".join(out.lines).isprintable()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.builds(Line, st.text()),
            st.builds(Title, st.text()),
            st.builds(Figure, st.text(), st.text(), st.booleans()),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["ltr", "rtl"]),
    st.sampled_from([32, 42, 48]),
)
def test_any_text_is_composed_within_the_paper_and_without_hidden_commands(
    tmp_path_factory: pytest.TempPathFactory, parts: list[Line], direction: str, columns: Columns
) -> None:
    cache = tmp_path_factory.getbasetemp() / "any"
    data = composer(cache, columns).compose(Slip(tuple(parts), "rtl" if direction == "rtl" else "ltr"))
    out = printout(data)
    assert all(len(line) <= columns for line in out.lines)
    assert all(wide <= columns * 12 for wide, _ in out.pictures)
    assert b"\x10\x04" not in data and b"\x10\x14" not in data


def test_dots_that_look_like_a_command_in_real_time_lose_one_dot() -> None:
    assert harmless(b"\x10\x04\x10\x10\x05\x10\x14\x10\x11\x04\x10") == b"\x00\x04\x10\x00\x05\x00\x14\x10\x11\x04\x10"


def test_dots_go_to_the_printer_without_commands_among_them(wide: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "harmless", lambda dots: bytes(len(dots)))
    drawn = wide.compose(Slip((Line("Ж"),)))
    assert b"\x1dv0\x00\x48\x00\x20\x00" + bytes(72 * 32) in drawn


@pytest.mark.parametrize("data", ["x", "ä" * 30, "7" * 300, CALENDAR, "x" * 900])
def test_the_side_of_a_code_is_known_before_it_is_drawn(data: str) -> None:
    assert side_of(data) == len(modules_of(data))


@pytest.mark.parametrize("data", ["", "x" * 901, "a\x10b", "ä" * 451])
def test_a_code_that_no_paper_holds_or_that_printers_obey_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="a code holds"):
        Code(data, "")


def test_the_largest_code_fits_on_the_narrowest_paper(cache: Path) -> None:
    out = printout(composer(cache, 32, "POS-5890").compose(Slip((Code("x" * 900, ""),))))
    assert sum(high for _, high in out.pictures) > 300
