"""A visit process lives only as long as its supervisor, and leaves no core dump."""

import ctypes
import os
import resource
import signal

_PR_SET_PDEATHSIG = 1  # prctl(2)


def tie() -> None:
    """Die with the parent, lead a process group of one's own, write no core. Call first thing in a visit process.

    A supervisor that died just before is noticed as the end of the channel. Raises OSError where prctl is refused.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)


def cut() -> None:
    """End at once, with the whole process group: nobody is left to wait for a closing."""
    os.killpg(os.getpgrp(), signal.SIGKILL)
