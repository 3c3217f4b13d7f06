"""A main loop under a virtual clock, and workers that do what the test says: no thread, no sleep, no luck."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Any, TypeVar

from terminal.workers import Answered, Lane, Raised

T = TypeVar("T")


@dataclass(order=True)
class VirtualTimer:
    """A call at `at_s`; equal times keep their order."""

    at_s: float
    number: int
    fn: Callable[[], None] = field(compare=False)
    cancelled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        """See `terminal.loop.Timer`."""
        self.cancelled = True


class VirtualLoop:
    """`terminal.loop.MainLoop` whose time passes only in `advance`."""

    def __init__(self) -> None:
        self._now_s = 1000.0
        self._posted: deque[Callable[[], None]] = deque()
        self._timers: list[VirtualTimer] = []
        self._numbers = count()

    def now(self) -> float:
        """Virtual seconds."""
        return self._now_s

    def post(self, fn: Callable[[], None]) -> None:
        """Queue `fn` for `run_until_idle`."""
        self._posted.append(fn)

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> VirtualTimer:
        """Queue `fn` for `advance`."""
        timer = VirtualTimer(self._now_s + delay_s, next(self._numbers), fn)
        heappush(self._timers, timer)
        return timer

    def run_until_idle(self) -> None:
        """Run everything posted, and what that posts."""
        while self._posted:
            self._posted.popleft()()

    def advance(self, seconds: float) -> None:
        """Let time pass: due timers run in order, each at its own time, and what they post runs with them."""
        until_s = self._now_s + seconds
        self.run_until_idle()
        while self._timers and self._timers[0].at_s <= until_s:
            timer = heappop(self._timers)
            if not timer.cancelled:
                self._now_s = max(self._now_s, timer.at_s)
                timer.fn()
                self.run_until_idle()
        self._now_s = until_s

    @property
    def pending(self) -> int:
        """How many timers are still to come."""
        return sum(not timer.cancelled for timer in self._timers)


@dataclass
class _Lane:
    queued: deque[tuple[Callable[[], Any], Callable[[Any], None]]] = field(default_factory=deque)
    on_their_way: deque[Callable[[], None]] = field(default_factory=deque)


class ScriptedWorkers:
    """`terminal.workers.Workers` in which the test decides when a job runs, and when its answer arrives.

    A job that never runs keeps its lane waiting, exactly as a hung thread does.
    """

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._lanes = {lane: _Lane() for lane in Lane}

    def submit(self, lane: Lane, job: Callable[[], T], done: Callable[[Answered[T] | Raised], None]) -> None:
        """See `terminal.workers.Workers`."""
        self._lanes[lane].queued.append((job, done))

    def queued(self, lane: Lane) -> int:
        """Jobs that have not run yet."""
        return len(self._lanes[lane].queued)

    def on_their_way(self, lane: Lane) -> int:
        """Jobs that have run, and whose answer has not arrived."""
        return len(self._lanes[lane].on_their_way)

    def run(self, lane: Lane) -> None:
        """Run the next job of `lane`; its answer stays on the way until `deliver`."""
        job, done = self._lanes[lane].queued.popleft()
        outcome: Answered[Any] | Raised
        try:
            outcome = Answered(job())
        except Exception as error:
            outcome = Raised(error)
        self._lanes[lane].on_their_way.append(lambda: done(outcome))

    def deliver(self, lane: Lane) -> None:
        """Let the oldest answer on the way arrive."""
        self._loop.post(self._lanes[lane].on_their_way.popleft())
        self._loop.run_until_idle()

    def finish(self, lane: Lane) -> None:
        """Run the next job of `lane` and let its answer arrive."""
        self.run(lane)
        while self.on_their_way(lane):
            self.deliver(lane)

    def finish_all(self) -> None:
        """Until no lane has anything left, whatever the answers lead to."""
        while busy := [lane for lane in Lane if self.queued(lane) or self.on_their_way(lane)]:
            for lane in busy:
                if self.on_their_way(lane):
                    self.deliver(lane)
                else:
                    self.run(lane)
