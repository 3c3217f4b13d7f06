"""The calendar server that comes with the kiosk: it runs from the first configuration on that needs it until the kiosk stops.

It is not stopped by a configuration without appointments: a visit that began with the one before may still be booking.
"""

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
        """Start the server where these settings want one, unless it runs."""
        self._why = None
        if settings.embedded_calendar and self._service is None:
            self._start()

    def stop(self, done: Callable[[], None]) -> None:
        """End the server if it runs; `done` when it is gone."""
        service, self._service = self._service, None
        if service:
            service.stop(done)
        else:
            done()

    def parts(self) -> list[Part]:
        """For `status`: nothing where no server was ever wanted."""
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
