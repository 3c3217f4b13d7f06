"""A calendar server that answers nonsense, endlessly, slowly or not at all: said in bounded time, believed in nothing."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from terminal.central.appointments.caldav import server as caldav_server
from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.port import BookUnavailableError
from tests.contracts.appointments.town import PASS, Desk, at, free, op
from tests.faults.bounds import bounded

CODE = "BT1:BRANDIS:{}:202611230700:C1-1:AAAAAAAAAAAAAAAA"
Conduct = Callable[[socket.socket, threading.Event], None]


def saying(answer: bytes) -> Conduct:
    return lambda line, _: line.sendall(answer)


def endless(line: socket.socket, over: threading.Event) -> None:
    line.sendall(b"HTTP/1.1 207 Multi-Status\r\nContent-Length: 99999999999\r\n\r\n")
    while not over.is_set():
        line.sendall(b"x" * 65536)


def endless_headers(line: socket.socket, over: threading.Event) -> None:
    line.sendall(b"HTTP/1.1 207 Multi-Status\r\n")
    while not over.is_set():
        line.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")


def endless_chunks(line: socket.socket, over: threading.Event) -> None:
    line.sendall(b"HTTP/1.1 207 Multi-Status\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not over.is_set():
        line.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")


def dripping(line: socket.socket, over: threading.Event) -> None:
    line.sendall(b"HTTP/1.1 207 Multi-Status\r\nContent-Length: 99999\r\n\r\n")
    while not over.wait(0.05):
        line.sendall(b" ")


def mute(_: socket.socket, over: threading.Event) -> None:
    over.wait()


@contextmanager
def answering(conduct: Conduct) -> Iterator[Account]:
    """A server that treats every connection in the same way."""
    over = threading.Event()

    def treat(line: socket.socket) -> None:
        with line, suppress(OSError):
            line.recv(65536)
            conduct(line, over)

    def serve() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=treat, args=(listening.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield Account(f"http://127.0.0.1:{listening.getsockname()[1]}/", "user", "password")
        finally:
            over.set()
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def answer(status: str, body: bytes = b"", *headers: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status}".encode(), f"Content-Length: {len(body)}".encode(), b"Connection: close", *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>'
)
ODD = {
    "bomb": saying(answer("207 Multi-Status", BOMB)),
    "web page": saying(answer("200 OK", b"<html><body>Hotel WLAN</body></html>", b'ETag: "1"')),
    "elsewhere": saying(answer("302 Found", b"", b"Location: http://127.0.0.1:1/")),
    "not let in": saying(answer("401 Unauthorized")),
    "broken": saying(answer("500 Oops")),
    "no http": saying(b"220 mail.example.org ESMTP\r\n"),
    "no strong version": saying(answer("200 OK", b"BEGIN:VCALENDAR", b'ETag: W/"1"')),
    "compressed": saying(answer("207 Multi-Status", gzip.compress(b" " * 100_000_000), b"Content-Encoding: gzip")),
    "endless": endless,
    "endless headers": endless_headers,
    "endless chunks": endless_chunks,
    "dripping": dripping,
    "mute": mute,
}


@pytest.mark.parametrize("conduct", ODD.values(), ids=ODD.keys())
def test_a_server_that_is_none_is_unavailable_in_bounded_time(
    conduct: Conduct, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caldav_server, "_CALL_S", 1.0)
    with answering(conduct) as account:
        desk, began_s = Desk(account), time.monotonic()
        book = desk.kiosk()
        with bounded(seconds=30, megabytes=256), pytest.raises(BookUnavailableError):
            free(book, PASS, desk.office)
        with pytest.raises(BookUnavailableError):
            book.what_happened(op())
        assert not book.health().well
        assert time.monotonic() - began_s < 10


SERIES = "\n".join((
    "BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20261123T090000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
    "END:VEVENT", "END:VCALENDAR",
))  # fmt: skip
"""Every week until the year 9999 is looked at, and none fits."""
LABORIOUS = "".join((
    '<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">',
    *(f"<response><href>/a/{n}.ics</href><C:calendar-data>{SERIES}</C:calendar-data></response>" for n in range(100)),
    "</multistatus>",
))  # fmt: skip


def test_events_that_take_long_to_read_have_the_time_of_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caldav_server, "_CALL_S", 0.5)
    with answering(saying(answer("207 Multi-Status", LABORIOUS.encode()))) as account:
        desk, began_s = Desk(account), time.monotonic()
        with pytest.raises(BookUnavailableError, match="no time left"):
            free(desk.kiosk(), PASS, desk.office)
        assert time.monotonic() - began_s < 10


def test_events_that_cannot_be_read_block_their_time_and_codes_find_nothing_in_them(served: Desk) -> None:
    served.lanes = (1,)
    served.write([f"DTSTART:{at(9):%Y%m%dT%H%M%SZ}", "DURATION:PT30M", "X-BUERGERTERMINAL-STATE:booked"])
    starts = {slot.start for slot in free(served.kiosk(), PASS, served.office)}
    assert at(9) not in starts and at(9, 15) not in starts
    assert at(9, 30) in starts
