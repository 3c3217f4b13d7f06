"""What journeys still owe when they are left: it is undone behind whatever comes next, and the visit waits for it at its end."""

from collections.abc import Callable

from .journey import Runner


class Settling:
    """Counts the runners that are still closing."""

    def __init__(self) -> None:
        self._open = 0
        self._done: Callable[[], None] | None = None

    def add(self, runner: Runner) -> None:
        """Close `runner`, however long that takes."""
        self._open += 1
        runner.close(self._settled)

    def when_settled(self, done: Callable[[], None]) -> None:
        """`done` once nothing is owed any more, which may be now."""
        self._done = done
        self._look()

    def _settled(self) -> None:
        self._open -= 1
        self._look()

    def _look(self) -> None:
        if self._done and not self._open:
            done, self._done = self._done, None
            done()
