"""Everything around a supervisor under a virtual clock: processes that do what their conduct says, and a list of what
was recorded."""

import random
from dataclasses import dataclass, field
from typing import Any

from terminal.events import Event, EventId
from terminal.messages import Beat, Configure, Finished, Happened, Order, Release, Report, Show, Shown, Stop, Warm
from terminal.supervisor.faults import Fault
from terminal.supervisor.processes import Exit, Hearer
from terminal.supervisor.settings import Reading, Settings, Taken
from terminal.supervisor.supervisor import Supervisor
from tests.terminal.virtual_loop import VirtualLoop

SETTINGS = Settings(hang_s=3, out_of_order_after=3, out_of_order_window_s=30, out_of_order_retry_s=30)


def taken(digit: str = "a", source: str = "files", settings: Settings = SETTINGS) -> Taken:
    """A configuration that differs by `digit`."""
    return Taken({"digit": digit}, digit * 64, source, ("town.toml",), settings)


def order_of(kind: type[Any], process: "ScriptedProcess") -> Any:
    """The newest order of `kind` that `process` got."""
    return [order for order in process.orders if isinstance(order, kind)][-1]


@dataclass
class Conduct:
    """What a process does when told. `dies_on`: orders at which it exits with `status`."""

    dies_at_birth: bool = False
    dies_on: tuple[type[Any], ...] = ()
    ignores: tuple[type[Any], ...] = ()
    status: int = 1


class ScriptedProcess:
    """A process of the virtual world. It beats every second from its warmth on, unless it hangs."""

    def __init__(self, backstage: "Backstage", hearer: Hearer, conduct: Conduct, pid: int) -> None:
        self.pid = pid
        self.orders: list[Order] = []
        self.alive = True
        self.hanging = False
        self.state = "idle"
        self._backstage = backstage
        self._hearer = hearer
        self._conduct = conduct
        if conduct.dies_at_birth:
            self.exit(conduct.status)

    def send(self, order: Order) -> None:
        """See `Process.send`."""
        self.orders.append(order)
        if not self.alive or self.hanging or isinstance(order, self._conduct.ignores):
            return
        if isinstance(order, self._conduct.dies_on):
            self.exit(self._conduct.status)
        elif isinstance(order, Configure):
            self.say(Warm())
            self._beat()
        elif isinstance(order, Show):
            self.state = "out-of-order" if order.mode == "out-of-order" else "idle"
            self.say(Shown())
        elif isinstance(order, Release | Stop):
            self.exit(0)

    def kill(self) -> None:
        """See `Process.kill`."""
        self.exit(-9)

    def exit(self, status: int) -> None:
        """End it."""
        if self.alive:
            self.alive = False
            self._backstage.loop.post(lambda: self._hearer.ended(Exit(status)))

    def say(self, report: Report) -> None:
        """Report something, soon."""
        self._backstage.loop.post(lambda: self._hearer.heard(report) if self.alive else None)

    def be(self, state: str) -> None:
        """Change the visit's state."""
        self.state = state
        self.say(Beat(state))
        self._backstage.loop.run_until_idle()

    def finish(self) -> None:
        """Say that the visit is over."""
        self.say(Finished())
        self._backstage.loop.run_until_idle()

    def tell(self, event: str, **fields: Any) -> None:
        """Report an event."""
        self.say(Happened(event, fields))
        self._backstage.loop.run_until_idle()

    def _beat(self) -> None:
        if self.alive and not self.hanging:
            self.say(Beat(self.state))
        if self.alive:
            self._backstage.loop.call_later(1.0, self._beat)


@dataclass
class Backstage:
    """`terminal.supervisor.surroundings.Surroundings` with a record of everything."""

    loop: VirtualLoop = field(default_factory=VirtualLoop)
    conduct: Conduct = field(default_factory=Conduct)
    simulate: bool = False
    refuses_to_spawn: bool = False
    birth_s: float = 0.0

    def __post_init__(self) -> None:
        self.processes: list[ScriptedProcess] = []
        self.events: list[Event] = []
        self.good: list[Taken] = []
        self.faults: list[Fault | None] = []
        self.rereads = 0
        self.stops = 0
        self.supervisor = Supervisor(self.loop, self, simulate=self.simulate)

    def begin(self, reading: Reading | None = None) -> "Backstage":
        """Start, read the configuration, and let front and spare come."""
        self.supervisor.start()
        self.supervisor.take(reading or Reading(taken()))
        self.loop.run_until_idle()
        return self

    def take(self, reading: Reading) -> None:
        """The files have been read again."""
        self.supervisor.take(reading)
        self.loop.run_until_idle()

    def birth_wait_s(self) -> float:
        """See `Surroundings.birth_wait_s`."""
        return self.birth_s

    def spawn(self, hearer: Hearer) -> ScriptedProcess:
        """See `Surroundings.spawn`."""
        if self.refuses_to_spawn:
            raise OSError("no more processes")
        process = ScriptedProcess(self, hearer, self.conduct, 100 + len(self.processes))
        self.processes.append(process)
        return process

    def record(self, event: Event) -> None:
        """See `Surroundings.record`."""
        self.events.append(event)

    def reread(self) -> None:
        """See `Surroundings.reread`."""
        self.rereads += 1

    def proven(self, taken: Taken) -> None:
        """See `Surroundings.proven`."""
        self.good.append(taken)

    def fault(self, fault: Fault | None) -> None:
        """See `Surroundings.fault`."""
        self.faults.append(fault)

    def stopped(self) -> None:
        """See `Surroundings.stopped`."""
        self.stops += 1

    @property
    def front(self) -> ScriptedProcess:
        """The process on the screen."""
        assert self.supervisor.front
        return self._scripted(self.supervisor.front.process.pid)

    @property
    def spare(self) -> ScriptedProcess:
        """The process behind it."""
        assert self.supervisor.spare
        return self._scripted(self.supervisor.spare.process.pid)

    @property
    def alive(self) -> int:
        """How many processes live."""
        return sum(process.alive for process in self.processes)

    def seen(self, id: EventId) -> list[Event]:
        """The events of that kind."""
        return [event for event in self.events if event.id is id]

    def shuffle(self, rng: random.Random) -> None:
        """One accident or ordinary thing that can happen at any moment."""
        rng.choice(
            [
                lambda: self._any(rng).exit(-9),
                lambda: self._any(rng).exit(1),
                lambda: setattr(self._any(rng), "hanging", True),
                lambda: self._any(rng).say(Finished()),
                lambda: self._any(rng).say(Warm()),
                lambda: self._any(rng).say(Shown()),
                lambda: self._any(rng).be(rng.choice(["idle", "active", "warning", "closing"])),
                lambda: self.take(Reading(taken(rng.choice("abc")))),
                lambda: self.take(Reading(taken("d"), ("broken",))),
                lambda: self.loop.advance(rng.choice([0.1, 1, 3, 20])),
            ]
        )()

    def _any(self, rng: random.Random) -> ScriptedProcess:
        return rng.choice([process for process in self.processes if process.alive] or self.processes)

    def _scripted(self, pid: int) -> ScriptedProcess:
        return next(process for process in self.processes if process.pid == pid)
