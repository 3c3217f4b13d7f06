"""One visit process in the supervisor's book."""

from dataclasses import dataclass
from enum import Enum

from terminal.deadline import Deadline
from terminal.messages import Order

from .faults import Fault
from .processes import Process
from .settings import Taken


class Stage(Enum):
    """How far a visit process has come."""

    STARTING = "starting"
    CONFIGURED = "configured"
    WARM = "warm"
    CALLED = "called"
    SHOWN = "shown"
    CLOSING = "closing"
    GONE = "gone"


@dataclass(eq=False)
class Child:
    """`watch` expires when it has not done in time what its stage asks for. Times are the loop's seconds."""

    process: Process
    watch: Deadline
    born_s: float
    stage: Stage = Stage.STARTING
    taken: Taken | None = None
    state: str = "idle"
    due_s: float = 0.0
    heard_s: float = 0.0
    called_s: float = 0.0
    shown_s: float = 0.0
    shown_clock_s: float = 0.0
    fault: Fault | None = None
    finished: bool = False
    usable: bool = False
    recycled: bool = False
    provoked: bool = False

    @property
    def started(self) -> bool:
        """Whether it has ever been warm."""
        return self.stage not in (Stage.STARTING, Stage.CONFIGURED)

    @property
    def just_shown(self) -> bool:
        """Whether it is coming to the screen, or has not stayed there long enough to be used."""
        return self.stage is Stage.CALLED or (self.stage is Stage.SHOWN and not self.usable)

    def watch_for(self, seconds: float, now: float) -> None:
        """Give it `seconds` from `now` for the next sign of life."""
        self.due_s = now + seconds
        self.watch.arm(seconds)

    def dismiss(self, order: Order, closing_s: float, now: float) -> None:
        """Tell it that its visit is over; it has `closing_s` to close."""
        self.stage = Stage.CLOSING
        self.process.send(order)
        self.watch_for(closing_s, now)

    def discard(self) -> None:
        """End a process that nobody has used: it has nothing to close."""
        self.stage = Stage.GONE
        self.watch.cancel()
        self.process.kill()
