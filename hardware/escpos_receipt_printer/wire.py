"""A connection to a printer, in which nothing waits longer than it may."""

import os
import select
from typing import Protocol

from hardware.escpos_receipt_printer.time_limit import TimeLimit

_CHUNK = 4096


class Wire(Protocol):
    """Bytes to and from a printer. Everything raises OSError when the connection is lost or the time is over."""

    def write(self, data: bytes, limit: TimeLimit) -> None:
        """Send all of `data`."""

    def read(self, limit: TimeLimit) -> bytes:
        """What has come, at least one byte. Raises TimeoutError when nothing came, ConnectionError when none can."""

    def close(self) -> None:
        """Let go of the printer."""


class DescriptorWire:
    """A wire over a socket or device file, whose descriptor it owns from now on."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        os.set_blocking(fd, False)

    def write(self, data: bytes, limit: TimeLimit) -> None:
        """See `Wire.write`."""
        rest = memoryview(data)
        while rest:
            self._wait(select.POLLOUT, limit)
            try:
                sent = os.write(self._fd, rest[:_CHUNK])
            except BlockingIOError:
                continue
            rest = rest[sent:]

    def read(self, limit: TimeLimit) -> bytes:
        """See `Wire.read`."""
        while True:
            self._wait(select.POLLIN, limit)
            try:
                came = os.read(self._fd, _CHUNK)
            except BlockingIOError:
                continue
            if not came:
                raise ConnectionResetError("the printer closed the connection")
            return came

    def close(self) -> None:
        """See `Wire.close`."""
        os.close(self._fd)

    def _wait(self, event: int, limit: TimeLimit) -> None:
        poll = select.poll()
        poll.register(self._fd, event)
        if limit.over or not poll.poll(limit.left_s * 1000):
            raise TimeoutError("the printer takes and says nothing")
