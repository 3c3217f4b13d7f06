"""Has the catalogue of services prepared for search by meaning, in a process of its own, when the kiosk has time for it."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from terminal.loop import Timer

from .clerk import Clerk
from .loop import SelectorLoop
from .settings import Taken

QUIET_S = 60.0
"""So long after a configuration came into force: a start has other work, and until then search goes by words."""

LONGEST_S = 900.0


class Preparing:
    """`command` gets a snapshot on its standard input; what it cannot do, search does without. It runs once for each configuration."""

    def __init__(self, loop: SelectorLoop, command: Sequence[str], cwd: Path) -> None:
        self._loop = loop
        self._command = command
        self._cwd = cwd
        self._prepared: str | None = None
        self._timer: Timer | None = None
        self._clerk: Clerk | None = None

    def take(self, taken: Taken) -> None:
        """This configuration is in force."""
        if not self._command or not taken.settings.catalogue or taken.digest == self._prepared:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = self._loop.call_later(QUIET_S, self._beginner(taken))

    def close(self) -> None:
        """Leave nothing running."""
        if self._timer:
            self._timer.cancel()
        if self._clerk:
            self._clerk.dismiss()

    def _beginner(self, taken: Taken) -> Callable[[], None]:
        def begin() -> None:
            self._timer = None
            if self._clerk:
                self._timer = self._loop.call_later(QUIET_S, begin)
                return
            self._prepared = taken.digest
            given = json.dumps(taken.snapshot).encode()
            self._clerk = Clerk(self._loop, self._command, self._cwd, given, self._done, longest_s=LONGEST_S)

        return begin

    def _done(self, output: bytes | None) -> None:
        self._clerk = None
