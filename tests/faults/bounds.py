"""A hostile input may cost so much time and memory, and no more; what costs more fails, and does not take the machine with it."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_PAGE = resource.getpagesize()


@contextmanager
def bounded(seconds: int = 5, megabytes: int = 256) -> Iterator[None]:
    """Raises AssertionError or MemoryError where what is inside needs more. For the main thread; its memory is that of all threads."""
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE
    before = resource.getrlimit(resource.RLIMIT_AS)
    former = signal.signal(signal.SIGALRM, _too_long)
    resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 1024 * 1024, before[1]))
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_AS, before)
        signal.signal(signal.SIGALRM, former)


def _too_long(_: int, __: FrameType | None) -> None:
    raise AssertionError("it should have been over")  # not TimeoutError, which is an OSError that readers expect
