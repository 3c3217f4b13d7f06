"""Whether a server still answers: one that was stopped or that hangs lives on, and would be waited for until somebody came."""

import socket
from collections.abc import Callable

from terminal.loop import Timer

from .loop import SelectorLoop

_EVERY_S = 30.0
_SILENT_S = 60.0
"""The calendar that comes with the kiosk may be busy for seconds, never so long that it says nothing at all to anybody."""
_FROZEN_S = 1.0
"""A timer that rings so late tells that we ourselves were frozen, and the server with us."""

_QUESTION = b"GET / HTTP/1.0\r\n\r\n"


class Pulse:
    """Asks at `address` (IP address, port) again and again. `silent` is called when nothing comes for `_SILENT_S`.

    Anything is an answer, also a refusal or the end of the connection: only a living process gives one.
    """

    def __init__(self, loop: SelectorLoop, address: tuple[str, int], silent: Callable[[], None]) -> None:
        self._loop = loop
        self._address = address
        self._silent = silent
        self._socket: socket.socket | None = None
        self._timer: Timer | None = None
        self._due_s = 0.0

    def begin(self) -> None:
        """Ask from now on."""
        self._timer = self._loop.call_later(_EVERY_S, self._ask)

    def end(self) -> None:
        """Ask no more."""
        if self._timer:
            self._timer.cancel()
        self._hang_up()

    def _ask(self) -> None:
        family = socket.AF_INET6 if ":" in self._address[0] else socket.AF_INET
        try:
            asking = socket.socket(family)
        except OSError:
            self.begin()  # no room for it now
            return
        asking.setblocking(False)
        asking.connect_ex(self._address)
        self._socket = asking
        self._loop.on_writable(asking.fileno(), self._say)
        self._loop.on_readable(asking.fileno(), self._hear)
        self._wait()

    def _say(self) -> None:
        if self._socket:
            self._loop.on_writable(self._socket.fileno(), None)
            try:
                self._socket.send(_QUESTION)
            except OSError:
                self._hear()

    def _hear(self) -> None:
        self.end()
        self.begin()

    def _wait(self) -> None:
        self._due_s = self._loop.now() + _SILENT_S
        self._timer = self._loop.call_later(_SILENT_S, self._give_up)

    def _give_up(self) -> None:
        if self._loop.now() - self._due_s > _FROZEN_S:
            self._wait()
            return
        self.end()
        self._silent()

    def _hang_up(self) -> None:
        if self._socket:
            self._loop.on_writable(self._socket.fileno(), None)
            self._loop.on_readable(self._socket.fileno(), None)
            self._socket.close()
            self._socket = None
