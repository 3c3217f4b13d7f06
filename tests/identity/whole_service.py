"""An eID service as a town buys one: its customer interface, and behind it the server that reads cards. One host, one process."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from terminal.attributes import Attribute
from tests.identity.eid_server import Reading
from tests.identity.eid_service import Front, front
from tests.identity.personal import personal_data
from tests.identity.terminal_pki import TerminalPki
from tests.loopback import Quiet, serving

LARGEST = 1 << 20


@dataclass
class EidServer:
    """Reads cards for `sessions`. `on` is called with the name of every message. `pki` makes the certificate of each; `down_at`: the message at which it dies."""

    address: str = ""
    sessions: dict[str, Reading] = field(default_factory=dict)
    expired: bool = False
    foreign: bool = False
    down_at: str = ""
    on: Callable[[str], None] = lambda message: None
    heard: list[str] = field(default_factory=list)

    def begin(self, id: str, required: tuple[Attribute, ...], optional: tuple[Attribute, ...]) -> None:
        """A session that the customer interface has opened."""
        pki = TerminalPki(self.address, (*required, *optional), self.expired, self.foreign)
        self.sessions[id] = Reading(self.address, required, optional, pki, id)

    def hinder(self, message: str) -> None:
        """See `Hindrance`."""
        self.heard.append(message)
        self.on(message)
        if message == self.down_at:
            raise ConnectionAbortedError


@dataclass
class WholeService:
    """Both halves."""

    front: Front
    server: EidServer


@contextmanager
def whole_service(directory: Path) -> Iterator[WholeService]:
    """At free ports of this machine."""
    with front(directory) as customer, eid_server(directory) as server:
        usual = customer._body

        def body(operation, session, request):  # type: ignore[no-untyped-def]
            answer = usual(operation, session, request)
            if operation == "useID":
                asked = customer.recorded.operations
                required, optional = (
                    tuple(one for one in Attribute if asked.get(one.value) == word) for word in ("REQUIRED", "ALLOWED")
                )
                server.begin(customer.sessions[-1], required, optional)
            return answer

        def result(session: str) -> str:
            reading = server.sessions[session]
            if reading.failed:
                return f"!{reading.failed}"
            return personal_data(reading.read) if reading.read is not None else ""

        customer._body = body  # type: ignore[method-assign]
        customer.result = result
        customer.server_address = lambda session: f"{server.address}/tctoken?s={session}"
        yield WholeService(customer, server)


@contextmanager
def eid_server(directory: Path) -> Iterator[EidServer]:
    """TLS 1.2 without a client's certificate, as AusweisApp comes."""
    running = EidServer()

    class Handler(Quiet):
        protocol_version = "HTTP/1.1"

        def get(self) -> None:
            session = running.sessions.get(self.path.partition("s=")[2].partition("&")[0])
            if self.path.startswith("/tctoken") and session:
                self.say(200, session.tc_token())
            else:
                self.say(200 if self.path.startswith("/refresh") else 404, b"ok", "text/plain")

        def post(self) -> None:
            data = self.rfile.read(min(LARGEST, int(self.headers["Content-Length"])))
            session = running.sessions[self.headers["requestid"]]
            try:
                self.say(200, session.answer(data, running.hinder))
            except ConnectionAbortedError:
                self.say(503, b"", "text/plain")

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(directory / "service.pem")
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with serving(Handler, context) as port:
        running.address = f"https://localhost:{port}"
        yield running
