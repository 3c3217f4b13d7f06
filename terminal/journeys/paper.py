"""Something on paper to take along, and in words what became of it."""

from collections.abc import Callable, Generator, Iterator
from typing import Any, ClassVar, Protocol

from terminal.devices import NotPrinted, Printed
from terminal.journeys.appointments.printing import SAYING
from terminal.receipts.journal import AlreadyPrinted, Outcome
from terminal.receipts.printing import PrintSlip
from terminal.receipts.slip import Part, Slip
from terminal.steps import Kind, Ports, Step, Work
from terminal.values import valueclass
from terminal.wording import Text, message


class Leaflet(Protocol):
    """A frozen dataclass that knows what stands on its slip. Where that is personal it must not be represented."""

    def parts(self, read: Callable[[Text], str]) -> Iterator[Part]:
        """From top to bottom; `read` gives a text in the language of the screen."""


@valueclass(frozen=True)
class PrintLeaflet:
    """FINAL: print the slip of `leaflet`, once."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = PrintSlip.deadline_s
    leaflet: Leaflet

    def run(self, ports: Ports, op: str) -> Outcome:
        """See `Effect`."""
        return self._print(ports, op).run(ports, op)

    def settle(self, ports: Ports, op: str) -> Outcome | None:
        """See `Effect`."""
        return self._print(ports, op).settle(ports, op)

    def undo(self, ports: Ports, op: str) -> None:
        """Paper is not taken back."""

    def _print(self, ports: Ports, op: str) -> PrintSlip:
        say = ports.adapters.of(SAYING)()
        return PrintSlip(Slip(tuple(self.leaflet.parts(lambda text: say(text).text))), op)


def on_paper(leaflet: Leaflet) -> Generator[Step[Any], Any, Text]:
    """Print it; answers what became of it, as a sentence."""
    outcome = yield from Work(
        key="print", title=message("slip-printing"), doing=message("slip-printing"), effect=PrintLeaflet(leaflet)
    )
    if isinstance(outcome, Printed | AlreadyPrinted):
        return message("slip-printed")
    if isinstance(outcome, NotPrinted) and outcome.certain:
        return message("slip-not-printed")
    return message("slip-perhaps-printed")
