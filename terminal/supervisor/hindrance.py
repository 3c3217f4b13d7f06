"""A simulated kiosk's calendar server made slow, or kept down, by signals: what it says stays true, it only takes its time."""

import signal
from collections.abc import Callable

from terminal.loop import Timer

from .loop import SelectorLoop
from .services import Service

CONDITIONS = ("up", "slow", "down")

_STOPPED_S = 2.5
_RUNNING_S = 0.05
"""When slow. A request that needs both sides of a moment of running waits for two of them."""


class Hindrance:
    """`service` is the server there is at the moment."""

    def __init__(self, loop: SelectorLoop, service: Callable[[], Service | None]) -> None:
        self._loop = loop
        self._service = service
        self._timer: Timer | None = None

    def put(self, condition: str) -> bool:
        """Bring it into one of `CONDITIONS`, whatever it was in; False where there is no server."""
        service = self._service()
        if service is None:
            return False
        if self._timer:
            self._timer.cancel()
            self._timer = None
        service.send(signal.SIGCONT)
        service.keep_down(condition == "down")
        if condition == "slow":
            self._pause()
        return True

    def _pause(self) -> None:
        self._send(signal.SIGSTOP, _STOPPED_S, self._run)

    def _run(self) -> None:
        self._send(signal.SIGCONT, _RUNNING_S, self._pause)

    def _send(self, sign: signal.Signals, then_s: float, then: Callable[[], None]) -> None:
        service = self._service()
        if service:
            service.send(sign)
        self._timer = self._loop.call_later(then_s, then)
