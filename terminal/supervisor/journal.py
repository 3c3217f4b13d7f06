"""The event log: ``events.jsonl`` in the state directory, two files of bounded size."""

import errno
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from terminal.events import Event

FILE_BYTES = 1024 * 1024


def _now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """Appends events. A full file becomes ``events.1.jsonl``, whose events are lost then."""

    def __init__(self, directory: Path, now: Callable[[], datetime] = _now) -> None:
        self.directory = directory
        self.trouble: str | None = None
        self._path = directory / "events.jsonl"
        self._now = now

    def add(self, event: Event) -> None:
        """Write `event`. A disk that does not take it is no reason to stop a kiosk: `trouble` says why."""
        stamp = self._now().astimezone(UTC).isoformat(timespec="seconds")
        line = json.dumps({"at": stamp, "event": event.id.value, **event.fields}) + "\n"
        try:
            self._append(line.encode())
            self.trouble = None
        except OSError as error:
            self.trouble = f"events cannot be written: {error.strerror}"

    def _append(self, line: bytes) -> None:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        fd = os.open(self._path, flags, 0o600)
        try:
            size = os.fstat(fd).st_size
            # A power cut or a full disk may have left half a line.
            start = b"\n" if size and os.pread(fd, 1, size - 1) != b"\n" else b""
            if size + len(start + line) <= FILE_BYTES:
                _write_whole(fd, start + line, size)
                return
        finally:
            os.close(fd)
        self._path.replace(self.directory / "events.1.jsonl")
        self._append(line)


def _write_whole(fd: int, line: bytes, size: int) -> None:
    """All of `line` behind the `size` bytes of the file, or nothing: with half of it the next event would be lost, too."""
    written = os.write(fd, line)
    if written < len(line):
        os.ftruncate(fd, size)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
