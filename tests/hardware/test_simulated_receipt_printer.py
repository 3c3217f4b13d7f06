"""The simulated printer: what comes out can be read by machines, and no bytes make it crash or hang."""

import subprocess
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hardware.escpos_receipt_printer import EscposReceiptPrinter
from hardware.escpos_receipt_printer.time_limit import TimeLimit
from hardware.simulated.paper import LONGEST, MARGIN
from hardware.simulated.receipt_printer import Condition, SimulatedReceiptPrinter, Tray
from hardware.simulated.receipt_printer_dock import commands
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.receipts.layout import Columns
from terminal.receipts.slip import Code, Slip
from terminal.receipts.tray import empty_tray, tray_in
from tests.hardware.receipts import CALENDAR, SLIP, TYPEFACES, composer

LIMIT = TimeLimit(1e9)


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    return Tray(tmp_path / "tray")


def simulated(tray: Tray, columns: int = 48) -> SimulatedReceiptPrinter:
    return SimulatedReceiptPrinter(tray, columns, TYPEFACES[1].regular, TYPEFACES[1].bold)


def codes_on(sheet: Path) -> bytes:
    """The bytes of all codes, one after the other, as zbar finds them."""
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-Sbinary", str(sheet)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def printed_with(tray: Tray, data: bytes, columns: int = 48) -> list[Path]:
    wire = simulated(tray, columns).connect(LIMIT)
    wire.write(data, LIMIT)
    wire.close()
    return tray.sheets


@pytest.mark.parametrize(("columns", "profile"), [(48, "TM-T20II"), (42, "TM-T88V"), (32, "POS-5890")])
def test_both_codes_of_a_slip_can_be_read_off_the_paper(
    tray: Tray, tmp_path: Path, columns: Columns, profile: str
) -> None:
    driver = EscposReceiptPrinter(simulated(tray, columns).connect, composer(tmp_path, columns, profile), 10)
    assert driver.print(SLIP) == Printed()
    (sheet,) = tray.sheets
    first, second = b"BT1:7F3K-9Q2M", CALENDAR.encode()
    assert codes_on(sheet) in (first + second, second + first)
    assert Image.open(sheet).width == columns * 12 + 2 * MARGIN


@pytest.mark.parametrize(("columns", "profile"), [(48, "TM-T20II"), (32, "POS-5890")])
def test_the_largest_code_can_be_read_off_the_paper(tray: Tray, tmp_path: Path, columns: Columns, profile: str) -> None:
    data = "Aä7~" * 180
    driver = EscposReceiptPrinter(simulated(tray, columns).connect, composer(tmp_path, columns, profile), 10)
    assert driver.print(Slip((Code(data, "x"),))) == Printed()
    assert codes_on(tray.sheets[0]) == data.encode()


def ink(sheet: Path) -> int:
    return Image.open(sheet).convert("L").histogram()[0]


def test_bold_double_and_centred_text_look_so(tray: Tray) -> None:
    plain, bold, double, centred = (b"Termin", b"\x1bE\x01Termin", b"\x1d!\x11Termin", b"\x1ba\x01Termin")
    sheets = [printed_with(tray, text + b"\n\x1dV\x00")[-1] for text in (plain, bold, double, centred)]
    inks = [ink(sheet) for sheet in sheets]
    assert inks[0] < inks[1] < inks[2]
    first_dots = [Image.eval(Image.open(sheet), lambda dot: 255 - dot).getbbox() for sheet in sheets]
    assert first_dots[0] and first_dots[3] and first_dots[3][0] > first_dots[0][0] + 200


def test_every_code_page_prints_the_same_letter_for_its_own_byte(tray: Tray) -> None:
    for page, byte in ((0, 0x84), (2, 0x84), (16, 0xE4), (18, 0x84), (19, 0x84)):
        printed_with(tray, bytes([0x1B, ord("t"), page, byte]) + b"\n\x1dV\x00")
    assert len({Image.open(sheet).tobytes() for sheet in tray.sheets}) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"\x1dv0\x00\x02\x00\x10\x00" + b"\xff" * 32,
        b"\x1d(L\x2a\x000p0\x01\x011\x10\x00\x10\x00" + b"\xff" * 32 + b"\x1d(L\x02\x0002",
        b"\x1b*\x21\x10\x00" + b"\xff\xff\x00" * 16 + b"\n",
    ],
    ids=["GS v 0", "GS ( L", "ESC *"],
)
def test_all_kinds_of_pictures_print_the_same_square(tray: Tray, data: bytes) -> None:
    (sheet,) = printed_with(tray, data + b"\x1dV\x00")
    assert ink(sheet) == 16 * 16


def test_a_code_above_what_a_code_holds_prints_nothing(tray: Tray) -> None:
    data = b"x" * 3000
    store = b"\x1d(k" + (len(data) + 3).to_bytes(2, "little") + b"1P0" + data
    assert printed_with(tray, store + b"\x1d(k\x03\x001Q0\x1dV\x00") == []


