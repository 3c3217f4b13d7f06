"""A small CalDAV server in this process, forgetful on purpose: a story wants a thousandth of a second, not a real server's tenths.

It knows what the kiosk asks for (RFC 4791: MKCALENDAR, calendar-query with a time range; RFC 9110: ETag, If-Match, If-None-Match), passes the same
contract as the real ones (`tests/contracts/appointments`), and does to a request what its header ``X-Fate`` says, or does it as late as its
header ``X-Late`` says.
"""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import escape

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.staff import blockers_in, times_of_first
from tests.faults.fate import Fate

FATE, LATE = "X-Fate", "X-Late"

_DONE = frozenset({201, 204})
_RANGE = re.compile(r'time-range start="(\w+)" end="(\w+)"')
_TIMES = re.compile(r"\n(DTSTART|DTEND):(\d{8}T\d{6}Z)\r?(?=\n)")


@dataclass
class Kept:
    """One resource."""

    text: str
    etag: str

    def overlaps(self, start: str, end: str) -> bool:
        times = {found[1]: found[2] for found in _TIMES.finditer(self.text)}
        if len(times) == 2 and "RRULE" not in self.text:
            return times["DTSTART"] < end and start < times["DTEND"]
        return "BEGIN:VEVENT" in self.text and _may_overlap(self.text, start, end)


