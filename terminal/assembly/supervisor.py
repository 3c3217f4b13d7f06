"""`run`: the supervisor with this machine's configuration, directories and processes."""

import fcntl
import os
import sys
from pathlib import Path

from terminal.assembly.card_health import CardHealth
from terminal.assembly.companions import companions, forget_servers
from terminal.assembly.file_configurations import FileConfigurations
from terminal.directories import UnsafeError, runtime_dir, state_dir
from terminal.lifeline import leave_no_core
from terminal.receipts.tray import empty_tray
from terminal.supervisor.births import Births, Commands
from terminal.supervisor.forked import Forked
from terminal.supervisor.kiosk import Kiosk, Setup
from terminal.supervisor.loop import SelectorLoop

ROOT = Path(__file__).resolve().parents[2]
VERSION = "0.1.0"

_PYTHON = (sys.executable, "-m", "terminal")

VISIT = (*_PYTHON, "_visit")
"""The command line of a visit process."""

ZYGOTE = (*_PYTHON, "_zygote")
"""The command line of the process that visits are forked from."""

CARETAKER = (*_PYTHON, "_tend")
"""The command line of the process that does what is owed after visits."""

PREPARER = (*_PYTHON, "_prepare")
"""The command line of the process that prepares the catalogue of services."""

CONFIGURATION = (*_PYTHON, "_configuration")
"""The command line of the process that reads and keeps the configuration."""


def run(config: Path | None, *, simulate: bool, size: tuple[int, int] | None, first: Forked | None = None) -> int:
    """Be the kiosk until told to stop; `first` is a visit that has been begun. Returns the exit status."""
    try:
        runtime, state = runtime_dir(), state_dir()
    except UnsafeError as reason:
        return _refuse(str(reason), first)
    lock = os.open(runtime / "kiosk.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return _refuse(f"a kiosk is already running in {runtime}; stop it first, or ask it: ./kiosk status", first)
    leave_no_core()
    loop = SelectorLoop()
    empty_tray(runtime)
    births = Births(loop, Commands(VISIT, ZYGOTE, ROOT, simulate), first)
    configurations = FileConfigurations(loop, CONFIGURATION, ROOT, config.absolute() if config else None, state)
    beside, cards = companions(state, runtime, ROOT), CardHealth(simulate=simulate)
    setup = Setup(
        births, ROOT, runtime, state, VERSION, simulate, size, CARETAKER, beside, preparer=PREPARER, devices=(cards,)
    )
    Kiosk(setup, loop, configurations, _read_token).run()
    forget_servers(runtime)
    return 0


def _read_token(file: str) -> str:
    from config.secrets import read_secret

    return read_secret(Path(file))


def _refuse(reason: str, first: Forked | None) -> int:
    if first:
        first.end()
    sys.stderr.write(f"kiosk: {reason}\n")
    return 1
