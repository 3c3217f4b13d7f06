"""A visit that no zygote has prepared: OpenGL gets ready on a thread of its own, before and while everything else is imported."""

from screens import environment
from terminal.membership import join_kiosk


def be_visit(channel_fd: int) -> int:
    """See `terminal.assembly.visit.run_visit`."""
    join_kiosk("visit")
    environment.begin_opengl()
    from terminal.assembly.visit import run_visit

    return run_visit(channel_fd)
