"""Real calendar servers on free ports of the loopback: the one that comes with the kiosk, and another one."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.server import answers
from terminal.central.appointments.embedded import Launch, free_port, prepare

DEADLINE_S = 30.0
_GLANCE_S = 0.02


@dataclass
class Running:
    """A server process. `kill` is SIGKILL; `start` brings it back with what it had on disk."""

    launch: Launch
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Running":
        self.process = subprocess.Popen(
            self.launch.command, env=dict(self.launch.environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(lambda: answers(self.launch.account), self.process.pid)
        return self

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait()


def until(look: Callable[[], bool], pid: int) -> None:
    """Returns when `look` sees it; fails when process `pid` ends before, or after the deadline."""
    ends_s, ended = time.monotonic() + DEADLINE_S, os.pidfd_open(pid)
    try:
        while not look():
            assert time.monotonic() < ends_s, "the server does not answer"
            assert not select.select([ended], [], [], _GLANCE_S)[0], "the server has ended"
    finally:
        os.close(ended)


def radicale(directory: Path) -> Running:
    """The embedded server, as the kiosk starts it."""
    return Running(prepare(directory / "state", directory / "run"))


def xandikos(directory: Path) -> Running:
    """Xandikos with an open door: it takes passwords over TLS only."""
    port = free_port()
    command = [
        sys.executable,
        "-P",
        "-m",
        "xandikos",
        "serve",
        "-l",
        "127.0.0.1",
        "-p",
        str(port),
        "--no-detect-systemd",
    ]
    command += [
        "-d",
        str(directory / "calendars"),
        "--state-dir",
        str(directory / "state"),
        "--autocreate",
        "--defaults",
    ]
    account = Account(f"http://127.0.0.1:{port}/user/calendars/", "anybody", "anything")
    return Running(Launch(tuple(command), os.environ, account))
