"""A place for what repeats citizens' contacts: in memory, wherever the runtime directory is.

An installed kiosk's runtime directory is on a tmpfs already. One that an administrator starts by hand may be in /tmp, which
is often a disk, and what was on a disk can be found on it after it was removed.
"""

import os
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - the directory made in it is private and new
_KINDS = ("tmpfs", "ramfs")


def keep_in_memory(directory: Path) -> None:
    """Make the private `directory`, as a link into memory where it would be on a disk. Raises OSError.

    Where the machine has no such place it is an ordinary directory.
    """
    if directory.is_dir():
        return
    directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if is_in_memory(directory.parent) or not (_MEMORY.is_dir() and is_in_memory(_MEMORY)):
        directory.mkdir(mode=0o700)
        return
    directory.unlink(missing_ok=True)
    directory.symlink_to(tempfile.mkdtemp(prefix="buerger-terminal-", dir=_MEMORY))


def forget(directory: Path) -> None:
    """Remove what `keep_in_memory` made."""
    if directory.is_symlink():
        shutil.rmtree(directory.readlink(), ignore_errors=True)
        directory.unlink()
    shutil.rmtree(directory, ignore_errors=True)


def is_in_memory(path: Path) -> bool:
    """Whether files in `path` are kept in memory only (proc_pid_mountinfo(5): device in the 3rd field, type after "-")."""
    device = path.stat().st_dev
    mounts = (line.split() for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines())
    kinds = (mount[mount.index("-") + 1] for mount in mounts if mount[2] == f"{os.major(device)}:{os.minor(device)}")
    return next(kinds, "") in _KINDS
