"""Real threads under a tiny real loop: ordered and independent lanes, answers on the loop's thread."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from queue import Queue
from threading import Event, get_ident

import pytest

from terminal.workers import Answered, Lane, Raised, ThreadWorkers
from tests.terminal.virtual_loop import VirtualTimer

PATIENCE_S = 10.0


class TinyLoop:
    """A loop of this thread: what was posted runs here, when the test waits for it."""

    def __init__(self) -> None:
        self._posted: Queue[Callable[[], None]] = Queue()

    def now(self) -> float:
        """Not needed here."""
        raise NotImplementedError

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> VirtualTimer:
        """Not needed here."""
        raise NotImplementedError

    def post(self, fn: Callable[[], None]) -> None:
        """See `terminal.loop.MainLoop`."""
        self._posted.put(fn)

    def run(self, calls: int) -> None:
        """Run the next `calls` posted calls. Raises queue.Empty when they do not come."""
        for _ in range(calls):
            self._posted.get(timeout=PATIENCE_S)()

    @property
    def idle(self) -> bool:
        """Whether nothing is posted."""
        return self._posted.empty()


class Panic(BaseException):
    """What native code may raise past `Exception`."""


def test_a_job_runs_elsewhere_and_its_answer_comes_on_the_loops_thread() -> None:
    loop, ran, done = TinyLoop(), [], []
    ThreadWorkers(loop).submit(Lane.WORK, lambda: ran.append(get_ident()), lambda _: done.append(get_ident()))
    loop.run(1)
    assert done == [get_ident()]
    assert ran != done


def test_jobs_of_a_lane_run_and_answer_in_order_one_at_a_time() -> None:
    loop, running = TinyLoop(), list[int]()
    outcomes: list[object] = []
    workers = ThreadWorkers(loop)

    def job(number: int) -> int:
        running.append(number)
        assert running == [number]
        running.remove(number)
        return number

    for number in range(200):
        workers.submit(Lane.WORK, partial(job, number), outcomes.append)
    loop.run(200)
    assert outcomes == [Answered(number) for number in range(200)]


def test_a_lane_that_hangs_does_not_block_the_others() -> None:
    loop, release, order = TinyLoop(), Event(), []
    workers = ThreadWorkers(loop)
    workers.submit(Lane.WORK, lambda: release.wait(PATIENCE_S), lambda _: order.append("work"))
    workers.submit(Lane.SETTLE, lambda: None, lambda _: order.append("settle"))
    workers.submit(Lane.LIVE, lambda: None, lambda _: order.append("live"))
    loop.run(2)
    assert sorted(order) == ["live", "settle"]
    release.set()
    loop.run(1)
    assert order[-1] == "work"


def test_a_job_waits_for_the_one_before_it_in_its_lane() -> None:
    loop, release, started = TinyLoop(), Event(), Event()
    workers = ThreadWorkers(loop)
    workers.submit(Lane.WORK, lambda: release.wait(PATIENCE_S), lambda _: None)
    workers.submit(Lane.WORK, started.set, lambda _: None)
    workers.submit(Lane.SETTLE, lambda: None, lambda _: None)
    loop.run(1)
    assert not started.is_set()
    release.set()
    loop.run(2)
    assert started.is_set()


@pytest.mark.parametrize("error", [ValueError("x"), Panic(), SystemExit(1)])
def test_an_exception_comes_back_as_raised_and_the_lane_goes_on(error: BaseException) -> None:
    loop, outcomes = TinyLoop(), list[object]()
    workers = ThreadWorkers(loop)

    def fail() -> None:
        raise error

    workers.submit(Lane.WORK, fail, outcomes.append)
    workers.submit(Lane.WORK, lambda: "next", outcomes.append)
    loop.run(2)
    assert outcomes == [Raised(error), Answered("next")]


def test_every_answer_comes_exactly_once() -> None:
    loop, outcomes = TinyLoop(), list[object]()
    workers = ThreadWorkers(loop)
    for number in range(50):
        workers.submit(Lane.WORK if number % 2 else Lane.LIVE, lambda: None, outcomes.append)
    loop.run(50)
    assert len(outcomes) == 50
    assert loop.idle


def test_a_job_that_hangs_does_not_keep_the_process_from_ending() -> None:
    program = (
        "from threading import Event\n"
        "from terminal.workers import Lane, ThreadWorkers\n"
        "started = Event()\n"
        "class Loop:\n"
        "    def post(self, fn): pass\n"
        "def hang():\n"
        "    started.set()\n"
        "    Event().wait()\n"
        "ThreadWorkers(Loop()).submit(Lane.WORK, hang, print)\n"
        "started.wait()\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], timeout=PATIENCE_S, check=False)
    assert ended.returncode == 0
