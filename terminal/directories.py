"""Where a running kiosk keeps its sockets and its state: directories of its own that nobody else can enter."""

import os
import stat
from pathlib import Path


class UnsafeError(Exception):
    """The directory cannot be used; the text says why and what to do."""


INSTALLED = Path("/run/buerger-terminal")
"""Where the service of an installed kiosk keeps its sockets (kiosk-image)."""

_LONGEST_PATH = 90  # sun_path holds 108 bytes (unix(7)), and the names of sockets come after it


def runtime_dir() -> Path:
    """Directory of the sockets and the lock, made if need be. Raises `UnsafeError`."""
    path = _private(runtime_path())
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise UnsafeError(f"{path} is too long for a socket; choose a shorter BUERGER_TERMINAL_RUNTIME")
    return path


def state_dir() -> Path:
    """Directory of the event log and the last good configuration, made if need be. Raises `UnsafeError`."""
    own = os.environ.get("BUERGER_TERMINAL_STATE")
    home = os.environ.get("XDG_STATE_HOME")
    if own:
        return _private(Path(own))
    return _private((Path(home) if home else Path.home() / ".local" / "state") / "buerger-terminal")


def runtime_path() -> Path:
    """Where the runtime directory would be; nothing is made."""
    own = os.environ.get("BUERGER_TERMINAL_RUNTIME")
    if own:
        return Path(own)
    session = os.environ.get("XDG_RUNTIME_DIR")
    if session:
        return Path(session) / "buerger-terminal"
    return Path(f"/tmp/buerger-terminal-{os.getuid()}")  # noqa: S108 - owner and mode are checked below


def doors() -> Path:
    """Where to look for a running kiosk: one's own, else the installed one."""
    own = runtime_path()
    return own if own.exists() or not INSTALLED.exists() else INSTALLED


def _private(path: Path) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        found = path.lstat()
    except OSError as error:
        raise UnsafeError(f"{path} cannot be made: {error.strerror}") from None
    if not stat.S_ISDIR(found.st_mode):
        raise UnsafeError(f"{path} is a link or a file, not a directory; remove it")
    if found.st_uid != os.getuid():
        raise UnsafeError(f"{path} belongs to somebody else; remove it or choose another place")
    if stat.S_IMODE(found.st_mode) & 0o077:
        path.chmod(0o700)
    return path.absolute()
