"""A process of the kiosk that is talked with over a channel. See `forked` for those that need no program of their own."""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path


class Spawned:
    """`channel` is our end. `wait` waits for the end and returns the exit status, or minus the signal that killed it."""

    def __init__(self, channel: socket.socket, process: subprocess.Popen[bytes]) -> None:
        self.channel = channel
        self.pid = process.pid
        self.wait = process.wait


def spawn(
    command: Sequence[str], cwd: Path, *, simulate: bool, kind: socket.SocketKind = socket.SOCK_STREAM
) -> Spawned:
    """Start `command` with ``--channel FD`` appended, in a process group of its own. Raises OSError."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
    with theirs:
        process = subprocess.Popen(
            [*command, "--channel", str(theirs.fileno())],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # A traceback can hold what a citizen typed.
            stderr=None if simulate else subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            process_group=0,
        )
    return Spawned(ours, process)


def watch(pid: int, wait: Callable[[], object]) -> int:
    """A file descriptor that can be read when `pid`, leader of a process group, has ended (pidfd_open(2)).

    Raises OSError; then it has been ended and waited for, since nobody would notice it.
    """
    try:
        return os.pidfd_open(pid)
    except OSError:
        os.killpg(pid, signal.SIGKILL)
        wait()
        raise
