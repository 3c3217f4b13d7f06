"""The driver: is it ready, send the slip, is it done. One connection for each question and each slip."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from hardware.escpos_receipt_printer.composing import Composer
from hardware.escpos_receipt_printer.connecting import Connect
from hardware.escpos_receipt_printer.status import CLEAR_BUFFER, Questioning
from hardware.escpos_receipt_printer.time_limit import TimeLimit
from hardware.escpos_receipt_printer.wire import Wire
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.receipts.slip import Slip


class EscposReceiptPrinter:
    """See `terminal.devices.ReceiptPrinter`. `deadline_s` holds for each call.

    `answers_in_order`: it answers GS r, after everything before it has been printed. For one that does not, its state
    right after the cut has to do.
    """

    def __init__(
        self, connect: Connect, composer: Composer, deadline_s: float, *, answers_in_order: bool = True
    ) -> None:
        self._connect = connect
        self._composer = composer
        self._deadline_s = deadline_s
        self._answers_in_order = answers_in_order

    def state(self) -> PrinterState:
        """See `ReceiptPrinter.state`."""
        limit = TimeLimit(self._deadline_s)
        try:
            with self._connected(limit) as wire:
                return Questioning(wire).state(limit)
        except OSError:
            return PrinterState.OFFLINE

    def print(self, slip: Slip) -> Printed | NotPrinted:
        """See `ReceiptPrinter.print`."""
        limit = TimeLimit(self._deadline_s)
        job = self._composer.compose(slip)
        begun = False
        try:
            with self._connected(limit) as wire:
                before = Questioning(wire).state(limit)
                if not before.prints:
                    return NotPrinted(before, certain=True)
                begun = True
                return self._sent(job, wire, limit)
        except OSError:
            return NotPrinted(PrinterState.OFFLINE, certain=not begun)

    def _sent(self, job: bytes, wire: Wire, limit: TimeLimit) -> Printed | NotPrinted:
        wire.write(job, limit)
        asking = Questioning(wire)
        after = asking.printed(limit) if self._answers_in_order else asking.state(limit)
        if after.prints:
            return Printed(after)
        # Or the rest would come out when staff put paper in, long after the citizen has gone.
        with suppress(OSError):
            wire.write(CLEAR_BUFFER, TimeLimit(0.5))
        return NotPrinted(after, certain=False)

    @contextmanager
    def _connected(self, limit: TimeLimit) -> Iterator[Wire]:
        wire = self._connect(limit)
        try:
            yield wire
        finally:
            wire.close()
