"""What the core needs of a main loop, so that it runs under Kivy, and in tests under a virtual clock."""

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A call that is still to come."""

    def cancel(self) -> None:
        """Make sure that it never happens; safe to call twice or too late."""


class MainLoop(Protocol):
    """One thread that owns the visit. Only `post` may be called from other threads."""

    def now(self) -> float:
        """Monotonic seconds; the zero point means nothing."""

    def post(self, fn: Callable[[], None]) -> None:
        """Run `fn` on the loop's thread as soon as possible; wakes a sleeping loop at once."""

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> Timer:
        """Run `fn` on the loop's thread after `delay_s` seconds."""
