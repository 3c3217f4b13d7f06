"""One CalDAV server over HTTP: bounded in time and size, believing no answer that could mean two things."""

import threading
import time
from collections.abc import Mapping
from xml.sax.saxutils import escape

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.listing import WANTED, WHOLE
from terminal.central.appointments.caldav.multistatus import NoMultistatusError, Resource, resources
from terminal.central.appointments.port import BookUnavailableError
from terminal.http import Answer, Connection, NoAnswerError
from terminal.values import valueclass

_CALL_S = 9.0
_REQUEST_S = 6.0
_ONE_BYTES = 256 * 1024
_LIST_BYTES = 64 * 1024 * 1024
_ICS = {"Content-Type": "text/calendar; charset=utf-8"}
_XML = {"Content-Type": "application/xml; charset=utf-8"}


@valueclass(frozen=True)
class Found:
    """A resource as it is now. `version` is its strong ETag (RFC 9110, 8.8.3)."""

    text: str
    version: str


class Server:
    """Speaks CalDAV for any number of threads. Every method may raise `BookUnavailableError`."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._own = threading.local()

    def begin(self) -> None:
        """What follows on this thread shares one deadline."""
        self._own.ends_s = time.monotonic() + _CALL_S

    def check_time(self) -> None:
        """To be called while long answers are read, which takes time too."""
        if self._left_s() <= 0:
            raise BookUnavailableError("no time left to read")

    def get(self, path: str) -> Found | None:
        """The resource at `path`, None when there is none."""
        answer = self._ask("GET", path)
        if answer.status in (404, 410):
            return None
        if answer.status != 200:
            raise BookUnavailableError(f"answer {answer.status} to a read")
        if not answer.etag.startswith('"'):
            raise BookUnavailableError("no strong versions")
        text = answer.body.decode("utf-8", "replace")
        if not text.lstrip("\ufeff\r\n ").startswith("BEGIN:VCALENDAR"):
            raise BookUnavailableError("an event that is none")
        return Found(text, answer.etag)

    def put(self, path: str, body: bytes, version: str | None) -> Answer | None:
        """Write if the state is still `version` (None: nothing). None when the answer was lost."""
        condition = {"If-Match": version} if version else {"If-None-Match": "*"}
        return self._heard("PUT", path, body, {**_ICS, **condition})

    def delete(self, path: str, version: str) -> Answer | None:
        """Remove if the state is still `version`. None when the answer was lost."""
        return self._heard("DELETE", path, None, {"If-Match": version})

    def drop(self, collection: str) -> None:
        """Remove a whole collection."""
        self._ask("DELETE", f"{collection}/")

    def make(self, collection: str, name: str, component: str) -> None:
        """Make a calendar for one kind of component. That it exists already is no error: servers say so in many ways."""
        self._ask(
            "MKCALENDAR",
            f"{collection}/",
            '<?xml version="1.0" encoding="utf-8"?>'
            '<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>'
            f"<displayname>{escape(name)}</displayname><C:supported-calendar-component-set>"
            f'<C:comp name="{component}"/></C:supported-calendar-component-set></prop></set></C:mkcalendar>',
            _XML,
        )

    def listed(self, collection: str, start: str, end: str) -> list[Resource]:
        """As `events`, each with no more than lists need, as far as the server knows how to leave something out."""
        found = self._events(collection, start, end, WANTED)
        if all(resource.text for resource in found):
            return found
        # Xandikos 0.4.10 leaves out events that lack one of the properties.
        return self.events(collection, start, end)

    def events(self, collection: str, start: str, end: str) -> list[Resource]:
        """Events that overlap the time from `start` to `end` (``20261201T080000Z``); none where there is no calendar."""
        return self._events(collection, start, end, WHOLE)

    def _events(self, collection: str, start: str, end: str, data: str) -> list[Resource]:
        return self._list(
            "REPORT",
            f"{collection}/",
            '<?xml version="1.0" encoding="utf-8"?>'
            '<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
            f'<prop><getetag/>{data}</prop><C:filter><C:comp-filter name="VCALENDAR">'
            f'<C:comp-filter name="VEVENT"><C:time-range start="{start}" end="{end}"/></C:comp-filter>'
            "</C:comp-filter></C:filter></C:calendar-query>",
        )

    def calendars(self) -> list[str]:
        """The names of the calendars there are."""
        found = self._list(
            "PROPFIND",
            "",
            '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>',
        )
        return [resource.path[-1] for resource in found if resource.calendar]

    def _list(self, method: str, path: str, body: str) -> list[Resource]:
        answer = self._ask(method, path, body, {**_XML, "Depth": "1"}, _LIST_BYTES)
        if answer.status in (404, 410) and method == "REPORT":
            return []
        if answer.status != 207:
            raise BookUnavailableError(f"answer {answer.status} to a list")
        try:
            return resources(answer.body)
        except NoMultistatusError as error:
            raise BookUnavailableError(f"a list that is none: {error}") from None

    def _heard(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer | None:
        try:
            return self._asked(method, path, body, headers, _ONE_BYTES)
        except NoAnswerError:
            return None

    def _ask(
        self,
        method: str,
        path: str,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        limit_bytes: int = _ONE_BYTES,
    ) -> Answer:
        try:
            answer = self._asked(method, path, body.encode() if body else None, headers or {}, limit_bytes)
        except NoAnswerError as error:
            raise BookUnavailableError(f"no answer: {error}") from None
        if answer.status in (401, 403) and method != "MKCALENDAR":
            raise BookUnavailableError(f"not let in ({answer.status})")
        return answer

    def _asked(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str], limit_bytes: int
    ) -> Answer:
        left_s = self._left_s()
        if left_s <= 0:
            raise NoAnswerError("no time left")
        return self._connection().ask(
            method,
            self._account.url.rstrip("/") + "/" + path,
            body=body,
            headers=headers,
            deadline_s=min(left_s, _REQUEST_S),
            limit_bytes=limit_bytes,
        )

    def _left_s(self) -> float:
        ends_s: float = self._own.__dict__.setdefault("ends_s", time.monotonic() + _CALL_S)
        return ends_s - time.monotonic()

    def _connection(self) -> Connection:
        if not hasattr(self._own, "connection"):
            account = self._account
            self._own.connection = Connection(account.user, account.password, account.certificate)
        connection: Connection = self._own.connection
        return connection


def answers(account: Account) -> bool:
    """Whether the server behind `account` answers, and lets us in. Blocks for some seconds at most."""
    server = Server(account)
    server.begin()
    try:
        server.calendars()
    except BookUnavailableError:
        return False
    return True
