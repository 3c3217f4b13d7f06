"""The interactive part of closing: what a citizen has left on a device is asked for before the next visit comes."""

from collections.abc import Callable
from typing import Protocol

from .loop import MainLoop
from .workers import Answered, Lane, Raised, Workers

LOOK_EVERY_S = 0.5
CALL_EVERY_S = 5.0
LONGEST_S = 30.0
"""So long it is asked for; then the next citizen's time counts."""
UNANSWERED_S = 2.0
"""A device that does not say within this time whether something lies on it is not waited for."""


class Belongings(Protocol):
    """What of the citizen's could lie on a device."""

    def possible(self) -> bool:
        """Whether this visit used such a device. Does not block."""

    def lie(self) -> bool:
        """Whether something lies there now. May take a moment, on a worker."""


class Reminder:
    """Asks for what was left. `call` shows and sounds it, once in a while; `taken(True)` is the end, False: nobody came for it."""

    def __init__(
        self,
        loop: MainLoop,
        workers: Workers,
        belongings: Belongings,
        *,
        call: Callable[[], None],
        taken: Callable[[bool], None],
    ) -> None:
        self._loop = loop
        self._workers = workers
        self._belongings = belongings
        self._call = call
        self._taken = taken
        self._called_s: float | None = None
        self._over = False

    def begin(self) -> None:
        """Look, and remind for as long as something lies there."""
        self._end_s = self._loop.now() + LONGEST_S
        self._look()

    def _look(self) -> None:
        timer = self._loop.call_later(UNANSWERED_S, lambda: self._end(taken=self._called_s is None))

        def seen(outcome: Answered[bool] | Raised) -> None:
            timer.cancel()
            if not self._over:
                self._saw(isinstance(outcome, Answered) and outcome.value)

        self._workers.submit(Lane.LIVE, self._belongings.lie, seen)

    def _saw(self, lies: bool) -> None:
        now = self._loop.now()
        if not lies or now >= self._end_s:
            self._end(taken=not lies)
            return
        if self._called_s is None or now - self._called_s >= CALL_EVERY_S:
            self._called_s = now
            self._call()
        self._loop.call_later(LOOK_EVERY_S, self._look)

    def _end(self, *, taken: bool) -> None:
        if not self._over:
            self._over = True
            self._taken(taken)
