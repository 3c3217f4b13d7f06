"""Processes that become the supervisor's children by mistake, and would stay zombies if it did not wait for them.

While it adopts the visit that a zygote forks, it also adopts what another visit, ending in the same moment, has begun. That ends by
itself, or with the process group of its visit.
"""

import os

from .loop import SelectorLoop


def wait_for(loop: SelectorLoop, pid: int) -> None:
    """Reap the child `pid` as soon as it has ended."""
    ended = os.pidfd_open(pid)

    def reap() -> None:
        loop.on_readable(ended, None)
        os.close(ended)
        os.waitpid(pid, 0)

    loop.on_readable(ended, reap)
