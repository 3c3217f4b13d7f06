"""Servers of tests: at a free port of this machine, gone with the test."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Quiet(BaseHTTPRequestHandler):
    """Logs nothing, and says a whole answer at once."""

    def do_GET(self) -> None:
        """See `get`."""
        self.get()

    def do_POST(self) -> None:
        """See `post`."""
        self.post()

    def get(self) -> None:
        """Answer a GET."""
        self.say(404, b"")

    def post(self) -> None:
        """Answer a POST."""
        self.say(404, b"")

    def log_message(self, *arguments: object) -> None:
        """Be quiet."""

    def say(self, status: int, body: bytes, kind: str = "text/xml; charset=utf-8", **headers: str) -> bool:
        """Answer. True, so that a lie can end with it."""
        self.send_response(status)
        for name, value in {"Content_Type": kind, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return True


@contextmanager
def serving(handler: type[Quiet], context: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port at which `handler` answers, over TLS with a `context`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
