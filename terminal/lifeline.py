"""A visit process lives only as long as its supervisor, and leaves no core dump."""

import ctypes
import os
import resource
import signal
from contextlib import suppress

_PR_SET_PDEATHSIG, _PR_SET_NAME, _PR_SET_CHILD_SUBREAPER = 1, 15, 36  # prctl(2)


def leave_no_core() -> None:
    """No core dump of this process or its children, whoever may want one.

    A limit of 0 does not hold where core_pattern is a pipe; with 1 the kernel gives up there too (do_coredump). Where the
    limit is 0 already and cannot be raised, it stays.
    """
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    limit = 1 if most == resource.RLIM_INFINITY or most >= 1 else 0
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def tie() -> None:
    """Die with the parent, lead a process group of one's own, write no core. Call first thing in a visit process.

    A supervisor that died just before is noticed as the end of the channel. Raises OSError where prctl is refused.
    """
    leave_no_core()
    if _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)


def call_oneself(name: str) -> None:
    """What `ps -o comm` and `top` show of this process: at most 15 letters."""
    _prctl(_PR_SET_NAME, name.encode())


def adopt_orphans(yes: bool) -> None:
    """Whether orphans below this process become its children."""
    _prctl(_PR_SET_CHILD_SUBREAPER, int(yes))


def children() -> set[int]:
    """Those of this process's first thread, also dead ones (proc_pid_task(5)); empty where the kernel does not list them."""
    with suppress(FileNotFoundError), open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as listed:
        return set(map(int, listed.read().split()))
    return set()


def cut() -> None:
    """End at once, with the whole process group: nobody is left to wait for a closing."""
    os.killpg(os.getpgrp(), signal.SIGKILL)


def _prctl(option: int, value: int | bytes) -> int:
    return int(ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0))
