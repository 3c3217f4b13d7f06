"""A line between kiosk and server on which answers get lost, at the request that a test names, or are changed."""

import http.client
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from terminal.central.appointments.caldav.account import Account


class Loss(Enum):
    """What happens to the request."""

    BEFORE = "the server never sees it"
    AFTER = "the server has done it, the line closes without an answer"
    RESET = "the server has done it, the line is reset in the middle of the answer"
    LATE = "the line closes, and the server sees it when the test says so"


@dataclass
class Line:
    """Counts requests from the moment it is armed; the one numbered `at` suffers `loss`."""

    account: Account
    loss: Loss | None = None
    at: int = 0
    seen: list[str] = field(default_factory=list)
    suffered: bool = False
    on_its_way: list[tuple[str, str, bytes, dict[str, str]]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    change: Callable[[bytes, bytes], bytes] = lambda asked, answer: answer
    """From what was asked and answered to what arrives."""

    def arm(self, loss: Loss, at: int) -> None:
        self.loss, self.at, self.seen, self.suffered = loss, at, [], False

    def heal(self) -> None:
        """From now on nothing is lost."""
        self.loss = None

    def fate(self, method: str) -> Loss | None:
        with self.lock:
            self.seen.append(method)
            if self.loss is None or len(self.seen) - 1 != self.at:
                return None
            self.suffered = True
            return self.loss

    def arrive(self) -> list[int]:
        """What was on its way reaches the server now; its answers' status."""
        return [self.forward(*one)[0] for one in self.on_its_way]

    def forward(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes, str]:
        server = http.client.HTTPConnection(urlsplit(self.account.url).netloc, timeout=20)
        try:
            server.request(method, path, body, headers)
            answer = server.getresponse()
            return answer.status, answer.read(), answer.headers.get("ETag", "")
        finally:
            server.close()


@contextmanager
def faulty(account: Account) -> Iterator[tuple[Line, Account]]:
    """A line to the server of `account`, and the account through it."""
    line = Line(account)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kept = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
            fate = line.fate(self.command)
            if fate is Loss.LATE:
                line.on_its_way.append((self.command, self.path, body, kept))
            if fate in (Loss.BEFORE, Loss.LATE):
                self.close_connection = True
                return
            status, answer, etag = line.forward(self.command, self.path, body, kept)
            answer = line.change(body, answer)
            if fate is None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                if etag:
                    self.send_header("ETag", etag)
                self.end_headers()
                self.wfile.write(answer)
                return
            self.close_connection = True
            if fate is Loss.RESET:
                self.wfile.write(b"HTTP/1.1 201 Cre")
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()

        def log_message(self, *_: object) -> None:
            """Silent."""

        do_GET = do_PUT = do_DELETE = do_REPORT = do_PROPFIND = do_MKCALENDAR = handle_any  # noqa: N815 - their names

    class Proxy(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A line that was reset on purpose is no error."""

    with Proxy(("127.0.0.1", 0), Handler) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        path = urlsplit(account.url).path
        try:
            yield line, replace(account, url=f"http://127.0.0.1:{proxy.server_address[1]}{path}")
        finally:
            proxy.shutdown()
            thread.join()
