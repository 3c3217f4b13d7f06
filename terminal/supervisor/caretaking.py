"""What the kiosk owes after its visits: releasing what no screen has confirmed, erasing contacts in time.

The work is done by a short-lived process (`terminal.assembly.caretaker`), so that the supervisor neither knows the calendar
nor waits for it. It gets the configuration in force and who is still alive, and answers how much is left to do.
"""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol

from terminal.loop import MainLoop, Timer
from terminal.unwitnessed import Unwitnessed

from .waits import GrowingWait

EVERY_S = 900.0
"""Also how old news of a calendar elsewhere can be."""
AGAIN_S, AT_MOST_S = 15.0, 600.0
"""So long after it could not do all, for example because the calendar did not answer; then twice as long each time."""


class Errand(Protocol):
    """Work that has been given to a process of its own."""

    def dismiss(self) -> None:
        """End it now."""


Tend = Callable[[bytes, Callable[[bytes | None], None]], Errand]
"""Starts the process with what it is told; its answer comes later, None when it failed or took too long."""


class Caretaking:
    """`given` is what the process is told, None as long as there is nothing to take care of; `living` are the visits' pids."""

    def __init__(
        self,
        loop: MainLoop,
        tend: Tend,
        unwitnessed: Unwitnessed,
        living: Callable[[], Collection[int]],
        given: Callable[[], Mapping[str, Any] | None],
    ) -> None:
        self._loop = loop
        self._tend = tend
        self._unwitnessed = unwitnessed
        self._living = living
        self._given = given
        self._errand: Errand | None = None
        self._wait = GrowingWait(AGAIN_S, AT_MOST_S)
        self._timer: Timer | None = None
        self._closed = False
        self._all_owed = self._all_asked = False
        self.cause = ""
        """Why the calendar was not well when it was looked at last; empty when it was."""

    def begin(self) -> None:
        """Do all that is due now; then again and again."""
        self._all_owed = True
        self._do(whole=True)

    def calendar_is_back(self) -> None:
        """What could not be done without it can be done now."""
        self._wait.reset()
        self.begin()

    def visit_ended(self) -> None:
        """Look whether a visit has left something behind. Where nobody can look, the caretaker is asked, and asked again."""
        if self._is_owed():
            self._do(whole=False)

    def _is_owed(self) -> bool:
        living = self._living()
        try:
            return any(pid not in living for pid, _ in self._unwitnessed.left())
        except OSError:
            return True  # the process will fail, too, and be sent again later: that is no reason to end here

    def close(self) -> None:
        """Leave nothing running."""
        self._closed = True
        if self._timer:
            self._timer.cancel()
        if self._errand:
            self._errand.dismiss()

    def _do(self, *, whole: bool) -> None:
        given = self._given()
        if self._errand or self._closed or given is None:
            return  # one that runs looks again when it is done
        self._all_asked = whole
        self._arm(EVERY_S)
        told = json.dumps({**given, "living": sorted(self._living()), "whole": whole})
        self._errand = self._tend(told.encode(), self._done)

    def _done(self, output: bytes | None) -> None:
        self._errand = None
        if self._closed:
            return
        left, self.cause = _answer(output)
        if left:
            self._arm(self._wait.next_s())
        else:
            self._wait.reset()
            self._all_owed = self._all_owed and not self._all_asked
            self.begin() if self._all_owed else self.visit_ended()

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
