"""Secrets live in files of their own that nobody else can read. Only their paths are configuration."""

import os
import stat
from pathlib import Path

from config.files import UnreadableFileError, read_text

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class SecretRefusedError(Exception):
    """`args[0]` says why and how to mend it; it never contains the secret."""


def check_secret(path: Path) -> None:
    """Raises `SecretRefusedError` unless `path` is a plain file of ours or root's, closed to everyone else."""
    try:
        status = path.stat()
    except FileNotFoundError:
        # The path is not named: somebody may have written the secret itself where its file belongs.
        raise SecretRefusedError("there is no such file; write the path of the file that holds the secret") from None
    except (OSError, ValueError):
        raise SecretRefusedError("the file named here cannot be reached by the user that runs the kiosk") from None
    if not stat.S_ISREG(status.st_mode):
        raise SecretRefusedError(f"{path} is not a plain file")
    if status.st_uid not in (0, os.geteuid()):
        raise SecretRefusedError(f"{path} belongs to somebody else; mend it with: chown {os.geteuid()} {path}")
    if status.st_mode & _OTHERS:
        mode = stat.S_IMODE(status.st_mode)
        raise SecretRefusedError(f"{path} can be opened by others (mode {mode:04o}); mend it with: chmod 600 {path}")
    if not os.access(path, os.R_OK, effective_ids=True):
        raise SecretRefusedError(f"{path} may not be read by the user that runs the kiosk")


def read_secret(path: Path) -> str:
    """The secret without the line end. To be called at use, never kept. Raises `SecretRefusedError`."""
    check_secret(path)
    try:
        secret = read_text(path).strip()
    except UnreadableFileError as error:
        raise SecretRefusedError(f"{path} {error}") from None
    if not secret:
        raise SecretRefusedError(f"{path} is empty")
    return secret
