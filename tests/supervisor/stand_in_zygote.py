"""The real zygote of stand-in visits: see `stand_in_visit` for their conduct.

Of its own, "zygote-hangs" never becomes ready, "zygote-dies" ends when it is asked, and "zygote-stops" is stopped when it has forked and not yet said so.
"""

import os
import signal
import socket
import sys

from terminal.lifeline import call_oneself, tie
from terminal.zygote import READY, wait_to_be_a_visit
from tests.supervisor.stand_in_visit import StandIn, at_present

if __name__ == "__main__":
    tie()
    call_oneself("zygote")
    conduct, fd = sys.argv[1], int(sys.argv[3])
    if at_present(conduct) == "zygote-hangs":
        signal.pause()
    if at_present(conduct) == "zygote-dies":
        asked = socket.socket(fileno=fd)
        asked.send(READY)
        asked.recv(1)
        sys.exit(1)
    if at_present(conduct) == "zygote-stops":
        os.waitpid = lambda *_: os.kill(os.getpid(), signal.SIGSTOP)  # type: ignore[assignment]
    channel = wait_to_be_a_visit(fd)
    tie()
    call_oneself("visit")
    StandIn(conduct, socket.socket(fileno=channel)).run()
