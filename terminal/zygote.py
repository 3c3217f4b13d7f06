"""A process that has imported all that a visit needs, and as often as it is asked becomes one by forking.

The order of things, over a SOCK_SEQPACKET socketpair: the zygote says `READY`; the supervisor sends `FORK` with the visit's end of
its channel (SCM_RIGHTS); the zygote answers with the visit's process id in decimal digits.

It opens no window, reads no configuration and never hears of a citizen. Only one thread may run in it when it forks: what another
one holds locked would stay locked in the visit for ever.
"""

import os
import socket
import time

READY = b"ready"
FORK = b"fork"

_ADOPTION_S = 0.0002


def wait_to_be_a_visit(zygote_fd: int) -> int:
    """Serve the supervisor at the other end of `zygote_fd`. Returns in new visits only, with the file descriptor of their channel.

    A visit is the supervisor's own child, as one that it has spawned itself. The zygote ends when the supervisor is gone, and
    when the system refuses a process.
    """
    ours = socket.socket(fileno=zygote_fd)
    ours.set_inheritable(False)
    ours.send(READY)
    while channel := _next_order(ours):
        if _is_visit(ours):
            ours.close()
            return channel
        os.close(channel)
    os._exit(0)


def _next_order(ours: socket.socket) -> int | None:
    message, channels, _, _ = socket.recv_fds(ours, len(FORK), 1)
    return channels[0] if message == FORK and channels else None


def _is_visit(ours: socket.socket) -> bool:
    """Fork, and fork again: the one in between ends at once, and the supervisor, a subreaper (prctl(2)), adopts the visit."""
    reading, writing = os.pipe()
    between = os.fork()
    if between:
        os.close(writing)
        os.waitpid(between, 0)
        with os.fdopen(reading, "rb") as told:
            ours.send(told.read())
        return False
    between = os.getpid()
    visit = os.fork()
    if visit:
        os.setpgid(visit, visit)  # before anybody knows it, and may want to kill its group
        os.write(writing, b"%d" % visit)
        os._exit(0)
    os.close(reading)
    os.close(writing)
    while os.getppid() == between:
        time.sleep(_ADOPTION_S)  # tied to the one in between, the visit would end with it
    return True
