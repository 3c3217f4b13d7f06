"""The wire between a virtual card and vpcd, the reader of the vsmartcard project: a connection is a card on the reader.

Messages carry their length in two bytes, the high one first; those of one byte command the power (vsmartcard's
virtualsmartcard/src/vpcd/vpcd.h).
"""

import socket
from contextlib import suppress
from threading import Thread
from typing import Protocol

from hardware.simulated.eid_card.card import EidCard
from hardware.simulated.eid_card.files import ATR

PORT = 35963
_POWER = frozenset({b"\x00", b"\x01", b"\x02"})
_ASKS_ATR = b"\x04"


class Answering(Protocol):
    """Answers as a card does."""

    def reset(self) -> None:
        """The power went off or on."""

    def transmit(self, command: bytes) -> bytes:
        """The answer to a command."""


class CardOnReader:
    """`card` lies on the reader at `port` of this machine until `remove`; `answering` speaks for it. Raises OSError when there is no reader."""

    def __init__(self, card: EidCard, answering: Answering, port: int = PORT) -> None:
        self.card = card
        self._answering = answering
        self._wire = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._wire.settimeout(None)
        self._thread = Thread(target=self._serve, name="card", daemon=True)
        self._thread.start()

    def remove(self) -> None:
        """Take it away."""
        with suppress(OSError):
            self._wire.shutdown(socket.SHUT_RDWR)
        self._wire.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                self._answer(self._read(int.from_bytes(self._read(2), "big")))

    def _answer(self, message: bytes) -> None:
        if message in _POWER:
            self._answering.reset()
            return
        answer = ATR if message == _ASKS_ATR else self._answering.transmit(message)
        self._wire.sendall(len(answer).to_bytes(2, "big") + answer)

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            part = self._wire.recv(size - len(data))
            if not part:
                raise EOFError
            data += part
        return data
