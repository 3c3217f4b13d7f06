"""What stands in the memory of other processes, and in files (proc(5))."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

_AREA = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) rw")  # what cannot be written holds nothing that was typed
_AT_ONCE = 8 * 1024 * 1024
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")


def need_to_read(pid: int) -> None:
    """Skips the test where nobody may look into the memory of process `pid` (ptrace(2), access mode checking)."""
    try:
        with open(f"/proc/{pid}/mem", "rb", buffering=0):
            return
    except PermissionError:
        pytest.skip("no-ptrace: the system does not let one process of a user look into another")


def hits(pid: int, words: Iterable[str]) -> int:
    """How often any of `words` stands in the memory of process `pid`, in any of `ENCODINGS`; what has ended holds nothing."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return sum(_count(area, patterns(words)) for area in _areas(pid))
    return 0


def hits_in_files(directories: Iterable[Path], words: Iterable[str]) -> list[Path]:
    """Files below `directories` that hold any of `words`, or are named after one."""
    wanted = list(words)
    found = [file for directory in directories for file in directory.rglob("*")]
    return [
        file
        for file in found
        if any(word in str(file) for word in wanted) or (file.is_file() and _count(file.read_bytes(), patterns(wanted)))
    ]


def patterns(words: Iterable[str]) -> list[bytes]:
    """How `words` can stand in memory."""
    return [word.encode(encoding) for word in words for encoding in ENCODINGS]


def _count(data: bytes, wanted: list[bytes]) -> int:
    return sum(data.count(pattern) for pattern in wanted)


def _areas(pid: int) -> Iterator[bytes]:
    """All that it can write, in portions that overlap by more than a word."""
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            found = _AREA.match(line)
            if found:
                yield from _portions(memory.fileno(), int(found[1], 16), int(found[2], 16))


def _portions(memory: int, begin: int, end: int) -> Iterator[bytes]:
    place = begin
    while place < end:
        try:
            data = os.pread(memory, min(_AT_ONCE + 4096, end - place), place)
        except (OSError, OverflowError, ValueError):
            return  # a device's memory, or [vsyscall]
        if not data:
            return
        yield data
        place += _AT_ONCE
