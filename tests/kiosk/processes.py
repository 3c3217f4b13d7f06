"""Which processes there are, by what the kernel says of them (proc(5))."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.kiosk.patience import gone


def residents(runtime: Path) -> list[int]:
    """Every living process that was started for the kiosk with this runtime directory."""
    mark = f"BUERGER_TERMINAL_RUNTIME={runtime}".encode()
    return [pid for pid in _all() if mark in _read(pid, "environ").split(b"\0")]


def children(pid: int) -> list[int]:
    """Its children, also dead ones that nobody has waited for."""
    return [int(child) for child in _read(pid, f"task/{pid}/children").split()]


def visits(pid: int) -> list[int]:
    """Its living children that are visits: not the calendar, nor somebody who tidies up for a moment."""
    return named(pid, "visit")


def named(pid: int, wanted: str) -> list[int]:
    """Its living children that call themselves `wanted`."""
    return [child for child in children(pid) if name(child) == wanted]


def name(pid: int) -> str:
    """What it calls itself; empty when it is gone."""
    return _read(pid, "comm").decode().rstrip("\n")


def zombies(pid: int) -> list[int]:
    """Its dead children that it has not waited for."""
    return [child for child in children(pid) if state(child) == "Z"]


def state(pid: int) -> str:
    """Its state as one letter; empty when it is gone."""
    fields = _read(pid, "stat").rpartition(b")")[2].split()
    return fields[0].decode() if fields else ""


def none_left(runtime: Path) -> bool:
    """Whether all of them end in time."""
    return all(gone(pid) for pid in residents(runtime)) and not residents(runtime)


def _all() -> Iterator[int]:
    return (int(name) for name in os.listdir("/proc") if name.isdigit())


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
