"""Writing to a socket that may not take everything at once."""

import socket
from collections.abc import Callable

from .loop import SelectorLoop


class Outlet:
    """Keeps what `sock` (non-blocking) does not take yet. `emptied` is called whenever all is out."""

    def __init__(self, loop: SelectorLoop, sock: socket.socket, emptied: Callable[[], None] = lambda: None) -> None:
        self._loop = loop
        self._socket = sock
        self._emptied = emptied
        self._waiting = bytearray()

    def write(self, data: bytes) -> None:
        """Send `data` after all before it. A dead peer is noticed by whoever reads."""
        self._waiting += data
        self._flush()

    def close(self) -> None:
        """Forget what is not out."""
        self._waiting.clear()
        self._loop.on_writable(self._socket.fileno(), None)

    def _flush(self) -> None:
        try:
            while self._waiting:
                del self._waiting[: self._socket.send(self._waiting)]
        except BlockingIOError:
            self._loop.on_writable(self._socket.fileno(), self._flush)
            return
        except OSError:
            self._waiting.clear()
        self._loop.on_writable(self._socket.fileno(), None)
        self._emptied()
