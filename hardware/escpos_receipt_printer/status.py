"""What an ESC/POS printer is asked, and what its answers mean (Epson's ESC/POS reference: DLE EOT n, GS r n).

DLE EOT is answered at once, even while data waits and while the printer is off line; GS r only after everything
before it has been printed. So DLE EOT tells why nothing moves, and GS r that all is done.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

from hardware.escpos_receipt_printer.time_limit import TimeLimit
from hardware.escpos_receipt_printer.wire import Wire
from terminal.devices import PrinterState
from terminal.values import valueclass

ANSWER_S = 1.5
"""So long a printer may take for an answer in real time. Those measured took milliseconds."""

ASK_PRINTER, ASK_OFFLINE_CAUSE, ASK_PAPER = b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04"
ASK_IN_ORDER = b"\x1dr\x01"
CLEAR_BUFFER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 fn 8: forget what is not printed yet; printers that do not know it ignore it."""

_OFFLINE = 0x08
_COVER_OPEN, _STOPPED_WITHOUT_PAPER, _ERROR = 0x04, 0x20, 0x40
_PAPER_NEAR_END, _PAPER_END = 0x0C, 0x60
_IN_ORDER_NO_PAPER = 0x0C


def is_real_time(byte: int) -> bool:
    """Whether it can be an answer to DLE EOT: bits 1 and 4 set, 0 and 7 clear."""
    return byte & 0x93 == 0x12


def begins_unasked(byte: int) -> bool:
    """Whether it begins the four bytes of unasked status (ASB), of which the other three look like anything."""
    return byte & 0x93 == 0x10


def is_in_order(byte: int) -> bool:
    """Whether it can be an answer to GS r: bits 4 and 7 clear."""
    return byte & 0x90 == 0


@valueclass(frozen=True)
class Answers:
    """One byte for each question of DLE EOT: 1, 2 and 4."""

    printer: int
    offline_cause: int
    paper: int

    @property
    def state(self) -> PrinterState:
        """What staff would have to do something about comes first."""
        if self.offline_cause & _COVER_OPEN:
            return PrinterState.COVER_OPEN
        if self.paper & _PAPER_END or self.offline_cause & _STOPPED_WITHOUT_PAPER:
            return PrinterState.PAPER_OUT
        if self.printer & _OFFLINE or self.offline_cause & _ERROR:
            return PrinterState.OFFLINE
        return PrinterState.PAPER_LOW if self.paper & _PAPER_NEAR_END else PrinterState.READY


class Questioning:
    """Asks over `wire`. Everything raises OSError when the connection is lost."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._heard = b""
        self._in_order: int | None = None

    def state(self, limit: TimeLimit) -> PrinterState:
        """Its state in real time; a printer that does not answer is OFFLINE."""
        patience = limit.within(ANSWER_S)
        try:
            answers = [self._ask(question, patience) for question in (ASK_PRINTER, ASK_OFFLINE_CAUSE, ASK_PAPER)]
        except TimeoutError:
            return PrinterState.OFFLINE
        return Answers(*answers).state

    def printed(self, limit: TimeLimit) -> PrinterState:
        """Wait until all that was sent before is printed. READY or PAPER_LOW: it is; else why not."""
        self._forget()
        self._wire.write(ASK_IN_ORDER, limit)
        while not limit.over:
            with suppress(TimeoutError):
                self._hear(is_in_order, limit.within(ANSWER_S / 3))
            state = self.state(limit)
            if not state.prints:
                return state
            if self._in_order is not None:
                return PrinterState.PAPER_OUT if self._in_order & _IN_ORDER_NO_PAPER else state
        return PrinterState.OFFLINE

    def _forget(self) -> None:
        self._heard, self._in_order = b"", None

    def _ask(self, question: bytes, limit: TimeLimit) -> int:
        self._wire.write(question, limit)
        return self._hear(is_real_time, limit)

    def _hear(self, fits: Callable[[int], bool], limit: TimeLimit) -> int:
        heard = self._bytes(limit)
        for byte in heard:
            if begins_unasked(byte):
                for _ in zip(range(3), heard, strict=False):
                    pass
            # The answer in order may come while another is waited for.
            elif is_in_order(byte):
                self._in_order = byte
            if fits(byte):
                return byte
        raise TimeoutError("no answer")

    def _bytes(self, limit: TimeLimit) -> Iterator[int]:
        while not limit.over:
            if not self._heard:
                self._heard = self._wire.read(limit)
            byte, self._heard = self._heard[0], self._heard[1:]
            yield byte
