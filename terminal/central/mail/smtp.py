"""Letters through the town's SMTP server, each within ten seconds, whatever the server does."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from socket import create_connection
from threading import Thread

from terminal.central.mail.attempt import Attempt
from terminal.central.mail.composing import composed
from terminal.central.mail.conversation import Conversation, MailServer, RefusedError, Trust
from terminal.central.mail.letter import Letter, is_address
from terminal.central.mail.port import DEADLINE_S, NotSent, Outcome, Perhaps, Why


class SmtpMail:
    """See `Mail`. `password` is read at every letter, and is None when it cannot be read.

    Each letter has a thread that speaks: neither a name server nor a mail server that says one byte now and then can keep
    whoever waits longer than `deadline_s`, and all of them are over at the latest when smtplib's own time is.
    """

    def __init__(
        self,
        server: MailServer,
        password: Callable[[], str | None],
        reply_to: str | None = None,
        *,
        trust: Trust = ssl.create_default_context,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._server = server
        self._password = password
        self._reply_to = reply_to
        self._trust = trust
        self._deadline_s = deadline_s

    def send(self, letter: Letter) -> Outcome:
        """See `Mail.send`."""
        if not is_address(letter.to):
            return NotSent(Why.ADDRESS)
        message = composed(letter, self._server.sender, self._reply_to).as_bytes()
        attempt = Attempt()
        outcomes: SimpleQueue[Outcome] = SimpleQueue()
        Thread(target=self._speak, args=(attempt, letter.to, message, outcomes.put), name="mail", daemon=True).start()
        try:
            return outcomes.get(timeout=self._deadline_s)
        except Empty:
            attempt.give_up()
            return Perhaps() if attempt.committed else NotSent(Why.TOO_SLOW)

    def _speak(self, attempt: Attempt, to: str, message: bytes, tell: Callable[[Outcome], None]) -> None:
        conversation: Conversation | None = None
        try:
            connection = create_connection((self._server.host, self._server.port), timeout=DEADLINE_S)
            conversation = Conversation(self._server, connection, attempt)
            attempt.connected(connection)
            conversation.begin(self._trust)
            if self._server.user:
                conversation.log_in(self._read_password())
            tell(conversation.hand_over(to, message))
            with suppress(Exception):  # it has been told; how the server takes its leave changes nothing
                conversation.bid_farewell()
        except RefusedError as refusal:
            tell(NotSent(refusal.why))
        except Exception as error:  # whatever it is: the text of such errors may name the reader, and is not looked at
            untrusted = isinstance(error, ssl.SSLError)
            tell(Perhaps() if attempt.committed else NotSent(Why.UNTRUSTED if untrusted else Why.UNREACHABLE))
        finally:
            attempt.over()
            if conversation:
                conversation.hang_up()

    def _read_password(self) -> str:
        password = self._password()
        if password is None:
            raise RefusedError(Why.LOGIN)
        return password
