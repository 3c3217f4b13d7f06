"""Reading what staff wrote: plain files of bounded size, never a pipe, device or folder."""

import os
import stat
from pathlib import Path

LARGEST_BYTES = 1_000_000


class UnreadableFileError(Exception):
    """`args[0]` says why in words for staff; it names no content of the file and no path."""


def read_bytes(path: Path) -> bytes:
    """The whole file, at most `LARGEST_BYTES`. Raises `UnreadableFileError`."""
    try:
        # Without O_NONBLOCK the opening of a named pipe would wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise UnreadableFileError("does not exist") from None
    except PermissionError:
        raise UnreadableFileError("may not be read by the user that runs the kiosk") from None
    except (OSError, ValueError):
        raise UnreadableFileError("cannot be opened") from None
    try:
        return _bounded(descriptor)
    finally:
        os.close(descriptor)


def read_text(path: Path) -> str:
    """The whole file as UTF-8, without a byte order mark. Raises `UnreadableFileError`."""
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(f"is not UTF-8 text (byte {error.start + 1})") from None


def _bounded(descriptor: int) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise UnreadableFileError("is not a plain file")
    parts: list[bytes] = []
    left = LARGEST_BYTES + 1
    try:
        while left and (part := os.read(descriptor, left)):
            parts.append(part)
            left -= len(part)
    except OSError:
        raise UnreadableFileError("cannot be read to its end") from None
    if not left:
        raise UnreadableFileError(f"is larger than {LARGEST_BYTES // 1_000_000} MB")
    return b"".join(parts)
