"""Processes that came into the world by fork(2): begun in milliseconds, with all that was imported before."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn


class Forked:
    """See `terminal.supervisor.births.Born`: one of ours that was forked, by us or by a zygote."""

    def __init__(self, channel: socket.socket, pid: int) -> None:
        self.channel = channel
        self.pid = pid

    def wait(self) -> int:
        """Wait for its end: the exit status, or minus the signal that killed it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def end(self) -> None:
        """Kill it, and wait for the moment that takes: nobody needs it after all."""
        self.channel.close()
        os.kill(self.pid, signal.SIGKILL)
        self.wait()


def fork(be: Callable[[int], int], *, simulate: bool) -> Forked:
    """A child that calls `be` with the file descriptor of its end of a channel, and ends with the status returned.

    Only while this process has one thread: what another one holds locked would stay locked in the child for ever. Raises OSError.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        pid = os.fork()
        if not pid:
            ours.close()
            _be(be, theirs.detach(), simulate=simulate)
        with suppress(OSError):
            os.setpgid(pid, pid)  # it does so itself, too: nobody knows who comes first
    return Forked(ours, pid)


def _be(be: Callable[[int], int], channel: int, *, simulate: bool) -> NoReturn:
    status = 1
    try:
        os.setpgid(0, 0)
        _turn_away(quiet=not simulate)
        status = be(channel)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def _turn_away(*, quiet: bool) -> None:
    """From the supervisor's input and outputs. A traceback can hold what a citizen typed: a simulation alone may show it."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2) if quiet else (0, 1):
        os.dup2(nothing, descriptor)
    os.close(nothing)