@dataclass
class Calendars:
    """What the server keeps: resources by calendar and name."""

    kept: dict[str, dict[str, Kept]] = field(default_factory=dict)
    versions: Iterator[int] = field(default_factory=lambda: count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, method: str, path: list[str], body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        """Status, body, ETag."""
        calendar, name = [*path, "", ""][:2]
        with self.lock:
            match method:
                case "MKCALENDAR":
                    return (405, "", "") if calendar in self.kept else self._made(calendar)
                case "PROPFIND":
                    return 207, _multistatus("".join(_calendar(one) for one in self.kept)), ""
                case "REPORT" if calendar in self.kept:
                    return 207, self._report(calendar, body), ""
                case "PUT" if calendar in self.kept:
                    return self._put(self.kept[calendar], name, body, headers)
                case "PUT":
                    return 409, "", ""
                case "DELETE" if not name:
                    return (204, "", "") if self.kept.pop(calendar, None) is not None else (404, "", "")
            found = self.kept.get(calendar, {}).get(name)
            if found is None:
                return 404, "", ""
            if method == "GET":
                return 200, found.text, found.etag
            if headers.get("if-match", found.etag) != found.etag:
                return 412, "", ""
            del self.kept[calendar][name]
            return 204, "", ""

    def _made(self, calendar: str) -> tuple[int, str, str]:
        self.kept[calendar] = {}
        return 201, "", ""

    def _put(self, resources: dict[str, Kept], name: str, body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        before = resources.get(name)
        wanted = headers.get("if-match")
        if (headers.get("if-none-match") == "*" and before) or (wanted and (before is None or before.etag != wanted)):
            return 412, "", ""
        resources[name] = Kept(body, f'"{next(self.versions)}"')
        return (204 if before else 201), "", resources[name].etag

    def _report(self, calendar: str, body: str) -> str:
        asked = _RANGE.search(body)
        assert asked, body
        start, end = asked.groups()
        return _multistatus(
            "".join(
                f"<response><href>/{calendar}/{escape(name)}</href><propstat><prop><getetag>{kept.etag}</getetag>"
                f"<C:calendar-data>{escape(kept.text)}</C:calendar-data></prop>"
                "<status>HTTP/1.1 200 OK</status></propstat></response>"
                for name, kept in self.kept[calendar].items()
                if kept.overlaps(start, end)
            )
        )


def _may_overlap(text: str, start: str, end: str) -> bool:
    from terminal.central.appointments.caldav.lines import moment_in

    try:
        if "RRULE" in text:
            return any(True for _ in blockers_in(text, moment_in(start), moment_in(end), ()))
        first, last = times_of_first(text)
        return first < moment_in(end) and moment_in(start) < last
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return True


def _calendar(name: str) -> str:
    kind = "<resourcetype><collection/><C:calendar/></resourcetype>"
    return f"<response><href>/{escape(name)}/</href><propstat><prop>{kind}</prop></propstat></response>"


def _multistatus(responses: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><multistatus xmlns="DAV:" '
        f'xmlns:C="urn:ietf:params:xml:ns:caldav">{responses}</multistatus>'
    )


@dataclass
class OnItsWay:
    """A request that has not arrived yet: `others` come before it, None: whoever asks."""

    others: int | None
    answer: Callable[[], tuple[int, str, str]]

    def arrive(self) -> int:
        """The status that nobody hears."""
        return self.answer()[0]


@dataclass
class QuickCalendar:
    """A running one. `calendars` can be looked at, and replaced by empty ones, between requests.

    `on_their_way` are requests of which their sender has given up hearing.
    """

    account: Account
    calendars: Calendars = field(default_factory=Calendars)
    on_their_way: list[OnItsWay] = field(default_factory=list)

    def forget(self) -> None:
        """Everything."""
        self.calendars = Calendars()
        self.on_their_way = []

    def another_comes(self) -> None:
        """Before another request, those arrive that have waited long enough."""
        late = self.on_their_way
        self.on_their_way = [one for one in late if one.others != 0]
        for one in late:
            if one.others == 0:
                one.arrive()
            elif one.others is not None:
                one.others -= 1

    def all_arrive(self, *, last: bool) -> bool:
        """All that are on their way, but without `last` not those that outwait everybody; whether any has done something."""
        late = self.on_their_way
        self.on_their_way = [one for one in late if one.others is None and not last]
        statuses = [one.arrive() for one in late if one not in self.on_their_way]
        return not _DONE.isdisjoint(statuses)


@contextmanager
def quick_calendar() -> Iterator[QuickCalendar]:
    """A server on a free port of the loopback, for as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            fate = Fate(headers.get(FATE.lower(), Fate.WELL.value))
            path = [unquote(part) for part in self.path.split("/") if part]
            quick.another_comes()
            if LATE.lower() in headers:
                self._put_off(headers[LATE.lower()], self.command, path, body, headers)
                return
            answer = (0, "", "")
            if fate.is_done:
                answer = quick.calendars.answer(self.command, path, body, headers)
            self._tell(fate, *answer)

        def _put_off(self, others: str, *asked: Any) -> None:
            self.close_connection = True
            answer = partial(quick.calendars.answer, *asked)
            quick.on_their_way.append(OnItsWay(int(others) if others.isdecimal() else None, answer))

        def _tell(self, fate: Fate, status: int, text: str, etag: str) -> None:
            match fate:
                case Fate.UNHEARD | Fate.UNANSWERED:
                    self.close_connection = True
                case Fate.REFUSED | Fate.DONE_BUT_REFUSED:
                    self._send(500, b"<html>Internal Server Error</html>")
                case Fate.LOCKED:
                    self._send(401, b"")
                case Fate.ELSEWHERE:
                    self._send(302, b"", Location="http://127.0.0.1:1/")
                case Fate.GARBLED:
                    self._send(status if status < 300 else 200, b"\x00\xff<html>BEGIN:VCALENDAR", ETag=etag)
                case Fate.CUT:
                    self.close_connection = True
                    self._send(status, text.encode()[: len(text) // 2], missing=10, ETag=etag)
                case _:
                    self._send(status, text.encode(), ETag=etag)

        def _send(self, status: int, body: bytes, missing: int = 0, **headers: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) + missing))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Silent."""

        do_GET = do_PUT = do_DELETE = do_REPORT = do_PROPFIND = do_MKCALENDAR = handle_any  # noqa: N815 - their names

    class Quick(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A line that is closed on purpose is no error."""

    with Quick(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        quick = QuickCalendar(Account(f"http://127.0.0.1:{server.server_address[1]}/", "kiosk", "secret"))
        try:
            yield quick
        finally:
            server.shutdown()
            thread.join()
