"""What the kiosk asks of devices: one short Protocol for each."""

from enum import Enum
from typing import Protocol

from terminal.receipts.slip import Slip
from terminal.values import valueclass


class PrinterState(Enum):
    """What a receipt printer says of itself. One that does not answer is OFFLINE."""

    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"

    @property
    def prints(self) -> bool:
        """Whether a slip can be printed now."""
        return self in (PrinterState.READY, PrinterState.PAPER_LOW)


@valueclass(frozen=True)
class Printed:
    """The printer itself said, after the cut, that all is printed. `state`: READY or PAPER_LOW."""

    state: PrinterState = PrinterState.READY


@valueclass(frozen=True)
class NotPrinted:
    """No slip that one may count on.

    `certain`: nothing of it went to the printer, so trying again cannot print it twice. Otherwise it may have come
    out, whole or torn, or may still come out when somebody puts paper in.
    """

    reason: PrinterState
    certain: bool


class ReceiptPrinter(Protocol):
    """A slip printer. Both calls block for at most the deadline it was made with, and raise nothing."""

    def state(self) -> PrinterState:
        """Ask it now."""

    def print(self, slip: Slip) -> Printed | NotPrinted:
        """Print and cut one slip."""
