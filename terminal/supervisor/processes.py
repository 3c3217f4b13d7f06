"""Visit processes as the operating system sees them: spawned, heard, killed with all that they started, reaped."""

import os
import signal
from collections.abc import Callable
from typing import Protocol

from terminal.channel import NO_DISPLAY
from terminal.lines import LineBuffer, MalformedError
from terminal.messages import Order, Report, decode_report, encode
from terminal.values import valueclass

from .births import Born
from .loop import SelectorLoop
from .outlet import Outlet
from .spawned import watch

REPORT_BYTES = 4096
SIMULATED_REPORT_BYTES = 1024 * 1024  # the dock's tree
_AT_ONCE = 65536
_ENDING_S = 0.5


@valueclass(frozen=True)
class Exit:
    """How a process ended: its exit status, or minus the signal that killed it."""

    status: int

    @property
    def killed(self) -> bool:
        """Whether by a signal."""
        return self.status < 0

    @property
    def by_kill(self) -> bool:
        """Whether by SIGKILL, which only comes from outside."""
        return self.status == -signal.SIGKILL

    @property
    def no_display(self) -> bool:
        """Whether it ended because there is no display to open a window on."""
        return self.status == NO_DISPLAY


class Hearer(Protocol):
    """Who wants to know what a process says and when it is gone."""

    def heard(self, report: Report) -> None:
        """A well-formed report."""

    def babbled(self) -> None:
        """A line that was none."""

    def ended(self, exit: Exit) -> None:
        """Reaped, with its whole group; nothing more will come."""


class Process(Protocol):
    """A running visit process."""

    @property
    def pid(self) -> int:
        """Its id, also that of its process group."""

    def send(self, order: Order) -> None:
        """Tell it something; never blocks."""

    def kill(self) -> None:
        """SIGKILL to its whole group; `ended` follows."""


class VisitProcess:
    """Born by its making. Raises OSError when it cannot be."""

    def __init__(
        self, loop: SelectorLoop, give_birth: Callable[[], Born], hearer: Hearer, *, longest_report: int
    ) -> None:
        self._loop = loop
        self._hearer = hearer
        self._lines = LineBuffer(longest_report)
        self._dropped = 0
        self._reaped = False
        self._born = give_birth()
        self._socket = self._born.channel
        self._socket.setblocking(False)
        self._outlet = Outlet(loop, self._socket)
        self._pidfd = watch(self.pid, self._born.wait)
        loop.on_readable(self._socket.fileno(), self._read)
        loop.on_readable(self._pidfd, self._reap)

    @property
    def pid(self) -> int:
        """See `Process.pid`."""
        return self._born.pid

    def send(self, order: Order) -> None:
        """See `Process.send`."""
        self._outlet.write(encode(order))

    def kill(self) -> None:
        """See `Process.kill`."""
        # Until it is reaped, its id cannot belong to anybody else.
        if not self._reaped:
            self._kill_group()

    def _read(self) -> None:
        data = self._receive()
        if data == b"":
            self._loop.on_readable(self._socket.fileno(), None)
            # A process that ends closes this first: its own exit status is worth a moment's wait.
            self._loop.call_later(_ENDING_S, self.kill)
        for line in self._lines.feed(data or b""):
            self._pass_on(line)
        for _ in range(self._lines.dropped - self._dropped):
            self._hearer.babbled()
        self._dropped = self._lines.dropped

    def _receive(self) -> bytes | None:
        try:
            return self._socket.recv(_AT_ONCE)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _pass_on(self, line: bytes) -> None:
        try:
            report = decode_report(line)
        except MalformedError:
            self._hearer.babbled()
        else:
            self._hearer.heard(report)

    def _reap(self) -> None:
        self._read()  # its last words: at most one portion, a flood is not listened to
        self._kill_group()
        status = self._born.wait()
        self._reaped = True
        self._outlet.close()
        self._loop.on_readable(self._socket.fileno(), None)
        self._loop.on_readable(self._pidfd, None)
        self._socket.close()
        os.close(self._pidfd)
        self._hearer.ended(Exit(status))

    def _kill_group(self) -> None:
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
