"""Servers that run beside the visits, such as the embedded calendar: started, watched, started again, ended with the kiosk."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from terminal.events import Event, EventId, event
from terminal.loop import Timer
from terminal.values import valueclass

from .health import Part
from .loop import SelectorLoop
from .pulse import Pulse
from .spawned import watch
from .waits import GrowingWait

_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 30.0
_STEADY_S = 10.0
"""A server that ran so long was well: its next loss begins the waits anew."""


def on_our_lifeline() -> tuple[str, ...]:
    """Puts a command on this process's lifeline: it dies with it, even when this process is killed before the command runs."""
    return (sys.executable, "-m", "terminal", "_tied", "--to", str(os.getpid()), "--")


@valueclass(frozen=True)
class ServicePlan:
    """What to run. `name` is its value in events and in `status`; `environment` is added to ours.

    `address` (IP address, port) is where it must answer while it runs. `edition` tells plans apart that differ only in what stands in their files.
    """

    name: str
    command: Sequence[str]
    cwd: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    edition: str = ""
    address: tuple[str, int] | None = None


class Service:
    """One server. It may come and go; whoever uses it has to cope with that, and says so to the citizen."""

    def __init__(
        self, loop: SelectorLoop, plan: ServicePlan, record: Callable[[Event], None], tied: Sequence[str] | None = None
    ) -> None:
        self._loop = loop
        self._plan = plan
        self._record = record
        self._tied = on_our_lifeline() if tied is None else tied
        self._process: subprocess.Popen[bytes] | None = None
        self._pidfd = -1
        self._since_s = 0.0
        self._wait = GrowingWait(_FIRST_WAIT_S, _LONGEST_WAIT_S)
        self._lost = False
        self._steady: Timer | None = None
        self._again: Timer | None = None
        self._stopped: Callable[[], None] | None = None
        self._kept_down = False
        self._pulse = Pulse(loop, plan.address, self.kill) if plan.address else None

    @property
    def pid(self) -> int | None:
        """Of the running process."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Run it, and again whenever it ends."""
        self._again = None
        if self._kept_down:
            return
        try:
            process = subprocess.Popen(
                [*self._tied, *self._plan.command],
                cwd=self._plan.cwd,
                env={**os.environ, **self._plan.environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                process_group=0,
            )
            self._pidfd = watch(process.pid, process.wait)
        except OSError:
            self._try_again()
            return
        self._process = process
        self._loop.on_readable(self._pidfd, self._ended)
        self._steady = self._loop.call_later(_STEADY_S, self._run_steadily)
        if self._pulse:
            self._pulse.begin()

    def stop(self, done: Callable[[], None]) -> None:
        """End it for good; `done` when it is gone."""
        if self._again:
            self._again.cancel()
        if self._process is None:
            done()
            return
        self._stopped = done
        os.killpg(self._process.pid, signal.SIGTERM)
        self._loop.call_later(_FIRST_WAIT_S, self.kill)

    def kill(self) -> None:
        """SIGKILL to it and all that it started."""
        self.send(signal.SIGKILL)

    def send(self, sign: signal.Signals) -> None:
        """Send `sign` to it and all that it started, if it runs."""
        if self._process:
            os.killpg(self._process.pid, sign)

    def keep_down(self, down: bool) -> None:
        """Kill it and do not start it again, until it may."""
        self._kept_down = down
        if down:
            self.kill()
        elif self._process is None:
            if self._again:
                self._again.cancel()
            self.start()

    def examine(self) -> Part:
        """For `status`."""
        if self._process is None:
            return Part(self._plan.name, "is not running, and will be started again")
        return Part(self._plan.name, "has just been started again" if self._lost else None)

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._loop.on_readable(self._pidfd, None)
        os.close(self._pidfd)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if self._pulse:
            self._pulse.end()
        if self._steady:
            self._steady.cancel()
        if self._stopped:
            self._stopped()
        else:
            self._tell_lost()
            self._try_again()

    def _tell_lost(self) -> None:
        if not self._lost:
            self._lost = True
            self._record(event(EventId.SERVICE_LOST, service=self._plan.name))

    def _try_again(self) -> None:
        self._again = self._loop.call_later(self._wait.next_s(), self.start)

    def _run_steadily(self) -> None:
        self._wait.reset()
        if self._lost:
            self._lost = False
            self._record(event(EventId.SERVICE_BACK, service=self._plan.name))
