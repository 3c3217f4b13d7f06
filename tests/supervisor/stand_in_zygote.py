"""The real zygote of stand-in visits: see `stand_in_visit` for their conduct. Of its own, "zygote-dies" ends when it is asked."""

import socket
import sys

from terminal.lifeline import call_oneself, tie
from terminal.zygote import READY, wait_to_be_a_visit
from tests.supervisor.stand_in_visit import StandIn

if __name__ == "__main__":
    tie()
    call_oneself("zygote")
    conduct, fd = sys.argv[1], int(sys.argv[3])
    if conduct == "zygote-dies":
        asked = socket.socket(fileno=fd)
        asked.send(READY)
        asked.recv(1)
        sys.exit(1)
    channel = wait_to_be_a_visit(fd)
    tie()
    call_oneself("visit")
    StandIn(conduct, socket.socket(fileno=channel)).run()
