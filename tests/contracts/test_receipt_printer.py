"""One contract for every receipt printer: the driver over a real connection, and over the simulated printer's wire."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from select import POLLRDHUP
from select import poll as new_poll

import pytest

from hardware.escpos_receipt_printer import EscposReceiptPrinter, status
from hardware.escpos_receipt_printer.connecting import network
from hardware.simulated.receipt_printer import Condition, SimulatedReceiptPrinter, Tray
from terminal.devices import NotPrinted, Printed, PrinterState, ReceiptPrinter
from tests.contracts.receipt_printer_peer import (
    COVER,
    LOW,
    OUT,
    READY,
    Behaviour,
    Line,
    Peer,
    answering,
    losing_power_after,
)
from tests.hardware.receipts import SLIP, TYPEFACES, composer

DEADLINE_S = 10.0
"""Nobody waits for it to be over but where the test says so."""


@dataclass
class Subject:
    """A printer, how to set its condition, and how many whole slips have come out."""

    printer: ReceiptPrinter
    set: Callable[[str], None]
    come_out: Callable[[], int]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status, "ANSWER_S", 0.3)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("escpos")


def driver(port: int, cache: Path, deadline_s: float = DEADLINE_S, *, in_order: bool = True) -> EscposReceiptPrinter:
    return EscposReceiptPrinter(network("127.0.0.1", port), composer(cache), deadline_s, answers_in_order=in_order)


@pytest.fixture(params=["connected", "simulated"])
def subject(request: pytest.FixtureRequest, tmp_path: Path, cache: Path) -> Iterator[Subject]:
    if request.param == "simulated":
        tray = Tray(tmp_path / "tray")
        wire = SimulatedReceiptPrinter(tray, 48, TYPEFACES[1].regular, TYPEFACES[1].bold)

        def set_condition(name: str) -> None:
            tray.condition = Condition(name)

        printer = EscposReceiptPrinter(wire.connect, composer(cache), DEADLINE_S)
        yield Subject(printer, set_condition, lambda: len(tray.sheets))
        return
    conditions = {
        "ok": answering(READY),
        "paper-low": answering(LOW, in_order=b"\x03"),
        "paper-out": answering(OUT, in_order=None),
        "cover-open": answering(COVER, in_order=None),
        "offline": Line.reset,
        "dies": losing_power_after(300),
    }
    peer = Peer(conditions["ok"])

    def set_behaviour(name: str) -> None:
        peer.behaviour = conditions[name]

    yield Subject(
        driver(peer.port, cache), set_behaviour, lambda: sum(line.received.count(b"\x1dV") for line in peer.lines)
    )
    peer.close()


STATES = {
    "ok": PrinterState.READY,
    "paper-low": PrinterState.PAPER_LOW,
    "paper-out": PrinterState.PAPER_OUT,
    "cover-open": PrinterState.COVER_OPEN,
    "offline": PrinterState.OFFLINE,
}


@pytest.mark.parametrize("condition", STATES)
def test_a_printer_says_what_state_it_is_in(subject: Subject, condition: str) -> None:
    subject.set(condition)
    assert subject.printer.state() is STATES[condition]


@pytest.mark.parametrize("condition", ["ok", "paper-low"])
def test_a_printer_with_paper_prints_and_says_so(subject: Subject, condition: str) -> None:
    subject.set(condition)
    assert subject.printer.print(SLIP) == Printed(STATES[condition])
    assert subject.come_out() == 1


@pytest.mark.parametrize("condition", ["paper-out", "cover-open", "offline"])
def test_a_printer_that_cannot_print_gets_nothing_and_that_is_certain(subject: Subject, condition: str) -> None:
    subject.set(condition)
    assert subject.printer.print(SLIP) == NotPrinted(STATES[condition], certain=True)
    assert subject.come_out() == 0


def test_a_printer_that_loses_its_power_in_the_middle_leaves_a_doubt(subject: Subject) -> None:
    subject.set("dies")
    assert subject.printer.print(SLIP) == NotPrinted(PrinterState.OFFLINE, certain=False)


def test_a_printer_that_is_well_again_prints_again(subject: Subject) -> None:
    for condition in ("dies", "paper-out"):
        subject.set(condition)
        subject.printer.print(SLIP)
    subject.set("ok")
    before = subject.come_out()
    assert subject.printer.state() is PrinterState.READY
    assert subject.printer.print(SLIP) == Printed()
    assert subject.come_out() == before + 1


def close_at_once(line: Line) -> None:
    """The connection is there and gone."""


def say_nothing(line: Line) -> None:
    line.wait_for_hanging_up()


def close_after_a_question(line: Line) -> None:
    line.take()


def read_nothing(line: Line) -> None:
    line.take()
    line.say(b"\x12")
    line.take()
    line.say(b"\x12")
    line.take()
    line.say(b"\x12")
    raise_when_gone(line)


def raise_when_gone(line: Line) -> None:
    """Reads no byte more, and waits until the driver has hung up."""
    poll = new_poll()
    poll.register(line.connected, POLLRDHUP)
    poll.poll(5000)


def reset_after_the_last_byte(line: Line) -> None:
    """Everything has been taken, the cut too: a driver that only writes would call this a success."""
    while b"\x1dr\x01" not in line.received:
        line.take()
        if line.received[-3:-1] == b"\x10\x04":
            line.say(b"\x12")
    line.reset()


def babble(line: Line) -> None:
    while True:
        line.take()
        line.say(bytes(byte for byte in range(256) if byte & 0x93 != 0x12))


def always_the_same(line: Line) -> None:
    """0x00 could be an answer in order, and is none to anything else."""
    while True:
        line.take()
        line.say(b"\x00" * 3)


@pytest.fixture
def peer() -> Iterator[Peer]:
    it = Peer(close_at_once)
    yield it
    it.close()


BEFORE_A_BYTE = [close_at_once, say_nothing, close_after_a_question, babble, always_the_same, Line.reset]
AFTER_SOME = {
    "reset after the last byte": reset_after_the_last_byte,
    "mute after the pre-check": answering(READY, dict(READY), in_order=None),
    "takes nothing more": read_nothing,
    "runs out of paper while it prints": answering(READY, OUT, in_order=None),
    "opened while it prints": answering(READY, COVER, in_order=None),
    "printed, but on no paper": answering(READY, in_order=b"\x0c"),
    "printed, but off line since": answering(READY, {**READY, 1: 0x1A}),
    "an error since": answering(READY, {**READY, 2: 0x52}),
}


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("behaviour", BEFORE_A_BYTE, ids=lambda one: one.__name__)
def test_a_printer_that_does_not_answer_is_off_and_gets_nothing(peer: Peer, cache: Path, behaviour: Behaviour) -> None:
    peer.behaviour = behaviour
    printer = driver(peer.port, cache)
    assert printer.state() is PrinterState.OFFLINE
    assert printer.print(SLIP) == NotPrinted(PrinterState.OFFLINE, certain=True)
    assert not any(b"\x1b@" in line.received for line in peer.lines)


@pytest.mark.parametrize("behaviour", AFTER_SOME.values(), ids=AFTER_SOME)
def test_a_slip_that_was_sent_is_never_called_printed_without_the_printers_word(
    peer: Peer, cache: Path, behaviour: Behaviour
) -> None:
    peer.behaviour = behaviour
    outcome = driver(peer.port, cache, 3).print(SLIP)
    assert isinstance(outcome, NotPrinted)
    assert not outcome.certain


def test_why_it_stopped_is_known_when_the_printer_still_answers(peer: Peer, cache: Path) -> None:
    peer.behaviour = AFTER_SOME["runs out of paper while it prints"]
    assert driver(peer.port, cache).print(SLIP) == NotPrinted(PrinterState.PAPER_OUT, certain=False)


def test_what_is_left_of_a_slip_is_forgotten_before_somebody_puts_paper_in(peer: Peer, cache: Path) -> None:
    peer.behaviour = AFTER_SOME["runs out of paper while it prints"]
    driver(peer.port, cache).print(SLIP)
    assert peer.lines[0].over.wait(10)
    assert peer.lines[0].received.endswith(status.CLEAR_BUFFER)


def test_unasked_status_and_flow_control_in_front_of_every_answer_are_no_answers(peer: Peer, cache: Path) -> None:
    for noise in (b"\x14\x00\x00\x0f", b"\x11\x13", b"\xff\xf0\x91"):
        for in_pieces in (True, False):
            peer.behaviour = answering(OUT, noise=noise, in_pieces=in_pieces)
            assert driver(peer.port, cache).state() is PrinterState.PAPER_OUT
            peer.behaviour = answering(READY, noise=noise, in_pieces=in_pieces)
            assert driver(peer.port, cache).print(SLIP) == Printed()


def test_a_slow_printer_is_waited_for_and_asked_meanwhile(peer: Peer, cache: Path) -> None:
    def slow(line: Line) -> None:
        """Says that it has printed only when it has been asked again how it is."""
        questions = 0
        while True:
            came = line.take()
            if came[-3:-1] == b"\x10\x04":
                questions += 1
                line.say(b"\x00\x12" if questions == 7 else b"\x12")

    peer.behaviour = slow
    assert driver(peer.port, cache).print(SLIP) == Printed()


def test_a_printer_that_never_answers_in_order_prints_when_the_configuration_says_so(peer: Peer, cache: Path) -> None:
    peer.behaviour = answering(READY, in_order=None)
    assert driver(peer.port, cache, in_order=False).print(SLIP) == Printed()


@pytest.mark.parametrize("part", range(16))
def test_unplugged_anywhere_in_a_slip_is_never_printed(peer: Peer, cache: Path, part: int) -> None:
    length = len(composer(cache).compose(SLIP)) + 3
    peer.behaviour = losing_power_after(2 + (length - 2) * part // 15)
    assert driver(peer.port, cache).print(SLIP) == NotPrinted(PrinterState.OFFLINE, certain=False)


def test_a_printer_that_refuses_is_off_at_once(cache: Path) -> None:
    with socket.socket() as bound_but_deaf:
        bound_but_deaf.bind(("127.0.0.1", 0))
        printer = driver(bound_but_deaf.getsockname()[1], cache, 60)
        assert printer.state() is PrinterState.OFFLINE
        assert printer.print(SLIP) == NotPrinted(PrinterState.OFFLINE, certain=True)
