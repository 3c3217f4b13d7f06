"""The calendar server that comes with the kiosk: it runs as long as the configuration in force needs it."""

from collections.abc import Callable

from terminal.events import Event

from .health import Part
from .loop import SelectorLoop
from .services import Service, ServicePlan
from .settings import Settings

Prepare = Callable[[], ServicePlan]
"""Writes what the server needs and says how to run it. Raises OSError."""


class Companion:
    """`take` every configuration before visits get it, so that they find the server's account."""

    def __init__(self, loop: SelectorLoop, prepare: Prepare, record: Callable[[Event], None]) -> None:
        self._loop = loop
        self._prepare = prepare
        self._record = record
        self._service: Service | None = None
        self._why: str | None = None

    def take(self, settings: Settings) -> None:
        """Start or stop the server, as these settings want it."""
        self._why = None
        if settings.embedded_calendar and self._service is None:
            self._start()
        elif not settings.embedded_calendar:
            self.stop(lambda: None)

    def stop(self, done: Callable[[], None]) -> None:
        """End the server if it runs; `done` when it is gone."""
        service, self._service = self._service, None
        if service:
            service.stop(done)
        else:
            done()

    def parts(self) -> list[Part]:
        """For `status`: nothing where no server is wanted."""
        if self._why:
            return [Part("calendar", self._why)]
        return [self._service.examine()] if self._service else []

    def _start(self) -> None:
        try:
            plan = self._prepare()
        except OSError as error:
            self._why = f"its files could not be written: {error.strerror}"
            return
        self._service = Service(self._loop, plan, self._record)
        self._service.start()
