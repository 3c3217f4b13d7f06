"""Answers that break off: never anything but `NoAnswerError`, whatever the server does in the middle of one."""

import socket
from collections.abc import Iterator
from contextlib import closing
from threading import Event, Thread

import pytest

from terminal.http import Connection, NoAnswerError

_HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"


@pytest.fixture(params=["closed", "silent"])
def breaking_off(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that sends half an answer and then closes the connection, or says nothing any more."""
    asked_enough = Event()
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(_HALF)
                if request.param == "silent":
                    asked_enough.wait(10)

        thread = Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        asked_enough.set()
        thread.join(10)


def test_half_an_answer_is_none(breaking_off: str) -> None:
    connection = Connection()
    with closing(connection), pytest.raises(NoAnswerError):
        connection.ask("GET", breaking_off, deadline_s=0.5, limit_bytes=1000)
