"""What power cuts, full disks and strange hands leave of our own files: taken for what it can only be, and never in the way."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from config import last_good
from config.loader import SHIPPED, Loaded, load
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.events import EventId, event
from terminal.receipts.journal import AlreadyPrinted, Known, PerhapsPrinted, PrintOnce
from terminal.receipts.slip import Line, Slip
from terminal.supervisor.journal import FILE_BYTES, Journal
from terminal.unwitnessed import Unwitnessed
from tests.faults.damage import damaged

FEW, MANY = 40, 1000
NAMES = st.from_regex(r"[0-9]{0,4}(\.?[0-9a-fx]{0,4}){0,3}", fullmatch=True) | st.text(
    st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=30
)


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def emptied(folder: Path) -> Path:
    """`folder`, there and without anything in it."""
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    return folder


@settings(max_examples=FEW * 3, deadline=None)
@given(st.sets(NAMES.filter(lambda name: name not in ("", ".", "..")), max_size=6))
@example({"007.ab", "\N{ARABIC-INDIC DIGIT THREE}.ab", "7.ab"})
def test_what_is_owed_is_owed_no_more_once_it_is_forgotten(place: Path, names: set[str]) -> None:
    folder = emptied(place / "unwitnessed")
    for name in names:
        (folder / name).touch()
    unwitnessed = Unwitnessed(folder, place / "marks")
    for pid, op in list(unwitnessed.left()):
        unwitnessed.forget(pid, op)
    assert list(unwitnessed.left()) == []


class Printer:
    """Prints, and counts."""

    printed = 0

    def state(self) -> PrinterState:
        return PrinterState.READY

    def print(self, slip: Slip) -> Printed | NotPrinted:
        self.printed += 1
        return Printed()


@settings(max_examples=FEW * 3, deadline=None)
@given(damaged(st.sampled_from([known.value.encode() for known in Known])))
def test_a_slip_of_which_anything_is_remembered_is_never_printed_unasked(place: Path, left: bytes) -> None:
    folder = emptied(place / "slips")
    PrintOnce(Printer(), folder).print("op", Slip((Line("a"),)))
    (remembered,) = folder.iterdir()
    remembered.write_bytes(left)
    printer = Printer()
    assert isinstance(PrintOnce(printer, folder).print("op", Slip((Line("a"),))), AlreadyPrinted | PerhapsPrinted)
    assert printer.printed == 0


@settings(max_examples=FEW, deadline=None)
@given(
    damaged(st.just(b'{"at": "2026-12-01T08:00:00+00:00", "event": "kiosk-stopped"}\n' * 3))
    | st.just(b"x" * FILE_BYTES)
)
def test_an_event_has_a_line_of_its_own_whatever_stands_before(place: Path, left: bytes) -> None:
    folder = emptied(place / "events")
    (folder / "events.jsonl").write_bytes(left)
    journal = Journal(folder)
    journal.add(event(EventId.KIOSK_STOPPED))
    written = (folder / "events.jsonl").read_bytes()
    assert journal.trouble is None and len(written) <= FILE_BYTES
    assert json.loads(written.splitlines()[-1])["event"] == "kiosk-stopped"


@pytest.fixture(scope="module")
def sound() -> Loaded:
    brandis = load(SHIPPED.parent / "towns" / "brandis")
    assert isinstance(brandis, Loaded)
    return brandis


def check_last_good(place: Path, sound: Loaded, data: st.DataObject) -> None:
    last_good.save(place, sound)
    file = place / last_good.FILE_NAME
    file.write_bytes(data.draw(damaged(st.just(file.read_bytes()))))
    kept = last_good.load(place)
    if kept:
        last_good.save(place, kept)
        assert last_good.load(place) == kept


@settings(max_examples=FEW, deadline=None)
@given(data=st.data())
def test_a_damaged_last_good_configuration_is_none_or_holds(place: Path, sound: Loaded, data: st.DataObject) -> None:
    check_last_good(place, sound, data)


@pytest.mark.slow
@settings(max_examples=MANY, deadline=None)
@given(data=st.data())
def test_very_many_damaged_last_good_configurations(place: Path, sound: Loaded, data: st.DataObject) -> None:
    check_last_good(place, sound, data)
