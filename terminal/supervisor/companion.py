"""A server that runs beside the visits as the configuration in force wants it, such as the calendar that comes with the kiosk."""

from collections.abc import Callable, Sequence

from terminal.events import Event
from terminal.loop import Timer

from .health import Part
from .loop import SelectorLoop
from .services import Service, ServicePlan
from .settings import Settings
from .waits import GrowingWait

AGAIN_S, AT_MOST_S = 15.0, 600.0
"""So long after it could not be prepared; then twice as long each time, up to the second."""


class NotPreparedError(Exception):
    """`args[0]` says in words for staff what is in the way."""


Prepare = Callable[[Settings], ServicePlan | None]
"""Writes what the server needs and says how to run it; None where these settings want none. A plan that equals the one
before lets the server run on. Raises OSError and `NotPreparedError`."""


class Companion:
    """`take` every configuration before visits get it, so that they find what they need. `name` is as in `ServicePlan`."""

    def __init__(self, loop: SelectorLoop, name: str, prepare: Prepare, record: Callable[[Event], None]) -> None:
        self.name = name
        self._loop = loop
        self._prepare = prepare
        self._record = record
        self._wanted: ServicePlan | None = None
        self._running: ServicePlan | None = None
        self._why: str | None = None
        self._ending = False
        self._ended: Callable[[], None] | None = None
        self._wait = GrowingWait(AGAIN_S, AT_MOST_S)
        self._again: Timer | None = None
        self.service: Service | None = None

    def take(self, settings: Settings) -> None:
        """Have the server run as these settings want it. What cannot be prepared leaves it as it was, and is tried again."""
        self._wait.reset()
        self._try(settings)

    def stop(self, done: Callable[[], None]) -> None:
        """End the server if it runs; `done` when it is gone."""
        self._try_no_more()
        self._wanted, self._ended = None, done
        self._change()

    def parts(self) -> list[Part]:
        """For `status`: nothing where no server was ever wanted."""
        if self._why:
            return [Part(self.name, self._why)]
        return [self.service.examine()] if self.service else []

    def _try(self, settings: Settings) -> None:
        self._try_no_more()
        self._why = None
        try:
            self._wanted = self._prepare(settings)
        except OSError as error:
            self._why = f"its files could not be read or written: {error.strerror}"
        except NotPreparedError as reason:
            self._why = str(reason)
        else:
            self._change()
            return
        self._again = self._loop.call_later(self._wait.next_s(), lambda: self._try(settings))

    def _try_no_more(self) -> None:
        if self._again:
            self._again.cancel()
            self._again = None

    def _change(self) -> None:
        if self._ending:
            return
        if self.service and self._running != self._wanted:
            self._ending = True
            self.service.stop(self._gone)
        elif self._wanted and not self.service:
            self._running = self._wanted
            self.service = Service(self._loop, self._wanted, self._record)
            self.service.start()
        elif self._ended and not self.service:
            ended, self._ended = self._ended, None
            ended()

    def _gone(self) -> None:
        self._ending, self.service, self._running = False, None, None
        self._change()


def stop_all(companions: Sequence[Companion], done: Callable[[], None]) -> None:
    """End them all at once; `done` when the last is gone."""
    left = set(companions)

    def ended(companion: Companion) -> Callable[[], None]:
        def note() -> None:
            left.discard(companion)
            if not left:
                done()

        return note

    for companion in companions:
        companion.stop(ended(companion))
    if not companions:
        done()
