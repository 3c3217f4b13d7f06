"""FINAL work whose result no screen has shown yet, remembered on disk by its opaque key.

A visit that dies between doing and showing leaves the key behind; the supervisor finds it and has what it did released, so
that nothing stays booked that nobody was told of. Keys are random and name no person.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SIGNS = frozenset("0123456789abcdef")


def unwitnessed_in(state: Path, runtime: Path) -> "Unwitnessed":
    """That of the kiosk whose state and runtime directories these are."""
    return Unwitnessed(state / "unwitnessed", runtime / "witnessed")


class Unwitnessed:
    """A directory with one empty file a key, named after the process that owes it: "<pid>.<op>".

    What was shown and could not be forgotten, because the disk has failed in between, is marked in the directory `marks`, which is
    on no disk: nobody may take back what a screen has promised.
    """

    def __init__(self, directory: Path, marks: Path) -> None:
        self._directory = directory
        self._marks = marks

    def begun(self, op: str) -> None:
        """Remember `op` before its work begins. Raises OSError: then the work must not begin."""
        self._directory.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(self._file(os.getpid(), op), os.O_WRONLY | os.O_CREAT, 0o600))
        self._sync()

    def shown(self, op: str) -> None:
        """The citizen has been told; it is theirs."""
        try:
            self.forget(os.getpid(), op)
        except OSError:
            self._marks.mkdir(mode=0o700, exist_ok=True)
            (self._marks / op).touch(mode=0o600)

    def forget(self, pid: int, op: str) -> None:
        """It has been shown, or released. Raises OSError."""
        self._file(pid, op).unlink(missing_ok=True)
        self._sync()

    def left(self, pid: int | None = None) -> Iterator[tuple[int, str]]:
        """The keys that process `pid` has left behind, or any process. Raises OSError where the disk does not tell."""
        if not self._directory.is_dir():
            return
        for name in sorted(os.listdir(self._directory)):
            owner, _, op = name.partition(".")
            # Written as we write it: nothing else could be forgotten, and would be found again for ever.
            known = owner.isdecimal() and owner == str(int(owner)) and op and set(op) <= _SIGNS
            if known and pid in (None, int(owner)) and not self._witnessed(int(owner), op):
                yield int(owner), op

    def _witnessed(self, pid: int, op: str) -> bool:
        mark = self._marks / op
        if not mark.exists():
            return False
        with suppress(OSError):
            self.forget(pid, op)
            mark.unlink(missing_ok=True)
        return True

    def _file(self, pid: int, op: str) -> Path:
        return self._directory / f"{pid}.{op}"

    def _sync(self) -> None:
        directory = os.open(self._directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
