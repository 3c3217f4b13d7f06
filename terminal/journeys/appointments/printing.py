"""The slip of an appointment on paper, and then in words what became of it."""

from collections.abc import Callable, Generator
from typing import Any, ClassVar

from terminal.adapters import Port
from terminal.central.appointments.model import Appointment
from terminal.devices import NotPrinted, Printed
from terminal.journeys.appointments.receipt import Say, receipt
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.journal import AlreadyPrinted, Outcome
from terminal.receipts.printing import PrintSlip
from terminal.steps import Kind, Ports, Step, Unknown, Work
from terminal.values import valueclass
from terminal.wording import Text, message

SAYING: Port[Callable[[], Say]] = Port("saying")
"""How texts are said in the language that the citizen reads at that moment: a slip is in the language of its screen."""


@valueclass(frozen=True)
class PrintReceipt:
    """FINAL: print the slip of `appointment`, once."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = PrintSlip.deadline_s
    snapshot: Snapshot
    appointment: Appointment

    def run(self, ports: Ports, op: str) -> Outcome:
        """See `Effect`."""
        return self._print(ports).run(ports, op)

    def settle(self, ports: Ports, op: str) -> Outcome | None:
        """See `Effect`."""
        return self._print(ports).settle(ports, op)

    def undo(self, ports: Ports, op: str) -> None:
        """Paper is not taken back."""

    def _print(self, ports: Ports) -> PrintSlip:
        say = ports.adapters.of(SAYING)()
        slip = receipt(self.snapshot, self.appointment, ports.clock.now(), say, "ltr")
        # Not the id: a time that was released and booked again has the same one.
        return PrintSlip(slip, self.appointment.code)


@valueclass(frozen=True)
class Printout:
    """What became of a slip: in words, and whether the citizen has it in the hand for certain."""

    told: Text
    on_paper: bool


def printed(snapshot: Snapshot, appointment: Appointment, title: Text) -> Generator[Step[Any], Any, Printout]:
    """Print, saying already meanwhile what has been achieved (`title`); answers what became of the slip."""
    outcome = yield from Work(
        key="print",
        title=title,
        doing=message("appointment-printing"),
        effect=PrintReceipt(snapshot, appointment),
        tells=True,
    )
    return Printout(_words(outcome), isinstance(outcome, Printed | AlreadyPrinted))


def _words(outcome: Outcome | Unknown) -> Text:
    if isinstance(outcome, Printed | AlreadyPrinted):
        return message("appointment-printed")
    if isinstance(outcome, NotPrinted) and outcome.certain:
        return message("appointment-not-printed")
    return message("appointment-perhaps-printed")
