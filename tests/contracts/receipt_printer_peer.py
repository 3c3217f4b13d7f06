"""A printer at the other end of a TCP connection, as good or as bad as a test wants it: sockets, no ESC/POS but status."""

import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread

READY = {1: 0x12, 2: 0x12, 4: 0x12}
LOW = {1: 0x12, 2: 0x12, 4: 0x1E}
OUT = {1: 0x1A, 2: 0x32, 4: 0x72}
COVER = {1: 0x1A, 2: 0x16, 4: 0x12}

Behaviour = Callable[["Line"], None]


@dataclass
class Line:
    """One connection, as the peer sees it. Every call raises ConnectionError when the driver has hung up."""

    connected: socket.socket
    received: bytearray = field(default_factory=bytearray)
    over: Event = field(default_factory=Event)

    def take(self) -> bytes:
        """The next bytes."""
        came = self.connected.recv(4096)
        if not came:
            raise ConnectionError
        self.received += came
        return came

    def say(self, data: bytes) -> None:
        self.connected.sendall(data)

    def reset(self) -> None:
        """Gone without a good-bye, as when the plug is pulled."""
        self.connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connected.close()
        raise ConnectionError

    def wait_for_hanging_up(self) -> None:
        while True:
            self.take()


class Peer:
    """Listens, and behaves as told on each connection, one after the other."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.lines: list[Line] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        Thread(target=self._serve, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connected, _ = self._socket.accept()
            except OSError:
                return
            line = Line(connected)
            self.lines.append(line)
            with connected, suppress(OSError):
                self.behaviour(line)
            line.over.set()


def answering(
    before: dict[int, int],
    after: dict[int, int] | None = None,
    *,
    in_order: bytes | None = b"\x00",
    noise: bytes = b"",
    in_pieces: bool = False,
) -> Behaviour:
    """Answers as `before`, and once it has been asked in order as `after`; `noise` comes unasked before each answer."""

    def behave(line: Line) -> None:
        now, seen = before, 0
        while True:
            line.take()
            while (found := _next_question(line.received, seen)) is not None:
                kind, seen = found
                if kind == 0:
                    now = after or before
                    answer = in_order
                else:
                    answer = bytes([now[kind]])
                if answer is not None:
                    for piece in [noise, answer] if in_pieces else [noise + answer]:
                        line.say(piece)

    return behave


def _next_question(received: bytearray, start: int) -> tuple[int, int] | None:
    """0 for GS r, else n of DLE EOT n; and where it ends."""
    places = [
        (at, kind, len(question))
        for kind, question in ((0, b"\x1dr\x01"), *((n, bytes([16, 4, n])) for n in (1, 2, 4)))
        if (at := received.find(question, start)) >= 0
    ]
    if not places:
        return None
    at, kind, length = min(places)
    return kind, at + length


def losing_power_after(count: int) -> Behaviour:
    """A good printer whose plug is pulled when `count` bytes of the slip have come."""

    def behave(line: Line) -> None:
        seen = 0
        while True:
            line.take()
            if b"\x1b@" in line.received and len(line.received) - line.received.index(b"\x1b@") >= count:
                line.reset()
            while (found := _next_question(line.received, seen)) is not None:
                kind, seen = found
                line.say(b"\x00" if kind == 0 else b"\x12")

    return behave
