"""One try to hand over a letter, which whoever waits for it can give up at any moment, and then knows where it stood."""

import socket
from contextlib import suppress
from threading import Lock


class GivenUpError(Exception):
    """Nobody waits any more: say nothing more to the server."""


class Attempt:
    """Shared by the thread that speaks and the one that waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._connection: socket.socket | None = None
        self._given_up = False
        self._committed = False

    @property
    def committed(self) -> bool:
        """Whether the letter may be the server's."""
        return self._committed

    def connected(self, connection: socket.socket) -> None:
        """There is a connection. Raises `GivenUpError`."""
        with self._lock:
            if self._given_up:
                raise GivenUpError
            # Of its own, since TLS takes the other one's place; shutting down one shuts down both.
            self._connection = connection.dup()

    def commit(self) -> None:
        """What comes next makes the letter the server's. Raises `GivenUpError`, and then it must not come."""
        with self._lock:
            if self._given_up:
                raise GivenUpError
            self._committed = True

    def give_up(self) -> None:
        """Wait no more: whatever is read or written now fails, and nothing is committed after this."""
        with self._lock:
            self._given_up = True
            if self._connection:
                with suppress(OSError):
                    self._connection.shutdown(socket.SHUT_RDWR)

    def over(self) -> None:
        """The speaker has hung up."""
        with self._lock:
            if self._connection:
                self._connection.close()
                self._connection = None
