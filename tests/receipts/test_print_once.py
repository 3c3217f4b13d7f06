"""Each slip once, whatever happens in between."""

import os
from pathlib import Path

import pytest

from terminal.adapters import Adapters
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.moments import SystemClock
from terminal.receipts.condition import condition
from terminal.receipts.journal import AlreadyPrinted, Known, PerhapsPrinted, PrintOnce
from terminal.receipts.printing import RECEIPTS, PrintSlip
from terminal.receipts.slip import Line, Slip
from terminal.steps import Ports

SLIP = Slip((Line("Erika Mustermann"),))
UNSURE = NotPrinted(PrinterState.OFFLINE, certain=False)
NO_PAPER = NotPrinted(PrinterState.PAPER_OUT, certain=True)


class Printer:
    """Ends each print as told, and counts them."""

    def __init__(self, *outcomes: Printed | NotPrinted | Exception) -> None:
        self.outcomes = list(outcomes)
        self.printed = 0

    def state(self) -> PrinterState:
        return PrinterState.READY

    def print(self, slip: Slip) -> Printed | NotPrinted:
        self.printed += 1
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "receipts"


def test_what_is_printed_is_not_printed_again(directory: Path) -> None:
    printer = Printer(Printed())
    receipts = PrintOnce(printer, directory)
    assert receipts.print("op", SLIP) == Printed()
    assert receipts.print("op", SLIP) == AlreadyPrinted()
    assert receipts.print("op", SLIP, again=True) == AlreadyPrinted()
    assert printer.printed == 1


def test_another_operation_is_another_slip(directory: Path) -> None:
    printer = Printer(Printed(), Printed())
    receipts = PrintOnce(printer, directory)
    assert [receipts.print(op, SLIP) for op in ("a", "b")] == [Printed(), Printed()]


def test_after_a_certain_failure_it_is_simply_tried_again(directory: Path) -> None:
    receipts = PrintOnce(Printer(NO_PAPER, Printed()), directory)
    assert receipts.print("op", SLIP) == NO_PAPER
    assert receipts.known("op") is None
    assert receipts.print("op", SLIP) == Printed()


def test_after_an_uncertain_failure_somebody_has_to_decide(directory: Path) -> None:
    printer = Printer(UNSURE, Printed())
    receipts = PrintOnce(printer, directory)
    assert receipts.print("op", SLIP) == UNSURE
    assert receipts.print("op", SLIP) == PerhapsPrinted()
    assert printer.printed == 1
    assert receipts.print("op", SLIP, again=True) == Printed()
    assert receipts.known("op") is Known.PRINTED


def test_a_doubt_outlives_a_later_failure_that_is_certain(directory: Path) -> None:
    receipts = PrintOnce(Printer(UNSURE, NO_PAPER), directory)
    receipts.print("op", SLIP)
    assert receipts.print("op", SLIP, again=True) == NO_PAPER
    assert receipts.print("op", SLIP) == PerhapsPrinted()


def test_whoever_is_killed_while_printing_leaves_a_doubt_to_the_next(directory: Path) -> None:
    with pytest.raises(RuntimeError):
        PrintOnce(Printer(RuntimeError()), directory).print("op", SLIP)
    assert PrintOnce(Printer(), directory).print("op", SLIP) == PerhapsPrinted()


def test_another_process_knows_what_has_been_printed(directory: Path) -> None:
    PrintOnce(Printer(Printed()), directory).print("op", SLIP)
    assert PrintOnce(Printer(), directory).print("op", SLIP) == AlreadyPrinted()


def test_nothing_of_the_slip_and_no_operation_stands_on_the_disk(directory: Path) -> None:
    PrintOnce(Printer(Printed()), directory).print("secret-op", SLIP)
    (file,) = directory.iterdir()
    assert "secret" not in file.name
    assert file.read_text() == "printed"


def test_what_is_older_than_a_day_is_forgotten(directory: Path) -> None:
    PrintOnce(Printer(Printed(), Printed()), directory).print("old", SLIP)
    (file,) = directory.iterdir()
    os.utime(file, (1000, 1000))
    PrintOnce(Printer(), directory, now=lambda: 1000 + 23 * 3600)
    assert file.exists()
    PrintOnce(Printer(), directory, now=lambda: 1000 + 25 * 3600)
    assert not file.exists()


def test_a_note_that_cannot_be_read_is_a_doubt(directory: Path) -> None:
    PrintOnce(Printer(Printed()), directory).print("op", SLIP)
    (file,) = directory.iterdir()
    file.write_bytes(b"\xff\x00")
    assert PrintOnce(Printer(), directory).print("op", SLIP) == PerhapsPrinted()


def test_without_a_disk_it_remembers_as_long_as_it_lives(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    printer = Printer(Printed(), UNSURE)
    receipts = PrintOnce(printer, tmp_path / "file")
    assert receipts.print("a", SLIP) == Printed()
    assert receipts.print("a", SLIP) == AlreadyPrinted()
    receipts.print("b", SLIP)
    assert receipts.print("b", SLIP) == PerhapsPrinted()


def ports(receipts: PrintOnce) -> Ports:
    return Ports(SystemClock(), adapters=Adapters().having(RECEIPTS, receipts))


def test_as_work_it_prints_once_and_tells_the_truth_afterwards(directory: Path) -> None:
    receipts = PrintOnce(Printer(Printed(), UNSURE), directory)
    sure, unsure = PrintSlip(SLIP, "a"), PrintSlip(SLIP, "b")
    world = ports(receipts)
    assert [effect.settle(world, "op") for effect in (sure, unsure)] == [None, None]
    assert [effect.run(world, "op") for effect in (sure, unsure)] == [Printed(), UNSURE]
    assert [effect.settle(world, "op") for effect in (sure, unsure)] == [Printed(), UNSURE]
    assert PrintSlip(SLIP, "a").run(world, "another step") == AlreadyPrinted()
    unsure.undo(world, "op")
    assert receipts.known("b") is Known.PERHAPS


@pytest.mark.parametrize("state", PrinterState)
def test_staff_are_told_about_everything_but_a_printer_in_good_order(state: PrinterState) -> None:
    well, why = condition(state)
    assert well is (state in (PrinterState.READY, PrinterState.PAPER_LOW))
    assert (why is None) is (state is PrinterState.READY)
