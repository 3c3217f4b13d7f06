"""The channel between the supervisor and one visit process: a stream socketpair, one JSON object a line.

supervisor -> visit (`Order`, named by "do")      visit -> supervisor (`Report`, named by "is")

    configure   snapshot, simulate, size, clock_offset_s       warm
    show        mode, code, clock_offset_s,                    shown
                alert_acknowledged, spent                      spent     what
    alerted                                                    beat      state
    clock       offset_s                                       finished
    dock        id, request                                    dock      id, reply
    release                                                    event     event, and its fields
    stop

The order of things: the process is spawned and does what needs no configuration; `configure` -> `warm` within 15 s;
from `warm` on a `beat` every `heartbeat_s` and at once when the visit's state changes; `show` -> `shown`; the visit;
`finished`; when the successor is shown `release`, and the process exits within `silent_closing_s`. An idle process can be
released without having finished. `stop` can come at any time. Whoever does not know an order ignores it.
"""

import socket
import struct
from collections.abc import Callable
from threading import Lock, Thread

from .lines import LineBuffer, MalformedError
from .loop import MainLoop
from .messages import (
    Alerted,
    Beat,
    Clock,
    Configure,
    DockReply,
    DockRequest,
    Finished,
    Happened,
    Order,
    Release,
    Report,
    Show,
    Shown,
    Spent,
    Stop,
    Warm,
    decode_order,
    encode,
)

__all__ = [
    "Alerted",
    "Beat",
    "Clock",
    "Configure",
    "DockReply",
    "DockRequest",
    "Finished",
    "Happened",
    "Order",
    "Release",
    "Report",
    "Show",
    "Shown",
    "Spent",
    "Stop",
    "VisitEnd",
    "Warm",
]

NO_DISPLAY = 69
"""Exit status of a visit process that cannot open a window (EX_UNAVAILABLE of sysexits.h)."""

ORDER_BYTES = 4 * 1024 * 1024
"""Longest order: a snapshot holds the town's legal texts."""

_SEND_S = 2


class VisitEnd:
    """The visit's end of the channel. Orders that are already there wait until `listen`."""

    def __init__(self, channel_fd: int) -> None:
        self._socket = socket.socket(fileno=channel_fd)
        self._socket.set_inheritable(False)
        # A stopped supervisor must not freeze the screen for longer than this; reading stays blocking.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", _SEND_S, 0))
        self._sending = Lock()

    def listen(self, loop: MainLoop, on_order: Callable[[Order], None], on_gone: Callable[[], None]) -> None:
        """Read on a thread of its own. `on_order` is called on the loop's thread.

        `on_gone` is called on the reading thread when the supervisor is gone: the loop may hang
        (`terminal.lifeline.cut` is meant for it).
        """
        Thread(target=self._read, args=(loop, on_order, on_gone), name="channel", daemon=True).start()

    def send(self, report: Report) -> None:
        """Send `report`; from any thread. Lost without a word when the supervisor is gone: `on_gone` tells."""
        with self._sending:
            try:
                self._socket.sendall(encode(report))
            except OSError:
                # Part of the line may have gone out: what follows would be garbage.
                self._shut()

    def _shut(self) -> None:
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def _read(self, loop: MainLoop, on_order: Callable[[Order], None], on_gone: Callable[[], None]) -> None:
        lines = LineBuffer(ORDER_BYTES)
        while data := self._receive():
            for line in lines.feed(data):
                self._pass_on(line, loop, on_order)
        on_gone()

    def _receive(self) -> bytes:
        try:
            return self._socket.recv(65536)
        except OSError:
            return b""

    @staticmethod
    def _pass_on(line: bytes, loop: MainLoop, on_order: Callable[[Order], None]) -> None:
        try:
            order = decode_order(line)
        except MalformedError:
            return
        loop.post(lambda: on_order(order))
