"""The supervisor's main loop: file descriptors, timers, posted calls, on one thread."""

import heapq
import os
import selectors
import time
from collections import deque
from collections.abc import Callable
from itertools import count

_KEPT_CANCELLED = 200


class LoopTimer:
    """See `terminal.loop.Timer`."""

    def __init__(self, fn: Callable[[], None], cancelled: Callable[[], None]) -> None:
        self.fn: Callable[[], None] | None = fn
        self._cancelled = cancelled

    def cancel(self) -> None:
        """Make sure that it never happens."""
        if self.fn is not None:
            self.fn = None
            self._cancelled()


class SelectorLoop:
    """A `terminal.loop.MainLoop`. What has arrived is always handled before timers: a late beat is still a beat.

    That is also true of what has arrived while a call kept the loop busy.
    """

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._readers: dict[int, Callable[[], None]] = {}
        self._writers: dict[int, Callable[[], None]] = {}
        self._timers: list[tuple[float, int, LoopTimer]] = []
        self._serials = count()
        self._cancelled = 0
        self._posted: deque[Callable[[], None]] = deque()
        self._running = False
        self._wake_out, self._wake_in = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self.on_readable(self._wake_out, self._drain)

    def now(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()

    def post(self, fn: Callable[[], None]) -> None:
        """Run `fn` soon; from any thread, and from signal handlers."""
        self._posted.append(fn)
        try:
            os.write(self._wake_in, b"\0")
        except BlockingIOError:
            return  # the pipe is full: the loop will wake anyway

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> LoopTimer:
        """Run `fn` after `delay_s` seconds."""
        timer = LoopTimer(fn, self._forget_cancelled)
        heapq.heappush(self._timers, (self.now() + delay_s, next(self._serials), timer))
        return timer

    def on_readable(self, fd: int, fn: Callable[[], None] | None) -> None:
        """Call `fn` whenever `fd` can be read; None stops that."""
        self._set(self._readers, fd, fn)

    def on_writable(self, fd: int, fn: Callable[[], None] | None) -> None:
        """Call `fn` whenever `fd` can be written; None stops that."""
        self._set(self._writers, fd, fn)

    def run(self) -> None:
        """Work until `stop`."""
        self._running = True
        while self._running:
            self._hear(self._patience())
            self._run_posted()
            if self._patience() == 0:
                self._hear(0)
            self._run_due()

    def stop(self) -> None:
        """Let `run` return."""
        self._running = False

    def _hear(self, wait_s: float | None) -> None:
        for key, events in self._selector.select(wait_s):
            self._handle(key.fd, events)

    def _set(self, table: dict[int, Callable[[], None]], fd: int, fn: Callable[[], None] | None) -> None:
        known = fd in self._readers or fd in self._writers
        if fn is None:
            table.pop(fd, None)
        else:
            table[fd] = fn
        events = (selectors.EVENT_READ if fd in self._readers else 0) | (
            selectors.EVENT_WRITE if fd in self._writers else 0
        )
        if events and known:
            self._selector.modify(fd, events)
        elif events:
            self._selector.register(fd, events)
        elif known:
            self._selector.unregister(fd)

    def _handle(self, fd: int, events: int) -> None:
        # Looked up late: an earlier call of this round may have closed it.
        if events & selectors.EVENT_READ and fd in self._readers:
            self._readers[fd]()
        if events & selectors.EVENT_WRITE and fd in self._writers:
            self._writers[fd]()

    def _patience(self) -> float | None:
        while self._timers and self._timers[0][2].fn is None:
            heapq.heappop(self._timers)
            self._cancelled -= 1
        if self._posted:
            return 0
        return max(0.0, self._timers[0][0] - self.now()) if self._timers else None

    def _forget_cancelled(self) -> None:
        self._cancelled += 1
        if self._cancelled > _KEPT_CANCELLED:
            self._timers = [entry for entry in self._timers if entry[2].fn is not None]
            heapq.heapify(self._timers)
            self._cancelled = 0

    def _run_posted(self) -> None:
        for _ in range(len(self._posted)):
            self._posted.popleft()()

    def _run_due(self) -> None:
        now = self.now()
        while self._timers and self._timers[0][0] <= now:
            timer = heapq.heappop(self._timers)[2]
            fn, timer.fn = timer.fn, None
            if fn is None:
                self._cancelled -= 1
            else:
                fn()

    def _drain(self) -> None:
        try:
            while os.read(self._wake_out, 4096):
                continue
        except BlockingIOError:
            return
