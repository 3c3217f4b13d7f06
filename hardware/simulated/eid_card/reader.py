"""Starts a `lab` and talks to it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_PROGRAMS = ("unshare", "setpriv", "/usr/sbin/pcscd")


class ReaderNotStartedError(Exception):
    """The simulated reader did not come up; the text says why."""


class SimulatedReader:
    """A reader that lives as long as this object is open. Raises `ReaderNotStartedError`."""

    def __init__(self, directory: Path) -> None:
        self._socket = directory / "pcscd" / "pcscd.comm"
        own_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        command = [
            *("unshare", *own_user, "--net", "--mount", sys.executable),
            *("-m", "hardware.simulated.eid_card.lab", str(directory)),
        ]
        self._lab = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        if self._hear() != "ok":
            raise ReaderNotStartedError(self._lab.communicate()[1][-500:])

    @staticmethod
    def possible() -> bool:
        """Whether the programs that it needs are installed."""
        return all(shutil.which(program) for program in _PROGRAMS) and any(
            Path("/usr/lib/pcsc/drivers/serial").glob("libifdvpcd*")
        )

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program must know to find this reader instead of the system's (pcsc-lite's `PCSCLITE_CSOCK_NAME`)."""
        return {"PCSCLITE_CSOCK_NAME": str(self._socket)}

    def ask(self, request: str) -> str:
        """One request of `lab`, and its answer; "gone" when the reader's process has ended."""
        if not self._lab.stdin or self._lab.poll() is not None:
            return "gone"
        self._lab.stdin.write(request + "\n")
        self._lab.stdin.flush()
        return self._hear()

    def close(self) -> None:
        """Take it apart."""
        if self._lab.stdin:
            self._lab.stdin.close()
        self._lab.wait()

    def _hear(self) -> str:
        return self._lab.stdout.readline().strip() if self._lab.stdout else ""
