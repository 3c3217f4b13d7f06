"""A moment by which something must be over."""

from collections.abc import Callable
from time import monotonic


class TimeLimit:
    """`seconds` from now."""

    def __init__(self, seconds: float, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._end_s = now() + seconds

    @property
    def left_s(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._end_s - self._now())

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.left_s <= 0

    def within(self, seconds: float) -> "TimeLimit":
        """`seconds` from now, but not beyond this one."""
        return TimeLimit(min(seconds, self.left_s), self._now)
