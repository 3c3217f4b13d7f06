"""`run`: the supervisor with this machine's configuration, directories and processes."""

import fcntl
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from terminal.assembly.companions import companions, forget_servers
from terminal.directories import UnsafeError, runtime_dir, state_dir
from terminal.lifeline import leave_no_core
from terminal.receipts.tray import empty_tray
from terminal.supervisor.clerk import Clerk
from terminal.supervisor.kiosk import Kiosk, Setup
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.settings import Reading, Settings, Taken

ROOT = Path(__file__).resolve().parents[2]
VERSION = "0.1.0"

_PYTHON = (sys.executable, "-m", "terminal")

VISIT = (*_PYTHON, "_visit")
"""The command line of a visit process."""


CARETAKER = (*_PYTHON, "_tend")
"""The command line of the process that does what is owed after visits."""


class FileConfigurations:
    """See `terminal.supervisor.kiosk.Configurations`: the files at `path`, the last good one in `state`."""

    def __init__(self, loop: SelectorLoop, path: Path | None, state: Path) -> None:
        self._loop = loop
        self._path = path
        self._state = state
        self._kept: str | None = None
        self._clerks: set[Clerk] = set()

    def read(self, done: Callable[[Reading | None], None]) -> None:
        """See `Configurations.read`."""

        def answered(output: bytes | None) -> None:
            done(self._reading(output))

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
        command = [*_PYTHON, "_configuration", action, "--state", str(self._state), *where]
        clerk = Clerk(self._loop, command, ROOT, given, finished)
        self._clerks.add(clerk)

    def _reading(self, output: bytes | None) -> Reading | None:
        if output is None:
            return None
        record = json.loads(output)
        taken = _taken(record["taken"])
        if record["kept"]:
            self._kept = taken.digest
        return Reading(taken, tuple(record["problems"]))


def run(config: Path | None, *, simulate: bool, size: tuple[int, int] | None) -> int:
    """Be the kiosk until told to stop. Returns the exit status."""
    try:
        runtime, state = runtime_dir(), state_dir()
    except UnsafeError as reason:
        return _refuse(str(reason))
    lock = os.open(runtime / "kiosk.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return _refuse(f"a kiosk is already running in {runtime}; stop it first, or ask it: ./kiosk status")
    leave_no_core()
    loop = SelectorLoop()
    empty_tray(runtime)
    setup = Setup(VISIT, ROOT, runtime, state, VERSION, simulate, size, CARETAKER, companions(state, runtime, ROOT))
    path = config.absolute() if config else None
    Kiosk(setup, loop, FileConfigurations(loop, path, state), _read_token).run()
    forget_servers(runtime)
    return 0


def _taken(record: dict[str, Any]) -> Taken:
    settings = Settings(**record["settings"])
    return Taken(record["snapshot"], record["digest"], record["source"], tuple(record["files"]), settings)


def _read_token(file: str) -> str:
    from config.secrets import read_secret

    return read_secret(Path(file))


def _refuse(reason: str) -> int:
    sys.stderr.write(f"kiosk: {reason}\n")
    return 1
