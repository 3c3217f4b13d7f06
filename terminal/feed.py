"""Feeds a live step while it is on the screen: newest look only, an old answer never replaces a newer one."""

from collections.abc import Callable
from typing import Any

from terminal.loop import MainLoop, Timer
from terminal.steps import LiveQuery, Ports
from terminal.workers import Answered, Lane, Raised, Workers


class Feed:
    """Asks `query` now, whenever something is typed, and every `every_s` seconds; `on_content` hears what changed.

    A query that is `local` only computes: it is answered before `start` returns. When a look fails, what is shown stays.
    """

    def __init__(
        self,
        query: LiveQuery[Any],
        *,
        ports: Ports,
        loop: MainLoop,
        workers: Workers,
        on_content: Callable[[Any], None],
    ) -> None:
        self._query = query
        self._ports = ports
        self._loop = loop
        self._workers = workers
        self._on_content = on_content
        self._typed = ""
        self._generation = 0
        self._timer: Timer | None = None
        self._content: Any = None

    def start(self, typed: str = "") -> None:
        """Begin to look."""
        self._typed = typed
        self._look()

    def typed(self, typed: str) -> None:
        """Look again for what is typed now."""
        if typed != self._typed:
            self.start(typed)

    def stop(self) -> None:
        """Look no more; answers under way are ignored."""
        self._generation += 1
        if self._timer:
            self._timer.cancel()

    def _look(self) -> None:
        self.stop()
        generation, typed = self._generation, self._typed
        self._timer = self._loop.call_later(self._query.every_s, self._look)
        if self._query.local:
            self._show(self._query.look(self._ports, typed))
            return

        def seen(outcome: Answered[Any] | Raised) -> None:
            if generation == self._generation and isinstance(outcome, Answered):
                self._show(outcome.value)

        self._workers.submit(Lane.LIVE, lambda: self._query.look(self._ports, typed), seen)

    def _show(self, content: Any) -> None:
        if content != self._content:
            self._content = content
            self._on_content(content)
