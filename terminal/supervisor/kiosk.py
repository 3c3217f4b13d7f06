"""A running kiosk: the supervisor's decisions carried out, its doors open."""

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from terminal.events import Event, EventId, event

from .alerts import Address, Alerts, ReadToken
from .faults import Fault
from .health import examiners
from .journal import Journal
from .loop import SelectorLoop
from .processes import Hearer, Process, VisitProcess
from .settings import Reading, Taken
from .sockets import Door, Reply
from .status import Report, moment, status
from .supervisor import Supervisor

Answer = Callable[[Reply], None]


class Configurations(Protocol):
    """Where configurations come from, and where the last good one goes."""

    def read(self, done: Callable[[Reading | None], None]) -> None:
        """Read the files; `done` gets None when they could not even be looked at."""

    def keep(self, taken: Taken) -> None:
        """`taken` is good."""

    def close(self) -> None:
        """Leave nothing running."""


@dataclass(frozen=True)
class Setup:
    """What a kiosk is started with. `visit` is the command line of a visit process, without its channel."""

    visit: Sequence[str]
    cwd: Path
    runtime: Path
    state: Path
    version: str
    simulate: bool = False
    size: tuple[int, int] | None = None


class Kiosk:
    """`run` returns when the kiosk has been told to stop and nothing is left running."""

    def __init__(self, setup: Setup, loop: SelectorLoop, configurations: Configurations, read_token: ReadToken) -> None:
        self._setup = setup
        self._loop = loop
        self._configurations = configurations
        self._journal = Journal(setup.state)
        self._alerts = Alerts(loop, read_token, self._acknowledged, self._unacknowledged)
        self.supervisor = Supervisor(loop, self, simulate=setup.simulate, size=setup.size)
        self.examiners = examiners(self.supervisor, self._journal)
        self._began_s = loop.now()
        self._reading: list[Callable[[Reading | None], None]] = []
        self._doors: list[Door] = []

    def run(self) -> None:
        """Be a kiosk."""
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(sign, lambda *_: self._loop.post(self.supervisor.stop))
        self.supervisor.start()
        self.reread()
        self._doors = [Door(self._loop, self._setup.runtime / "control.sock", self._control)]
        if self._setup.simulate:
            from .dock import Dock

            dock = Dock(self.supervisor)
            self._doors.append(Door(self._loop, self._setup.runtime / "dock.sock", dock.serve))
        self._loop.run()

    def spawn(self, hearer: Hearer) -> Process:
        """See `Surroundings.spawn`."""
        return VisitProcess(self._loop, self._setup.visit, self._setup.cwd, hearer, simulate=self._setup.simulate)

    def record(self, event: Event) -> None:
        """See `Surroundings.record`."""
        self._journal.add(event)

    def reread(self) -> None:
        """See `Surroundings.reread`."""
        self._read(lambda reading: None)

    def proven(self, taken: Taken) -> None:
        """See `Surroundings.proven`."""
        if taken.source == "files":
            self._configurations.keep(taken)

    def fault(self, fault: Fault | None) -> None:
        """See `Surroundings.fault`."""
        _tell_starter(fault)
        settings = self.supervisor.settings
        if settings.alert_url is None:
            self._alerts.drop()
            return
        address = Address(settings.alert_url, settings.alert_token_file)
        self._alerts.tell(address, fault, settings.out_of_order_retry_s)

    def stopped(self) -> None:
        """See `Surroundings.stopped`."""
        self._configurations.close()
        for door in self._doors:
            door.close()
        self._loop.stop()

    def status(self) -> Report:
        """What `./kiosk status --json` shows."""
        now_s = self._loop.now()
        return {
            "version": self._setup.version,
            "pid": os.getpid(),
            "since": moment(now_s - self._began_s),
            "simulated": self._setup.simulate,
            **status(self.supervisor, [examine() for examine in self.examiners], now_s),
        }

    def _control(self, request: Mapping[str, Any], answer: Answer) -> None:
        if request == {"ask": "status"}:
            answer({"ok": True, "status": self.status()})
        elif request == {"ask": "reload"}:
            self._read(lambda reading: answer(_reloaded(reading)))
        else:
            answer({"ok": False, "error": "unknown-request"})

    def _read(self, then: Callable[[Reading | None], None]) -> None:
        self._reading.append(then)
        if len(self._reading) == 1:
            self._configurations.read(self._have_read)

    def _have_read(self, reading: Reading | None) -> None:
        waiting, self._reading = self._reading, []
        if reading:
            self.supervisor.take(reading)
        else:
            self.supervisor.unreadable()
        for then in waiting:
            then(reading)

    def _acknowledged(self) -> None:
        if self.supervisor.outage.fault:
            self.supervisor.alert_acknowledged()

    def _unacknowledged(self) -> None:
        self.record(event(EventId.ALERT_FAILED))


def _tell_starter(fault: Fault | None) -> None:
    """Without a display the terminal is all that a newcomer sees."""
    news = f"out of order, code {fault.code}; ./kiosk status says why" if fault else "in order again"
    try:
        sys.stderr.write(f"kiosk: {news}\n")
    except OSError:
        return  # nobody listens any more


def _reloaded(reading: Reading | None) -> Reply:
    if reading is None:
        return {"ok": False, "problems": ["the configuration could not be read"]}
    return {"ok": not reading.problems, "problems": list(reading.problems), "digest": reading.taken.mark}
