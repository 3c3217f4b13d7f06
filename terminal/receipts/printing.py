"""Printing as a journey does it: a piece of work whose answer says what became of the slip."""

from typing import ClassVar

from terminal.adapters import Port
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.receipts.journal import Known, Outcome, PrintOnce
from terminal.receipts.slip import Slip
from terminal.steps.step import Kind, Ports
from terminal.values import valueclass

RECEIPTS: Port[PrintOnce] = Port("receipts")
"""Not there when this kiosk has no printer: ask `ports.adapters.has(RECEIPTS)`, and show the slip on the screen."""

LONGEST_DEADLINE_S = 20.0
"""The longest that a printer may be given in the configuration."""


@valueclass(frozen=True)
class PrintSlip:
    """Prints `slip` once under `once`, a random name of what it is the slip of, such as an appointment's id.

    Another step with the same `once` finds what the first did: AlreadyPrinted, or PerhapsPrinted, which is for the
    citizen to decide; then `again` prints.
    """

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = LONGEST_DEADLINE_S + 2

    slip: Slip
    once: str
    again: bool = False

    def run(self, ports: Ports, op: str) -> Outcome:
        """See `Effect.run`."""
        return ports.adapters.of(RECEIPTS).print(self.once, self.slip, again=self.again)

    def settle(self, ports: Ports, op: str) -> Outcome | None:
        """See `Effect.settle`."""
        match ports.adapters.of(RECEIPTS).known(self.once):
            case Known.PRINTED:
                return Printed()
            case Known.PERHAPS:
                return NotPrinted(PrinterState.OFFLINE, certain=False)
            case None:
                return None

    def undo(self, ports: Ports, op: str) -> None:
        """Paper is not taken back."""
