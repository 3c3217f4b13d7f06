"""Local doors: one request a connection, one line each way; only the same user, bounded in size, time and number."""

import os
import socket
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from terminal.lines import LineBuffer, MalformedError, from_line, to_line
from terminal.loop import Timer

from .loop import SelectorLoop
from .outlet import Outlet

REQUEST_BYTES = 64 * 1024
PATIENCE_S = 10.0
CLIENTS = 32

Reply = Mapping[str, Any]
Serve = Callable[[Mapping[str, Any], Callable[[Reply], None]], None]
"""Gets a request and a function to call once with the reply, now or later."""

_ROOT = 0  # an administrator asks an installed kiosk


class Door:
    """Listens at `path`, replacing what an earlier kiosk left there: the caller holds the kiosk's lock."""

    def __init__(self, loop: SelectorLoop, path: Path, serve: Serve) -> None:
        self._loop = loop
        self._path = path
        self._serve = serve
        self._clients: set[_Client] = set()
        path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        before = os.umask(0o177)
        try:
            self._socket.bind(str(path))
        finally:
            os.umask(before)
        self._socket.listen(CLIENTS)
        loop.on_readable(self._socket.fileno(), self._accept)

    @property
    def clients(self) -> int:
        """How many are being served."""
        return len(self._clients)

    def close(self) -> None:
        """Close the door, hang up on everybody."""
        self._loop.on_readable(self._socket.fileno(), None)
        self._socket.close()
        self._path.unlink(missing_ok=True)
        for client in list(self._clients):
            client.close()

    def _accept(self) -> None:
        try:
            sock, _ = self._socket.accept()
        except OSError:
            return
        if peer_uid(sock) not in (os.getuid(), _ROOT) or self.clients >= CLIENTS:
            sock.close()
            return
        self._clients.add(_Client(self._loop, sock, self._serve, self._clients.discard))


def peer_uid(sock: socket.socket) -> int:
    """User id of the process at the other end (SO_PEERCRED)."""
    size = struct.calcsize("3i")
    _, uid, _ = struct.unpack("3i", sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return int(uid)


class _Client:
    def __init__(
        self, loop: SelectorLoop, sock: socket.socket, serve: Serve, gone: Callable[["_Client"], None]
    ) -> None:
        sock.setblocking(False)
        self._loop = loop
        self._socket = sock
        self._serve = serve
        self._gone = gone
        self._lines = LineBuffer(REQUEST_BYTES)
        self._outlet = Outlet(loop, sock, self.close)
        self._asked = False
        self._closed = False
        self._timer: Timer = loop.call_later(PATIENCE_S, self.close)
        loop.on_readable(sock.fileno(), self._read)

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._timer.cancel()
        self._outlet.close()
        self._loop.on_readable(self._socket.fileno(), None)
        self._socket.close()
        self._gone(self)

    def _read(self) -> None:
        try:
            data = self._socket.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.close()
            return
        for line in self._lines.feed(data):
            self._ask(line)
        if self._lines.dropped and not self._asked:
            self._refuse("too-long")

    def _ask(self, line: bytes) -> None:
        if self._asked:
            return
        try:
            request = from_line(line)
        except MalformedError:
            self._refuse("malformed")
            return
        self._asked = True
        # The asker may wait as long as the answer takes; whoever answers has a deadline of its own.
        self._timer.cancel()
        self._serve(request, self._reply)

    def _refuse(self, error: str) -> None:
        self._asked = True
        self._reply({"ok": False, "error": error})

    def _reply(self, reply: Reply) -> None:
        if not self._closed:
            self._timer.cancel()
            self._timer = self._loop.call_later(PATIENCE_S, self.close)
            self._outlet.write(to_line(reply))
