"""The town's files, read and kept by short-lived processes."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from terminal.assembly.remembered_reading import RememberedReading
from terminal.supervisor.clerk import Clerk
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.settings import Reading, Settings, Taken


class FileConfigurations:
    """See `terminal.supervisor.kiosk.Configurations`: the files at `path`, the last good one in `state`.

    `command` is the command line of `terminal.assembly.configuration`, without what it is to do.
    """

    def __init__(self, loop: SelectorLoop, command: Sequence[str], cwd: Path, path: Path | None, state: Path) -> None:
        self._loop = loop
        self._command = command
        self._cwd = cwd
        self._path = path
        self._state = state
        self._kept: str | None = None
        self._clerks: set[Clerk] = set()
        program = [cwd / name for name in ("config", "terminal")]
        self._remembered = RememberedReading(state, [*program, path] if path else program)

    def remembered(self) -> Reading | None:
        """See `Configurations.remembered`."""
        output = self._remembered.recall()
        try:
            return _reading(json.loads(output)) if output else None
        except (ValueError, KeyError, TypeError):
            return None

    def read(self, done: Callable[[Reading | None], None]) -> None:
        """See `Configurations.read`."""
        mark = self._remembered.mark()

        def answered(output: bytes | None) -> None:
            done(self._read(output, mark))

        self._send("read", b"", answered)

    def keep(self, taken: Taken) -> None:
        """See `Configurations.keep`."""
        if taken.digest == self._kept:
            return
        kept = {"snapshot": taken.snapshot, "digest": taken.digest, "files": taken.files}

        def answered(output: bytes | None) -> None:
            if output is not None:
                self._kept = taken.digest

        self._send("keep", json.dumps(kept).encode(), answered)

    def close(self) -> None:
        """See `Configurations.close`."""
        for clerk in list(self._clerks):
            clerk.dismiss()

    def _send(self, action: str, given: bytes, done: Callable[[bytes | None], None]) -> None:
        def finished(output: bytes | None) -> None:
            self._clerks.discard(clerk)
            done(output)

        where = ["--config", str(self._path)] if self._path else []
        command = [*self._command, action, "--state", str(self._state), *where]
        clerk = Clerk(self._loop, command, self._cwd, given, finished)
        self._clerks.add(clerk)

    def _read(self, output: bytes | None, mark: str) -> Reading | None:
        if output is None:
            return None
        record = json.loads(output)
        reading = _reading(record)
        if record["kept"]:
            self._kept = reading.taken.digest
        if not reading.problems:
            self._remembered.remember(mark, output)
        return reading


def _reading(record: dict[str, Any]) -> Reading:
    taken = record["taken"]
    settings = Settings(**taken["settings"])
    files = tuple(taken["files"])
    return Reading(
        Taken(taken["snapshot"], taken["digest"], taken["source"], files, settings), tuple(record["problems"])
    )