def test_paper_has_an_end(tray: Tray) -> None:
    (sheet,) = printed_with(tray, b"\x1bd\xff" * 100 + b"\x1dV\x00")
    assert Image.open(sheet).height <= LONGEST


def test_what_waited_for_paper_is_printed_when_it_comes_unless_it_was_cleared(tray: Tray) -> None:
    for clear, sheets in ((b"", 1), (b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 1)):
        tray.condition = Condition.PAPER_OUT
        wire = simulated(tray).connect(LIMIT)
        wire.write(b"Name\n\x1dV\x00" + clear, LIMIT)
        tray.condition = Condition.OK
        wire.write(b"\x10\x04\x01", LIMIT)
        wire.close()
        assert len(tray.sheets) == sheets


def test_a_printer_that_dies_leaves_a_torn_slip_and_stays_off(tray: Tray, tmp_path: Path) -> None:
    driver = EscposReceiptPrinter(simulated(tray).connect, composer(tmp_path), 5)
    assert driver.print(SLIP) == Printed()
    tray.condition = Condition.DIES
    assert driver.print(SLIP) == NotPrinted(PrinterState.OFFLINE, certain=False)
    whole, torn = (Image.open(sheet).height for sheet in tray.sheets)
    assert 0 < torn < whole / 2
    assert driver.state() is PrinterState.OFFLINE


def test_the_dock_sets_conditions_and_copies_slips(tray: Tray, tmp_path: Path) -> None:
    ask = commands(tray)
    printed_with(tray, b"x\n\x1dV\x00")
    assert ask["printer"]({"condition": "paper-out"}) == {"ok": True}
    assert tray.condition is Condition.PAPER_OUT
    assert ask["printer"]({"condition": "on fire"}) == {"ok": False, "error": "unknown-request"}
    copied = ask["receipts"]({"directory": str(tmp_path / "out")})
    assert copied == {"ok": True, "files": [str(tmp_path / "out" / "slip-0001.png")]}
    assert Path(copied["files"][0]).read_bytes() == tray.sheets[0].read_bytes()
    assert ask["receipts"]({"directory": "/dev/null/x"}) == {"ok": False, "error": "not-written"}


def test_slips_of_several_visits_at_once_all_come_out(tray: Tray) -> None:
    visits = [Thread(target=printed_with, args=(tray, b"%d\n\x1dV\x00" % number)) for number in range(8)]
    for visit in visits:
        visit.start()
    for visit in visits:
        visit.join()
    assert [sheet.name for sheet in tray.sheets] == [f"slip-{number:04}.png" for number in range(1, 9)]
    assert len({sheet.read_bytes() for sheet in tray.sheets}) == 8


def test_an_emptied_tray_is_that_of_a_new_printer(tmp_path: Path) -> None:
    used = Tray(tray_in(tmp_path))
    printed_with(used, b"x\n\x1dV\x00")
    used.condition = Condition.OFFLINE
    empty_tray(tmp_path)
    empty_tray(tmp_path)
    fresh = Tray(tray_in(tmp_path))
    assert (fresh.sheets, fresh.condition) == ([], Condition.OK)


PIECES = st.one_of(
    st.binary(max_size=40),
    st.builds(lambda kind, rest: bytes([kind]) + rest, st.sampled_from([0x10, 0x1B, 0x1C, 0x1D]), st.binary(max_size=12)),
    st.builds(
        lambda wide, high, data: b"\x1dv0\x00" + bytes([wide, 0, high, 0]) + data,
        st.integers(0, 9), st.integers(0, 20), st.binary(max_size=180),
    ),
    st.builds(
        lambda kind, data: b"\x1d(" + bytes([kind]) + len(data).to_bytes(2, "little") + data,
        st.sampled_from(list(b"LkAH")), st.one_of(st.binary(max_size=60), st.binary(max_size=60).map(lambda d: b"1" + d)),
    ),
    st.builds(lambda data: b"\x1d(k" + (len(data) + 3).to_bytes(2, "little") + b"1P0" + data + b"\x1d(k\x03\x001Q0", st.binary(max_size=50)),
    st.builds(lambda mode, data: b"\x1b*" + bytes([mode, len(data), 0]) + data, st.integers(0, 40), st.binary(max_size=60)),
    st.just(b"\n"), st.just(b"\x1dV\x00"), st.just(b"\x1b@"), st.just(b"\x10\x04\x01"),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=12), st.sampled_from(list(Condition)))
def test_no_bytes_make_it_crash(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes], condition: Condition
) -> None:
    tray = Tray(tmp_path_factory.getbasetemp() / "fuzz")
    tray.condition = condition
    try:
        wire = simulated(tray).connect(LIMIT)
        for piece in pieces:
            wire.write(piece, LIMIT)
        wire.read(LIMIT)
    except OSError:
        pass
    else:
        wire.close()
