"""What is said to a mail server (RFC 5321), until the letter is its own, or it has said why not.

Spoken with Python's smtplib, but for three things that it cannot: passwords with umlauts, knowing whether the end of the letter
was said, and naming itself without asking the network for its own name.
"""

import re
import ssl
from base64 import b64encode
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from smtplib import SMTP
from socket import AF_INET6, socket
from typing import Literal

from terminal.central.mail.attempt import Attempt
from terminal.central.mail.port import DEADLINE_S, NotSent, Outcome, Perhaps, Sent, Why
from terminal.values import valueclass

Encryption = Literal["starttls", "tls", "none"]
Trust = Callable[[], ssl.SSLContext]
"""Makes what decides which certificates are believed; it must check names and certificates."""

_READY, _LOGGED_IN, _DONE, _SAY_ON, _START = 220, 235, 250, 334, 354
_FORWARDED = 251
_NO_MAILBOX = (550, 551, 553)
_NUL = "\0"
_FAREWELL_S = 2.0
_MOST_HEARD = 256 * 1024
"""Bytes, of each connection."""


@valueclass(frozen=True)
class MailServer:
    """Where letters are handed in. `sender` is the address they come from; no `user`: without logging in."""

    host: str
    port: int
    encryption: Encryption
    sender: str
    user: str | None = None


class RefusedError(Exception):
    """The server will not take the letter; `why` is all that is kept of what it said."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class _Heard(RawIOBase):
    """What a server says, up to `_MOST_HEARD`: smtplib keeps every line of an answer, and an answer may have any number."""

    def __init__(self, connection: socket) -> None:
        self._connection = connection
        self._left = _MOST_HEARD

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader gives
        if self._left <= 0:
            raise ConnectionError("the server talks without end")
        came = self._connection.recv_into(buffer)
        self._left -= came
        return came


class Conversation:
    """For one letter, over a connection that is there. Every method may also raise what smtplib and sockets raise."""

    def __init__(self, server: MailServer, connection: socket, attempt: Attempt) -> None:
        self._server = server
        self._connection = connection
        self._attempt = attempt
        self._smtp = SMTP(local_hostname=_own_name(connection), timeout=DEADLINE_S)
        self._hear(connection)

    def begin(self, trust: Trust) -> None:
        """Encrypt, and greet. Raises `RefusedError`."""
        if self._server.encryption == "tls":
            self._encrypt(trust)
        self._expect(self._smtp.getreply(), _READY)
        self._smtp.ehlo_or_helo_if_needed()
        if self._server.encryption == "starttls":
            if not self._smtp.has_extn("starttls"):
                raise RefusedError(Why.UNTRUSTED)
            self._expect(self._smtp.docmd("STARTTLS"), _READY, Why.UNTRUSTED)
            self._encrypt(trust)
            self._smtp.ehlo()

    def log_in(self, password: str) -> None:
        """PLAIN (RFC 4616), else LOGIN, which some servers have alone; in UTF-8. Raises `RefusedError`."""
        user = self._server.user or ""
        offered = self._smtp.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in offered:
            reply = self._smtp.docmd("AUTH", f"PLAIN {_coded(_NUL.join(('', user, password)))}")
        elif "LOGIN" in offered:
            self._expect(self._smtp.docmd("AUTH", "LOGIN"), _SAY_ON, Why.LOGIN)
            self._expect(self._smtp.docmd(_coded(user)), _SAY_ON, Why.LOGIN)
            reply = self._smtp.docmd(_coded(password))
        else:
            raise RefusedError(Why.LOGIN)
        self._expect(reply, _LOGGED_IN, Why.LOGIN)

    def hand_over(self, to: str, message: bytes) -> Outcome:
        """`message` in lines that end with CR LF. Raises `RefusedError` before it has all been said."""
        self._expect(self._smtp.mail(self._server.sender), _DONE)
        code, text = self._smtp.rcpt(to)
        if code not in (_DONE, _FORWARDED):
            raise RefusedError(Why.RECIPIENT if code in _NO_MAILBOX and text[:3] != b"5.7" else Why.SERVER)
        self._expect(self._smtp.docmd("DATA"), _START)
        self._smtp.send(re.sub(rb"(?m)^\.", b"..", message))  # RFC 5321, 4.5.2
        self._attempt.commit()
        self._smtp.send(b".\r\n")
        code, _ = self._smtp.getreply()
        if code == _DONE:
            return Sent()
        return NotSent(Why.SERVER) if 400 <= code < 600 else Perhaps()

    def bid_farewell(self) -> None:
        """RFC 5321, 4.1.1.10: say QUIT and hear the answer. Nobody waits for it, so not for long."""
        if self._smtp.sock:
            self._smtp.sock.settimeout(_FAREWELL_S)
        self._smtp.quit()

    def hang_up(self) -> None:
        """Close the connection."""
        self._smtp.close()

    def _encrypt(self, trust: Trust) -> None:
        # What was said before is not believed (RFC 3207, 5).
        self._hear(trust().wrap_socket(self._connection, server_hostname=self._server.host))

    def _hear(self, connection: socket) -> None:
        self._smtp.sock = connection
        self._smtp.file = BufferedReader(_Heard(connection))

    @staticmethod
    def _expect(reply: tuple[int, bytes], code: int, why: Why = Why.SERVER) -> None:
        if reply[0] != code:
            raise RefusedError(why)


def _own_name(connection: socket) -> str:
    """An address literal (RFC 5321, 4.1.3): no kiosk has a name that a mail server could look up."""
    address = connection.getsockname()[0].partition("%")[0]
    return f"[IPv6:{address}]" if connection.family == AF_INET6 else f"[{address}]"


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode()
