"""How visit processes come into the world: forked by a zygote where one is ready, else started from nothing.

A forked one is warm in a third of the time, and shares in memory what the zygote has imported. Nobody waits for a zygote: while it
is not ready, does not answer or is gone, visits are started from nothing.
"""

import os
import signal
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from terminal.lifeline import adopt_orphans, children
from terminal.loop import Timer
from terminal.values import valueclass
from terminal.zygote import FORK, READY

from .forked import Forked
from .loop import SelectorLoop
from .spawned import spawn
from .strays import wait_for
from .waits import GrowingWait

_FIRST_WAIT_S, _LONGEST_WAIT_S = 2.0, 300.0
"""From the loss of a zygote until another is begun."""
_COMING_S = 5.0
"""A visit that nobody waits for is not started from nothing while a zygote is so young."""
_READY_S = 60.0
"""A zygote that is not ready by then hangs."""
_PATIENCE_S = 0.3
"""So long a fork may take: it takes some milliseconds. Nothing else is done meanwhile, so it is far less than `hang_s`."""
_PID_BYTES = 16


class Born(Protocol):
    """A new process: our end of its channel, and how to wait for its end, which gives the exit status or minus the signal."""

    @property
    def channel(self) -> socket.socket:
        """Our end."""

    @property
    def pid(self) -> int:
        """Its id."""

    @property
    def wait(self) -> Callable[[], int]:
        """Wait for its end: the exit status, or minus the signal that killed it."""


@valueclass(frozen=True)
class Commands:
    """Command lines that get ``--channel FD`` appended: of a visit, and of a zygote (empty: there is none)."""

    visit: Sequence[str]
    zygote: Sequence[str]
    cwd: Path
    simulate: bool


class Births:
    """Of all visits of one kiosk. `first` is one that has been born already."""

    def __init__(
        self,
        loop: SelectorLoop,
        commands: Commands,
        first: Born | None = None,
        *,
        first_wait_s: float = _FIRST_WAIT_S,
    ) -> None:
        self._loop = loop
        self._first = first
        self._commands = commands
        self._zygote: _Zygote | None = None
        self._wait = GrowingWait(first_wait_s, _LONGEST_WAIT_S)
        self._beginning: Timer | None = None
        self._given = False
        self._changed: Callable[[], None] = lambda: None

    def on_change(self, changed: Callable[[], None]) -> None:
        """`changed` is called when `wait_s` may have become shorter."""
        self._changed = changed

    def wait_s(self) -> float:
        """So long a visit that is not needed at once had better wait: a zygote is coming. It is begun after the first visit."""
        if not self._given or not self._commands.zygote:
            return 0.0
        if not self._zygote and not self._beginning:
            self._begin_zygote()
        coming = self._zygote if self._zygote and not self._zygote.ready else None
        return max(0.0, coming.begun_s + _COMING_S - self._loop.now()) if coming else 0.0

    def give(self) -> Born:
        """A new visit. Raises OSError when the system refuses it."""
        forked = self._zygote.fork() if self._zygote and self._zygote.ready else None
        if forked:
            self._wait.reset()
            return forked
        self._given = True
        first, self._first = self._first, None
        return first or spawn(self._commands.visit, self._commands.cwd, simulate=self._commands.simulate)

    def stop(self) -> None:
        """No zygote any more."""
        if self._beginning:
            self._beginning.cancel()
        if self._zygote:
            self._zygote.end()

    def _begin_zygote_later(self) -> None:
        self._beginning = self._loop.call_later(self._wait.next_s(), self._begin_zygote)

    def _begin_zygote(self) -> None:
        self._beginning = None
        try:
            self._zygote = _Zygote(self._loop, self._commands, self._changed, self._lost)
        except OSError:
            self._begin_zygote_later()

    def _lost(self) -> None:
        self._zygote = None
        self._begin_zygote_later()
        self._changed()


class _Zygote:
    """See `terminal.zygote`. `lost` is called once when it can no longer be used, unless it was told to `end`."""

    def __init__(
        self, loop: SelectorLoop, commands: Commands, ready: Callable[[], None], lost: Callable[[], None]
    ) -> None:
        self._loop = loop
        self._tell_ready = ready
        self._tell_lost = lost
        self.begun_s = loop.now()
        self.ready = False
        kind = socket.SOCK_SEQPACKET
        self._process = spawn(commands.zygote, commands.cwd, simulate=commands.simulate, kind=kind)
        self._socket = self._process.channel
        self._socket.settimeout(_PATIENCE_S)
        self._overdue = loop.call_later(_READY_S, self._lose)
        loop.on_readable(self._socket.fileno(), self._hear)

    def fork(self) -> Born | None:
        """A new visit; None when none came."""
        known = children()
        ours, theirs = socket.socketpair()
        adopt_orphans(True)  # only while one is expected
        try:
            with theirs:
                pid = self._forked(theirs)
            if pid is None:
                ours.close()
                self.end()
                _bury(known)
                self._tell_lost()
                return None
        finally:
            adopt_orphans(False)
        for stray in children() - known - {pid}:
            wait_for(self._loop, stray)
        return Forked(ours, pid)

    def _forked(self, channel: socket.socket) -> int | None:
        try:
            socket.send_fds(self._socket, [FORK], [channel.fileno()])
            return int(self._socket.recv(_PID_BYTES))
        except (OSError, ValueError):
            return None

    def end(self) -> None:
        """Kill it with whom it is forking, and wait for the moment that takes."""
        self.ready = False
        self._overdue.cancel()
        self._loop.on_readable(self._socket.fileno(), None)
        self._socket.close()
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _hear(self) -> None:
        """Between forks it has nothing to say after it is ready: its end is all that can come."""
        self.ready = not self.ready and self._socket.recv(_PID_BYTES) == READY
        if self.ready:
            self._overdue.cancel()
            self._tell_ready()
        else:
            self._lose()

    def _lose(self) -> None:
        self.end()
        self._tell_lost()


def _bury(known: set[int]) -> None:
    """A visit that was forked and never told of: nobody else would end and reap it, and whom it has been left by."""
    while orphans := children() - known:
        for pid in orphans:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
