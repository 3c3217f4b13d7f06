"""Work off the loop's thread: plain values go out, plain values come back, posted to the loop."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Generic, Protocol, TypeVar

from terminal.values import valueclass

from .loop import MainLoop

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Lane(Enum):
    """Jobs of one lane run one after the other; lanes do not wait for each other."""

    WORK = "work"
    SETTLE = "settle"
    LIVE = "live"


@valueclass(frozen=True)
class Answered(Generic[T_co]):
    """The job returned."""

    value: T_co


@valueclass(frozen=True)
class Raised:
    """The job raised. Only the exception's type may ever be logged: its text can hold personal data."""

    error: BaseException


class Workers(Protocol):
    """Runs jobs; every job's `done` is called exactly once, on the loop's thread."""

    def submit(self, lane: Lane, job: Callable[[], T], done: Callable[[Answered[T] | Raised], None]) -> None:
        """Queue `job` in `lane`. There is no cancelling: whoever lost interest ignores the answer."""


class ThreadWorkers:
    """One thread a lane, started when first needed. None of them keeps the process from ending."""

    def __init__(self, loop: MainLoop) -> None:
        self._loop = loop
        self._lanes: dict[Lane, SimpleQueue[Callable[[], None]]] = {}

    def submit(self, lane: Lane, job: Callable[[], T], done: Callable[[Answered[T] | Raised], None]) -> None:
        """See `Workers.submit`."""
        if lane not in self._lanes:
            self._lanes[lane] = SimpleQueue()
            Thread(target=self._work_off, args=(self._lanes[lane],), name=lane.value, daemon=True).start()
        self._lanes[lane].put(partial(self._run, job, done))

    @staticmethod
    def _work_off(lane: "SimpleQueue[Callable[[], None]]") -> None:
        while True:
            lane.get()()

    def _run(self, job: Callable[[], T], done: Callable[[Answered[T] | Raised], None]) -> None:
        outcome: Answered[T] | Raised
        try:
            outcome = Answered(job())
        except BaseException as error:  # even a panic in native code: it belongs to the runner's Trouble screen
            outcome = Raised(error)
        self._loop.post(lambda: done(outcome))
