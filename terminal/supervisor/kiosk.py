"""A running kiosk: the supervisor's decisions carried out, its doors open."""

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, Protocol

from terminal.events import Event, EventId, event
from terminal.messages import Report as VisitReport
from terminal.unwitnessed import unwitnessed_in
from terminal.values import valueclass

from .alerts import Address, Alerts, ReadToken
from .births import Births
from .caretaking import Caretaking
from .clerk import Clerk
from .companion import Companion, Prepare, stop_all
from .faults import Fault
from .health import Part, examiners
from .journal import Journal
from .loop import SelectorLoop
from .preparing import Preparing
from .processes import REPORT_BYTES, SIMULATED_REPORT_BYTES, Exit, Hearer, Process, VisitProcess
from .services import Service
from .settings import Reading, Settings, Taken
from .sockets import Door, Reply
from .status import Report, moment, status
from .supervisor import Supervisor

Answer = Callable[[Reply], None]

_READ_AGAIN_S = 2.0
"""After the start with a remembered configuration, until the files are read after all: when the first picture and the spare stand."""


class Configurations(Protocol):
    """Where configurations come from, and where the last good one goes."""

    def remembered(self) -> Reading | None:
        """What came of these very files when they were read the last time, without reading them."""

    def read(self, done: Callable[[Reading | None], None]) -> None:
        """Read the files; `done` gets None when they could not even be looked at."""

    def keep(self, taken: Taken) -> None:
        """`taken` is good, perhaps not for the first time."""

    def close(self) -> None:
        """Leave nothing running."""


@valueclass(frozen=True)
class Setup:
    """What a kiosk is started with.

    `caretaker` is that of the process that does what is owed after visits, empty: there is none. `companions` prepare the
    servers that run beside the visits, by their names in events and in `status`. `preparer` is the command of the process that
    prepares the catalogue, as `caretaker` is. `devices` examine those that settings use.
    """

    births: Births
    cwd: Path
    runtime: Path
    state: Path
    version: str
    simulate: bool = False
    size: tuple[int, int] | None = None
    caretaker: Sequence[str] = ()
    companions: Mapping[str, Prepare] = field(default_factory=dict)
    preparer: Sequence[str] = ()
    devices: Sequence[Callable[[Settings], Part | None]] = ()


