"""One question to a running kiosk through one of its doors."""

import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from terminal.lines import LineBuffer, MalformedError, from_line, to_line

_REPLY_BYTES = 4 * 1024 * 1024
_PATIENCE_S = 45.0  # a reload may take its reader's whole deadline

Reply = Mapping[str, Any]


class NoKioskError(Exception):
    """Nobody answers at that door; the text says so to staff."""


def ask(door: Path, request: Mapping[str, Any]) -> Reply:
    """The reply to `request`. Raises `NoKioskError`."""
    with socket.socket(socket.AF_UNIX) as sock:
        sock.settimeout(_PATIENCE_S)
        try:
            sock.connect(str(door))
        except OSError:
            raise NoKioskError(_why_closed(door)) from None
        try:
            sock.sendall(to_line(request))
            return _reply(sock)
        except (OSError, MalformedError):
            raise NoKioskError("the kiosk did not answer") from None


def _why_closed(door: Path) -> str:
    if door.name == "dock.sock" and _answers(door.with_name("control.sock")):
        return "this kiosk has no dock: it was not started with --simulate"
    return "no kiosk is running"


def _answers(door: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as sock:
        return sock.connect_ex(str(door)) == 0


def _reply(sock: socket.socket) -> Reply:
    lines = LineBuffer(_REPLY_BYTES)
    while data := sock.recv(65536):
        for line in lines.feed(data):
            return from_line(line)
    raise MalformedError("no reply")
