"""The visit's deadline: silence leads to a warning, silence in the warning to the end.

EN 301 549 V3.2.1, 11.2.2.1 (WCAG 2.2.1): warned, at least 20 s to react, one press extends, at least ten times.
Here it can be extended without limit.
"""

from collections.abc import Callable

from terminal.values import valueclass

from .loop import MainLoop, Timer


@valueclass(frozen=True)
class Patience:
    """Seconds of silence until the warning, seconds the warning lasts, and the factor for those who need more time."""

    idle_s: float = 60.0
    warning_s: float = 30.0
    more_time: float = 3.0


class Deadline:
    """One timer: armed again with every sign of life, `expired` when there was none for long enough."""

    def __init__(self, loop: MainLoop, expired: Callable[[], None]) -> None:
        self._loop = loop
        self._expired = expired
        self._timer: Timer | None = None
        self._at_s = 0.0

    def arm(self, after_s: float) -> None:
        """Expire `after_s` seconds from now. Moving an armed deadline only notes the time: touches are frequent."""
        later = self._timer is not None and self._loop.now() + after_s >= self._at_s
        self._at_s = self._loop.now() + after_s
        if not later:
            self._schedule()

    def cancel(self) -> None:
        """Never expire."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _schedule(self) -> None:
        self.cancel()
        self._timer = self._loop.call_later(self._at_s - self._loop.now(), self._rung)

    def _rung(self) -> None:
        self._timer = None
        if self._loop.now() < self._at_s:
            self._schedule()
        else:
            self._expired()
