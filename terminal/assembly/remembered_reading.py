"""What came of the configuration's files the last time, for a kiosk that starts again: nobody waits for them to be read.

It counts only while every file of the town and of the program is as it was then. What lies elsewhere, such as a certificate, is
not looked at: the files are read all the same, a little later, and what comes of that takes its place.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from terminal.whole_file import put

FILE_NAME = "remembered-reading"

_MOST_FILES = 5000
"""Somebody's whole home is no town's folder: looking at it would take longer than reading."""


class RememberedReading:
    """Kept in the directory `state`. `places` are the folders and files that a reading depends on."""

    def __init__(self, state: Path, places: Sequence[Path]) -> None:
        self._file = state / FILE_NAME
        self._places = places

    def mark(self) -> str:
        """Changes with the names, sizes and times of all that lies in the places; "" where that is too much."""
        stamps = list(islice((stamp for place in self._places for stamp in _stamps(place.resolve())), _MOST_FILES))
        return hashlib.sha256(b"".join(sorted(stamps))).hexdigest() if len(stamps) < _MOST_FILES else ""

    def recall(self) -> bytes | None:
        """The reading, if there is one of these very files."""
        mark, _, reading = self._kept().partition(b"\n")
        return reading if mark and mark == self.mark().encode() else None

    def remember(self, mark: str, reading: bytes) -> None:
        """`reading` was begun when the files had this `mark`. Where it cannot be kept, the next start takes longer."""
        new = f"{mark}\n{reading.decode()}"
        if mark and mark == self.mark() and new.encode() != self._kept():
            with suppress(OSError):
                put(self._file, new)

    def _kept(self) -> bytes:
        try:
            return self._file.read_bytes()
        except OSError:
            return b""


def _stamps(place: Path) -> Iterator[bytes]:
    """A stamp of each file at or below `place`; what Python compiles on the way is nobody's change."""
    if not place.is_dir():
        with suppress(OSError):
            yield _stamp(os.fspath(place), place.stat())
        return
    for folder, folders, files in os.walk(place):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in files:
            file = os.path.join(folder, name)
            with suppress(OSError):
                yield _stamp(file, os.stat(file))


def _stamp(file: str, about: os.stat_result) -> bytes:
    return os.fsencode(f"{file}\0{about.st_size}\0{about.st_mtime_ns}\0{about.st_ino}\n")
