"""What the supervisor's decisions touch."""

from typing import Protocol

from terminal.events import Event

from .faults import Fault
from .processes import Hearer, Process
from .settings import Taken


class Surroundings(Protocol):
    """What the supervisor decides about, and whom it tells."""

    def birth_wait_s(self) -> float:
        """So long a process had better wait to be spawned, if it is only to be a spare."""

    def spawn(self, hearer: Hearer) -> Process:
        """Start a visit process. Raises OSError."""

    def record(self, event: Event) -> None:
        """Log an event."""

    def reread(self) -> None:
        """Read the configuration again; `Supervisor.take` follows."""

    def proven(self, taken: Taken) -> None:
        """This configuration has come to the screen, and stayed there: said of every visit, since a disk may not take it at first."""

    def fault(self, fault: Fault | None) -> None:
        """Out of order, or back in order."""

    def stopped(self) -> None:
        """Told to stop, and nothing is left running."""
