"""An unused start screen is replaced after hours, so that no process grows old."""

from collections.abc import Callable

from terminal.loop import MainLoop, Timer

from .child import Child

_SHORTEST_S = 1.0


class Recycling:
    """`clock_s` also moves with the simulated clock; `due` is called when the front may be too old."""

    def __init__(
        self, loop: MainLoop, clock_s: Callable[[], float], idle_h: Callable[[], float], due: Callable[[], None]
    ) -> None:
        self._loop = loop
        self._clock_s = clock_s
        self._idle_h = idle_h
        self._due = due
        self._timer: Timer | None = None

    def too_old(self, front: Child) -> bool:
        """Whether it has been on the screen too long, if nobody uses it."""
        return self._left_s(front) <= 0

    def watch(self, front: Child | None) -> None:
        """Ring when `front` will be too old."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if front and (left_s := self._left_s(front)) > 0:
            self._timer = self._loop.call_later(max(left_s, _SHORTEST_S), self._due)

    def _left_s(self, front: Child) -> float:
        return self._idle_h() * 3600 - (self._clock_s() - front.shown_clock_s)
