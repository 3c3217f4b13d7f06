"""Out of order and back: which fault is on the screen, and when the next try is due."""

from collections.abc import Callable

from terminal.events import Event, EventId, event
from terminal.loop import MainLoop, Timer

from .faults import Fault

_FIRST_TRY_S = 2.0


class Outage:
    """`again` is called when a try is due: after 2 s, then at doubled distances up to `retry_s`.

    `record` and `tell` hear when it begins and ends. `alerted` is whether the technicians know.
    """

    def __init__(
        self,
        loop: MainLoop,
        again: Callable[[], None],
        record: Callable[[Event], None],
        tell: Callable[[Fault | None], None],
    ) -> None:
        self.fault: Fault | None = None
        self.alerted = False
        self._record = record
        self._tell = tell
        self.since_s = 0.0
        self.trying = False
        self._loop = loop
        self._again = again
        self._wait_s = _FIRST_TRY_S
        self._timer: Timer | None = None

    @property
    def on_screen(self) -> Fault | None:
        """The fault that the next process to be shown must show; None: the start screen."""
        return None if self.trying else self.fault

    def begin(self, fault: Fault, retry_s: float) -> None:
        """Out of order, or still so after a try."""
        news = fault is not self.fault
        if self.fault is None:
            self.since_s = self._loop.now()
        self.fault = fault
        self.trying = False
        self._arm(retry_s)
        if news:
            self.alerted = False
            self._record(event(EventId.OUT_OF_ORDER, code=fault.value))
            self._tell(fault)

    def try_now(self) -> None:
        """Show the start screen next, to see whether it stays."""
        if self.fault:
            self.trying = True

    def end(self) -> None:
        """In order, again or as ever."""
        if self.fault is None:
            return
        if self._timer:
            self._timer.cancel()
        self.fault = self._timer = None
        self.trying = self.alerted = False
        self._wait_s = _FIRST_TRY_S
        self._record(event(EventId.BACK_IN_ORDER, after_s=int(self._loop.now() - self.since_s)))
        self._tell(None)

    def _arm(self, retry_s: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self._loop.call_later(min(self._wait_s, retry_s), lambda: self._due(retry_s))
        self._wait_s = min(self._wait_s * 2, retry_s)

    def _due(self, retry_s: float) -> None:
        self._arm(retry_s)
        self._again()
