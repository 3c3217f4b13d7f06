"""Mail servers on the loopback: a real one (aiosmtpd), and ones that misbehave."""

import asyncio
import select
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
PATIENCE_S = 10.0


@dataclass
class PostOffice:
    """Takes every letter but those to `unknown`; `password` is asked for where one is set."""

    unknown: str = ""
    password: str = ""
    received: SimpleQueue[Envelope] = field(default_factory=SimpleQueue)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """See aiosmtpd."""
        if address == self.unknown:
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - see above
        """See aiosmtpd."""
        self.received.put(envelope)
        return "250 Taken"

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, way: str, said: Any) -> AuthResult:
        """See aiosmtpd."""
        right = isinstance(said, LoginPassword) and (said.login, said.password.decode()) == (b"kiosk", self.password)
        return AuthResult(success=right, handled=False)

    def letter(self) -> Envelope:
        """The next letter that has come."""
        return self.received.get(timeout=PATIENCE_S)


@contextmanager
def opened(
    office: PostOffice, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None, **options: Any
) -> Iterator[PostOffice]:
    """The office at a port of its own. `options` are those of `aiosmtpd.smtp.SMTP`."""
    running: SimpleQueue[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = SimpleQueue()
    listening = socket.create_server((HOST, 0))
    office.port = listening.getsockname()[1]
    if office.password:
        options |= {"authenticator": office.authenticate, "auth_required": True}

    def factory() -> SMTP:
        return SMTP(
            office,
            hostname="mail.example.org",
            tls_context=starttls,
            require_starttls=starttls is not None,
            auth_require_tls=starttls is not None,
            **options,
        )

    async def serve() -> None:
        closing = asyncio.Event()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(factory, sock=listening, ssl=tls)
        running.put((loop, closing))
        await closing.wait()
        server.close()

    thread = Thread(target=lambda: asyncio.run(serve()), name="post office")
    thread.start()
    loop, closing = running.get(timeout=PATIENCE_S)
    try:
        yield office
    finally:
        loop.call_soon_threadsafe(closing.set)
        thread.join(PATIENCE_S)


Behaviour = Callable[[socket.socket], None]


@contextmanager
def misbehaving(behave: Behaviour) -> Iterator[int]:
    """The port of a server that treats its one caller as `behave` says."""
    listening = socket.create_server((HOST, 0))

    def serve() -> None:
        with suppress(OSError):
            caller, _ = listening.accept()
            with caller:
                behave(caller)

    thread = Thread(target=serve, name="misbehaving")
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def hear(caller: socket.socket, ending: bytes = b"\r\n") -> bytes:
    """What is said up to `ending`, or until the caller hangs up."""
    heard = b""
    while not heard.endswith(ending) and (more := caller.recv(4096)):
        heard += more
    return heard


def up_to_the_letter(caller: socket.socket) -> None:
    """All that is said before the letter, as servers do."""
    caller.sendall(b"220 mail.example.org\r\n")
    for answer in (b"250 mail.example.org", b"250 OK", b"250 OK", b"354 go ahead"):
        hear(caller)
        caller.sendall(answer + b"\r\n")


def mute(caller: socket.socket) -> None:
    """Never says a word."""
    hear(caller, b"never")


def dribbling(caller: socket.socket) -> None:
    """Says one sign after the other, each in time, and never comes to an end."""
    caller.sendall(b"220 ")
    while not select.select([caller], [], [], 0.02)[0]:
        caller.sendall(b"x")


def dying_before_the_end(caller: socket.socket) -> None:
    """Hangs up instead of taking the letter."""
    caller.sendall(b"220 mail.example.org\r\n")
    for answer in (b"250 mail.example.org", b"250 OK", b"250 OK"):
        hear(caller)
        caller.sendall(answer + b"\r\n")
    hear(caller)


def dying_after_the_end(caller: socket.socket) -> None:
    """Hangs up when it has the whole letter, without a word."""
    up_to_the_letter(caller)
    hear(caller, b"\r\n.\r\n")


def mute_after_the_end(caller: socket.socket) -> None:
    """Has the whole letter, and says nothing more."""
    up_to_the_letter(caller)
    hear(caller, b"\r\n.\r\n")
    hear(caller, b"never")


def refusing_the_letter(caller: socket.socket) -> None:
    """Does not like what it read."""
    up_to_the_letter(caller)
    hear(caller, b"\r\n.\r\n")
    caller.sendall(b"554 5.7.1 looks like spam\r\n")
    hear(caller, b"never")


def refusing_the_kiosk(caller: socket.socket) -> None:
    """Takes nothing for others from such a caller."""
    caller.sendall(b"220 mail.example.org\r\n")
    for answer in (b"250 mail.example.org", b"250 OK", b"550 5.7.1 relaying denied"):
        hear(caller)
        caller.sendall(answer + b"\r\n")
    hear(caller, b"never")
