"""Short errands in a process of their own, so that the supervisor neither grows by what they import nor waits."""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from terminal.loop import Timer

from .loop import SelectorLoop
from .outlet import Outlet

LONGEST_S = 30.0
LONGEST_BYTES = 4 * 1024 * 1024


class Clerk:
    """Runs one command with `given` as its input; `done` gets its output, or None: it failed, took too long, or the system refused it."""

    def __init__(
        self,
        loop: SelectorLoop,
        command: Sequence[str],
        cwd: Path,
        given: bytes,
        done: Callable[[bytes | None], None],
        longest_s: float = LONGEST_S,
    ) -> None:
        self._loop = loop
        self._done = done
        self._output = bytearray()
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._socket, self._process = _begin(command, cwd)
        except OSError:
            loop.post(lambda: done(None))
            return
        self._timer: Timer = loop.call_later(longest_s, self.dismiss)
        loop.on_readable(self._socket.fileno(), self._read)
        self._outlet = Outlet(loop, self._socket, self._all_given)
        self._outlet.write(given)

    def dismiss(self) -> None:
        """Kill it, and wait for the moment that takes; `done` is called with None if the loop goes on."""
        if self._process and self._process.returncode is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _all_given(self) -> None:
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            return  # it is gone already; reading notices

    def _read(self) -> None:
        try:
            data = self._socket.recv(65536)
        except OSError:
            data = b""
        self._output += data
        if len(self._output) > LONGEST_BYTES:
            self.dismiss()
        if not data:
            self._finish()

    def _finish(self) -> None:
        self._timer.cancel()
        self._outlet.close()
        self._loop.on_readable(self._socket.fileno(), None)
        self._socket.close()
        self._done(bytes(self._output) if self._end() == 0 else None)

    def _end(self) -> int | None:
        """Its exit status. Its output has ended, so it is ending; whoever closed it without ending is made to."""
        if self._process is None:
            return None
        try:
            return self._process.wait(1)
        except subprocess.TimeoutExpired:
            self.dismiss()
            return self._process.wait()


def _begin(command: Sequence[str], cwd: Path) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with theirs:
        try:
            process = subprocess.Popen(
                list(command),
                cwd=cwd,
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.DEVNULL,
                process_group=0,
            )
        except OSError:
            ours.close()
            raise
    return ours, process
