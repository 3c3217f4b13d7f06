"""A visit that no zygote has prepared: OpenGL gets ready on a thread of its own, before and while everything else is imported."""

from screens import environment
from terminal.membership import join_kiosk
from terminal.supervisor.forked import Forked, fork


def begin_first_visit(*, simulate: bool) -> Forked | None:
    """The first visit of a kiosk, which needs no more than a configuration; None when the system refuses it for now.

    It may be begun before anything else is known: when there will be no kiosk, it ends with this process.
    """
    try:
        return fork(be_visit, simulate=simulate)
    except OSError:
        return None


def be_visit(channel_fd: int) -> int:
    """See `terminal.assembly.visit.run_visit`."""
    join_kiosk("visit")
    environment.begin_opengl()
    from terminal.assembly.visit import run_visit

    return run_visit(channel_fd)
