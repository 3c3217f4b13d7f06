"""Waiting for something to happen, with a deadline, and without sleeping through it."""

import os
import select
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

DEADLINE_S = 20.0
"""The machine may be busy with other things; what takes so long is broken."""

_GLANCE_S = 0.01


def until(look: Callable[[], T | None], what: Callable[[], str], *, pid: int, within_s: float = DEADLINE_S) -> T:
    """The first thing that `look` sees. Looks again every 10 ms, or fails at once when process `pid` ends."""
    ends_s = time.monotonic() + within_s
    ended = os.pidfd_open(pid)
    try:
        while True:
            seen = look()
            if seen is not None:
                return seen
            assert time.monotonic() < ends_s, f"not within {within_s:g} s: {what()}"
            assert not select.select([ended], [], [], _GLANCE_S)[0], f"process {pid} ended before: {what()}"
    finally:
        os.close(ended)


def gone(pid: int, within_s: float = DEADLINE_S) -> bool:
    """Whether process `pid` ends in time."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([pidfd], [], [], within_s)[0])
    finally:
        os.close(pidfd)
