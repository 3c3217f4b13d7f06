"""Bringing visit processes into the world, one at a time, more slowly after losses."""

from collections.abc import Callable
from typing import Protocol

from terminal.deadline import Deadline
from terminal.loop import MainLoop, Timer
from terminal.messages import Report

from .child import Child
from .processes import Exit, Hearer, Process

_AGAIN_S = 1.0
"""So long after the system has refused a process."""


class Parent(Protocol):
    """Who hears of children."""

    def born(self, child: Child) -> None:
        """It runs."""

    def unborn(self) -> None:
        """The system has refused a process; it will be asked again."""

    def heard(self, child: Child, report: Report) -> None:
        """It says something."""

    def babbled(self) -> None:
        """One has said something that is no report."""

    def overdue(self, child: Child) -> None:
        """Its watch has rung."""

    def ended(self, child: Child, exit: Exit) -> None:
        """It is no more."""


class Spawning:
    """`wait_s` is how long the next one has to wait. Whatever `spawn` raises as OSError is a refusal."""

    def __init__(
        self, loop: MainLoop, spawn: Callable[[Hearer], Process], wait_s: Callable[[], float], parent: Parent
    ) -> None:
        self._loop = loop
        self._spawn = spawn
        self._wait_s = wait_s
        self._parent = parent
        self._timer: Timer | None = None
        self._stopped = False

    def begin(self) -> None:
        """Have one born, now or as soon as it may; one that is on its way already is enough."""
        if self._timer or self._stopped:
            return
        wait_s = self._wait_s()
        if wait_s:
            self._timer = self._loop.call_later(wait_s, self._now)
        else:
            self._now()

    def hurry(self) -> None:
        """The wait may have become shorter."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
            self.begin()

    def stop(self) -> None:
        """No more."""
        self._stopped = True

    def _now(self) -> None:
        self._timer = None
        if self._stopped:
            return
        ear = _Ear(self._parent)
        try:
            process = self._spawn(ear)
        except OSError:
            self._timer = self._loop.call_later(_AGAIN_S, self._now)
            self._parent.unborn()
            return
        watch = Deadline(self._loop, lambda: self._parent.overdue(child))
        child = ear.child = Child(process, watch, self._loop.now())
        self._parent.born(child)


class _Ear:
    """Hears one child for its parent."""

    child: Child

    def __init__(self, parent: Parent) -> None:
        self._parent = parent

    def heard(self, report: Report) -> None:
        self._parent.heard(self.child, report)

    def babbled(self) -> None:
        self._parent.babbled()

    def ended(self, exit: Exit) -> None:
        self._parent.ended(self.child, exit)
