"""The plug is pulled at each single call on the wire, and answers are garbage: never "printed", never a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.escpos_receipt_printer import EscposReceiptPrinter
from hardware.escpos_receipt_printer.composing import Composer
from hardware.escpos_receipt_printer.status import Answers, Questioning, is_in_order, is_real_time
from hardware.escpos_receipt_printer.time_limit import TimeLimit
from terminal.devices import NotPrinted, Printed, PrinterState
from tests.hardware.receipts import SLIP, composer


@pytest.fixture(scope="module")
def ready_composer(tmp_path_factory: pytest.TempPathFactory) -> Composer:
    return composer(tmp_path_factory.mktemp("escpos"))


class GoodWire:
    """Answers what it is asked, until call number `until`; then the connection is lost."""

    def __init__(self, until: int) -> None:
        self.left = until
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes, limit: TimeLimit) -> None:
        self._call()
        self.written.append(data)

    def read(self, limit: TimeLimit) -> bytes:
        self._call()
        return b"\x00" if self.written[-1].startswith(b"\x1d") else b"\x12"

    def close(self) -> None:
        self.closed = True

    def _call(self) -> None:
        if self.left == 0:
            raise ConnectionResetError
        self.left -= 1


def test_unplugged_at_every_call_it_is_printed_only_after_the_last_one(ready_composer: Composer) -> None:
    outcomes = []
    for until in range(40):
        wire = GoodWire(until)
        outcome = EscposReceiptPrinter(lambda limit, wire=wire: wire, ready_composer, 5).print(SLIP)
        assert wire.closed
        outcomes.append(outcome)
        if isinstance(outcome, Printed):
            break
    # Three questions and their answers, the slip, the question in order, its answer, three questions again.
    assert len(outcomes) == 6 + 1 + 2 + 6 + 1
    assert outcomes[:6] == [NotPrinted(PrinterState.OFFLINE, certain=True)] * 6
    assert outcomes[6:-1] == [NotPrinted(PrinterState.OFFLINE, certain=False)] * 9


class NoisyWire:
    """Answers with whatever bytes it has, then with nothing."""

    def __init__(self, answers: list[bytes]) -> None:
        self._answers = list(answers)

    def write(self, data: bytes, limit: TimeLimit) -> None:
        """Takes all."""

    def read(self, limit: TimeLimit) -> bytes:
        if not self._answers:
            raise TimeoutError
        return self._answers.pop(0)

    def close(self) -> None:
        """Nothing to let go of."""


@settings(max_examples=500, deadline=None)
@given(st.lists(st.binary(min_size=1, max_size=8), max_size=12))
def test_whatever_is_answered_asking_ends_in_a_state(answers: list[bytes]) -> None:
    limit = TimeLimit(0.02)
    assert Questioning(NoisyWire(answers)).state(limit) in PrinterState
    assert Questioning(NoisyWire(answers)).printed(limit) in PrinterState


@settings(max_examples=300, deadline=None)
@given(st.lists(st.binary(min_size=1, max_size=8).map(lambda said: bytes(byte & 0xEF for byte in said)), max_size=12))
def test_bytes_that_cannot_be_answers_never_make_a_printer_ready(answers: list[bytes]) -> None:
    assert Questioning(NoisyWire(answers)).state(TimeLimit(0.02)) is PrinterState.OFFLINE


class LateWire(NoisyWire):
    """Says that it is ready, but never that it has printed, until the time is over: no answer in order, three others."""

    def __init__(self) -> None:
        super().__init__([])
        self.now_s = 0.0
        self.reads = 0

    def read(self, limit: TimeLimit) -> bytes:
        self.reads += 1
        if self.reads == 1:
            raise TimeoutError
        self.now_s += 4 if self.reads == 4 else 0
        return b"\x12"


def test_ready_when_the_time_is_over_is_not_printed() -> None:
    wire = LateWire()
    limit = TimeLimit(3, lambda: wire.now_s)
    assert Questioning(wire).printed(limit) is PrinterState.OFFLINE
    assert wire.reads == 4


def test_no_byte_answers_both_kinds_of_question() -> None:
    assert [byte for byte in range(256) if is_in_order(byte) and is_real_time(byte)] == []


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((0x12, 0x12, 0x12), PrinterState.READY),
        ((0x16, 0x12, 0x12), PrinterState.READY),
        ((0x12, 0x12, 0x1E), PrinterState.PAPER_LOW),
        ((0x12, 0x12, 0x72), PrinterState.PAPER_OUT),
        ((0x1A, 0x32, 0x12), PrinterState.PAPER_OUT),
        ((0x1E, 0x36, 0x7E), PrinterState.COVER_OPEN),
        ((0x1A, 0x12, 0x12), PrinterState.OFFLINE),
        ((0x12, 0x52, 0x12), PrinterState.OFFLINE),
    ],
)
def test_status_bits_mean_what_the_reference_says(answers: tuple[int, int, int], state: PrinterState) -> None:
    assert Answers(*answers).state is state
