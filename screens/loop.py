"""The main loop: sleeps until something happens, and draws at once only what changed.

Kivy's own loop polls at 60 Hz, sleeps up to a frame after input, and draws the whole window. This one sleeps inside SDL, is
woken by input and by `post` from other threads, and serves Kivy's clock and input providers by hand.
"""

from __future__ import annotations

import heapq
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from screens.damage import Damage
from screens.primitives import Rect
from screens.sdl import Alarm
from screens.window import KioskWindow

_FRAME_S = 1 / 60
_LONGEST_SLEEP_S = 1.0  # bounds the delay of what other threads schedule on Kivy's clock, which cannot wake us


@dataclass(order=True, slots=True)
class _Call:
    """A call that is still to come; calls due at the same time keep the order in which they were made."""

    due: float
    number: int
    fn: Callable[[], None] | None = field(compare=False)

    def cancel(self) -> None:
        self.fn = None


class EventDrivenLoop:
    """The main loop of a visit (`terminal.loop.MainLoop`). An exception in any callback leaves `run`."""

    def __init__(self, window: KioskWindow) -> None:
        from kivy.base import EventLoop, runTouchApp
        from kivy.clock import Clock

        Clock._max_fps = 0  # it took the default if it was imported before our settings, and would sleep in every turn
        self._window = window
        self._alarm = Alarm()
        self._posted: deque[Callable[[], None]] = deque()
        self._rung = False
        self._calls: list[_Call] = []
        self._numbers = count()
        self._damage = Damage(window.size)
        self._after_frame: list[Callable[[], None]] = []
        self._last_frame = -_FRAME_S
        self._running = False
        self._skipped_s = 0.0
        self._listened_s = 0.0
        window.on_damage(lambda: self.invalidate(None))
        if EventLoop.status != "started":
            runTouchApp(embedded=True)

    def now(self) -> float:
        return time.monotonic() + self._skipped_s

    def post(self, fn: Callable[[], None]) -> None:
        self._posted.append(fn)
        if not self._rung:  # one ring is enough for all that is posted before the loop looks
            self._rung = True
            self._alarm.ring()

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> _Call:
        call = _Call(self.now() + delay_s, next(self._numbers), fn)
        heapq.heappush(self._calls, call)
        return call

    def skip(self, seconds: float) -> None:
        """Let time pass at once: for the clock of a simulated kiosk."""
        self._skipped_s += seconds

    def invalidate(self, rect: Rect | None) -> None:
        """The picture inside `rect` (px, origin top left) is no longer right; None: all of it. Drawn in this turn or the next."""
        self._damage.add(rect)

    def hurry(self) -> None:
        """The next frame need not keep its distance from the last: nobody has seen that one."""
        self._last_frame = self.now() - _FRAME_S

    def after_frame(self, fn: Callable[[], None]) -> None:
        """Call `fn` once, right after the next frame has been handed to the display."""
        self._after_frame.append(fn)

    def run(self) -> None:
        """Turn until `stop`. Only for the thread that opened the window."""
        self._running = True
        while self._running:
            self._listen()
            self.turn()

    def listened_s(self) -> float:
        """Seconds spent waiting for something to happen: while the loop was at work instead, input had to wait."""
        return self._listened_s

    def stop(self) -> None:
        """Leave `run` after this turn; from other threads: `post(loop.stop)`."""
        self._running = False

    def turn(self) -> None:
        """One turn without sleeping: input, what is due, what was posted, and a frame if something changed.

        What all of these post in turn waits for the next turn, and so comes after the frame unless that has to wait itself: a finger
        sees first what it presses.
        """
        from kivy.base import EventLoop
        from kivy.clock import Clock
        from kivy.lang import Builder

        posted = len(self._posted)
        self._window.kivy.mainloop()
        Clock.tick()
        EventLoop.dispatch_input()
        self._run_due()
        self._run_posted(posted)
        Builder.sync()
        Clock.tick_draw()
        if self._frame_due_s() == 0:
            self._draw()

    def _listen(self) -> None:
        begin_s = time.monotonic()
        self._alarm.sleep(self._sleep_s())
        self._listened_s += time.monotonic() - begin_s

    def _sleep_s(self) -> float:
        from kivy.clock import Clock

        if self._posted:
            return 0.0
        wait: float = min(_LONGEST_SLEEP_S, Clock.get_min_timeout() - Clock.time())
        if self._calls:
            wait = min(wait, self._calls[0].due - self.now())
        frame = self._frame_due_s()
        return max(0, wait if frame is None else min(wait, frame))

    def _frame_due_s(self) -> float | None:
        """Seconds until the next frame may be drawn; None when nothing has changed."""
        if not (self._damage or self._window.canvas.needs_redraw):
            return None
        return max(0, self._last_frame + _FRAME_S - self.now())

    def _run_due(self) -> None:
        now = self.now()
        while self._calls and self._calls[0].due <= now:
            fn = heapq.heappop(self._calls).fn
            if fn is not None:
                fn()

    def _run_posted(self, number: int) -> None:
        self._rung = False
        for _ in range(number):
            self._posted.popleft()()

    def _draw(self) -> None:
        self._last_frame = self.now()
        self._draw_damage()
        self._window.flip()
        calls, self._after_frame = self._after_frame, []
        for fn in calls:
            fn()

    def draw_unseen(self) -> None:
        """Draw what has changed and show it to nobody: what is drawn for the first time takes longer."""
        self._draw_damage()
        self._window.finish()

    def _draw_damage(self) -> None:
        partial = self._damage.parts() if self._window.keeps_back_buffer else None
        self._damage.clear()
        if partial is None:
            self._window.draw()
        else:
            for rect in partial:
                self._window.draw(rect)
