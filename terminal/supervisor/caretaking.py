"""What the kiosk owes after its visits: releasing what no screen has confirmed, erasing contacts in time.

The work is done by a short-lived process (`terminal.assembly.caretaker`), so that the supervisor neither knows the calendar
nor waits for it. It gets the configuration in force and who is still alive, and answers how much is left to do.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from terminal.loop import Timer
from terminal.unwitnessed import Unwitnessed

from .clerk import Clerk
from .loop import SelectorLoop

EVERY_S = 900.0
"""Also how old news of a calendar elsewhere can be."""
AGAIN_S = 15.0
"""So long after it could not do all, for example because the calendar did not answer."""


class Caretaking:
    """`given` is what the process is told, None as long as there is nothing to take care of; `living` are the visits' pids."""

    def __init__(
        self,
        loop: SelectorLoop,
        command: Sequence[str],
        cwd: Path,
        unwitnessed: Unwitnessed,
        living: Callable[[], Collection[int]],
        given: Callable[[], Mapping[str, Any] | None],
    ) -> None:
        self._loop = loop
        self._command = command
        self._cwd = cwd
        self._unwitnessed = unwitnessed
        self._living = living
        self._given = given
        self._clerk: Clerk | None = None
        self._timer: Timer | None = None
        self._closed = False
        self.cause = ""
        """Why the calendar was not well when it was looked at last; empty when it was."""

    def begin(self) -> None:
        """Do all that is due now; then again and again."""
        self._do(whole=True)

    def visit_ended(self) -> None:
        """Look whether a visit has left something behind."""
        living = self._living()
        if any(pid not in living for pid, _ in self._unwitnessed.left()):
            self._do(whole=False)

    def close(self) -> None:
        """Leave nothing running."""
        self._closed = True
        if self._timer:
            self._timer.cancel()
        if self._clerk:
            self._clerk.dismiss()

    def _do(self, *, whole: bool) -> None:
        given = self._given()
        if self._clerk or self._closed or given is None:
            return  # one that runs looks again when it is done
        self._arm(EVERY_S)
        told = json.dumps({**given, "living": sorted(self._living()), "whole": whole})
        self._clerk = Clerk(self._loop, self._command, self._cwd, told.encode(), self._done)

    def _done(self, output: bytes | None) -> None:
        self._clerk = None
        if self._closed:
            return
        left, self.cause = _answer(output)
        if left:
            self._arm(AGAIN_S)
        else:
            self.visit_ended()

    def _arm(self, wait_s: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self._loop.call_later(wait_s, self.begin)


def _answer(output: bytes | None) -> tuple[int, str]:
    try:
        answer = json.loads(output or b"")
        return int(answer["left"]), str(answer["cause"])
    except (ValueError, KeyError, TypeError):
        return 1, "nobody could look at it"
