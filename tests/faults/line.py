"""The line between a visit and the calendar: each request meets the fate that the story has for it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from requests import ConnectionError, PreparedRequest, ReadTimeout, Response
from requests.adapters import HTTPAdapter
from requests.exceptions import SSLError

from terminal.central.appointments.caldav import server as caldav_server
from terminal.http import Answer, Connection, NoAnswerError
from tests.faults.fate import Fate, Killed, Late
from tests.faults.quick_calendar import FATE, LATE


@dataclass
class Line:
    """The fate of every request by its number."""

    fates: Mapping[int, Fate | Late] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=count)

    def ask(
        self, ask: Callable[..., Answer], *arguments: Any, headers: Mapping[str, str] | None, **named: Any
    ) -> Answer:
        fate = self.fates.get(next(self.numbers), Fate.WELL)
        if fate is Fate.KILLED_BEFORE:
            raise Killed
        try:
            answer = ask(*arguments, headers={**(headers or {}), **_told(fate)}, **named)
        except NoAnswerError:
            if isinstance(fate, Late) and fate.killed:
                raise Killed from None
            raise
        if fate is Fate.KILLED_AFTER:
            raise Killed
        return answer


def _told(fate: Fate | Late) -> dict[str, str]:
    """What the server, and the way to it, hear of the fate."""
    return {LATE: str(fate.others)} if isinstance(fate, Late) else {FATE: fate.value}


class _Way(HTTPAdapter):
    """Ends as requests ends it what the server alone cannot: a certificate that is none any more, and a time limit, without the wait."""

    def send(self, request: PreparedRequest, *arguments: Any, **named: Any) -> Response:
        if request.headers.get(FATE) == Fate.UNTRUSTED.value:
            raise SSLError("certificate verify failed: certificate has expired")
        try:
            return super().send(request, *arguments, **named)
        except ConnectionError:
            if LATE in request.headers:
                raise ReadTimeout("Read timed out.") from None
            raise


@contextmanager
def on_a_line(line: Callable[[], Line]) -> Iterator[None]:
    """While the block runs, everything that asks a calendar does so through the present line."""

    class Led(Connection):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._session.mount("http://", _Way())

        def ask(self, *arguments: Any, **named: Any) -> Answer:
            headers = named.pop("headers", None)
            return line().ask(super().ask, *arguments, headers=headers, **named)

    real = caldav_server.Connection
    caldav_server.Connection = Led  # type: ignore[misc, attr-defined]
    try:
        yield
    finally:
        caldav_server.Connection = real  # type: ignore[misc, attr-defined]