class Kiosk:
    """`run` returns when the kiosk has been told to stop and nothing is left running."""

    def __init__(self, setup: Setup, loop: SelectorLoop, configurations: Configurations, read_token: ReadToken) -> None:
        self._setup = setup
        self._loop = loop
        self._configurations = configurations
        self._journal = Journal(setup.state)
        self._alerts = Alerts(loop, read_token, self._acknowledged, self._unacknowledged)
        self.supervisor = Supervisor(loop, self, simulate=setup.simulate, size=setup.size)
        setup.births.on_change(self.supervisor.births_changed)
        self.examiners = examiners(self.supervisor, self._journal)
        self._companions = [
            Companion(loop, name, prepare, self._of_companion) for name, prepare in setup.companions.items()
        ]
        left = unwitnessed_in(setup.state, setup.runtime)
        self._caretaking = Caretaking(loop, self._tend, left, self._living, self._for_caretaker)
        self._preparing = Preparing(loop, setup.preparer, setup.cwd)
        self._began_s = loop.now()
        self._reading: list[Callable[[Reading | None], None]] = []
        self._doors: list[Door] = []

    def run(self) -> None:
        """Be a kiosk."""
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(sign, lambda *_: self._loop.post(self.supervisor.stop))
        self.supervisor.start()
        self._configure()
        self._doors = [Door(self._loop, self._setup.runtime / "control.sock", self._control)]
        if self._setup.simulate:
            from .dock import Dock
            from .hindrance import Hindrance

            dock = Dock(self.supervisor, Hindrance(self._loop, self._calendar))
            self._doors.append(Door(self._loop, self._setup.runtime / "dock.sock", dock.serve))
        self._loop.run()

    def _configure(self) -> None:
        remembered = self._configurations.remembered()
        if remembered is None:
            self.reread()
            return
        self._have_read(remembered)
        self._loop.call_later(_READ_AGAIN_S, self.reread)

    def birth_wait_s(self) -> float:
        """See `Surroundings.birth_wait_s`."""
        return self._setup.births.wait_s()

    def spawn(self, hearer: Hearer) -> Process:
        """See `Surroundings.spawn`."""
        attended = _Attended(hearer, self._caretaking.visit_ended)
        longest = SIMULATED_REPORT_BYTES if self._setup.simulate else REPORT_BYTES
        return VisitProcess(self._loop, self._setup.births.give, attended, longest_report=longest)

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
        self._setup.births.stop()
        self._configurations.close()
        self._caretaking.close()
        self._preparing.close()
        for door in self._doors:
            door.close()
        # Last: what visits had to undo, they have undone.
        stop_all(self._companions, self._loop.stop)

    def status(self) -> Report:
        """What `./kiosk status --json` shows."""
        now_s = self._loop.now()
        return {
            "version": self._setup.version,
            "pid": os.getpid(),
            "since": moment(now_s - self._began_s),
            "simulated": self._setup.simulate,
            **status(self.supervisor, self._parts(), now_s),
        }

    def _parts(self) -> list[Part]:
        beside = [part for companion in self._companions for part in companion.parts()]
        taken = self.supervisor.taken
        if taken and taken.settings.appointments and taken.settings.calendar_url:
            beside.append(Part("calendar-elsewhere", self._caretaking.cause or None))
        if taken:
            beside += [part for examine in self._setup.devices if (part := examine(taken.settings))]
        return [examine() for examine in self.examiners] + beside

    def _calendar(self) -> Service | None:
        return next((companion.service for companion in self._companions if companion.name == "calendar"), None)

    def _of_companion(self, event: Event) -> None:
        self.record(event)
        if event.id is EventId.SERVICE_BACK:
            self._caretaking.calendar_is_back()

    def _tend(self, given: bytes, done: Callable[[bytes | None], None]) -> Clerk:
        return Clerk(self._loop, self._setup.caretaker, self._setup.cwd, given, done)

    def _living(self) -> set[int]:
        return {child.process.pid for child in self.supervisor.living}

    def _for_caretaker(self) -> Mapping[str, Any] | None:
        taken = self.supervisor.taken
        if not self._setup.caretaker or taken is None or not taken.settings.appointments:
            return None
        return {"snapshot": taken.snapshot, "clock_offset_s": self.supervisor.clock_offset_s}

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
            self._prepare_for(reading)
            self.supervisor.take(reading)
            self._caretaking.begin()
            if self.supervisor.taken:
                self._preparing.take(self.supervisor.taken)
        else:
            self.supervisor.unreadable()
        for then in waiting:
            then(reading)

    def _prepare_for(self, reading: Reading) -> None:
        """Before a visit hears of it: it will look for the calendar's account."""
        if not reading.problems or self.supervisor.taken is None:
            for companion in self._companions:
                companion.take(reading.taken.settings)

    def _acknowledged(self) -> None:
        if self.supervisor.outage.fault:
            self.supervisor.alert_acknowledged()

    def _unacknowledged(self) -> None:
        self.record(event(EventId.ALERT_FAILED))


class _Attended:
    """Hears a process for `hearer`, and says when it has ended."""

    def __init__(self, hearer: Hearer, ended: Callable[[], None]) -> None:
        self._hearer = hearer
        self._ended = ended

    def heard(self, report: VisitReport) -> None:
        self._hearer.heard(report)

    def babbled(self) -> None:
        self._hearer.babbled()

    def ended(self, exit: Exit) -> None:
        self._hearer.ended(exit)
        self._ended()


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
