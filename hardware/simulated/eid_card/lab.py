"""A card reader in software: pcscd with vpcd's readers in network and mount namespaces of its own, and the cards put onto it.

vpcd listens on all addresses, and pcscd's socket has one place in the system: so both get a system of their own, of which
only that socket comes out, as DIRECTORY/pcscd/pcscd.comm (`PCSCLITE_CSOCK_NAME` tells clients). Run as
`unshare --net --mount python -m hardware.simulated.eid_card.lab DIRECTORY`; see `reader.SimulatedReader` for who does.

Requests are lines on standard input, each answered by one line: `insert CARD`, `lie CARD SEED` (a card that answers wrongly now
and then), `remove`, `unplug`, `plug`, `crash` (the service dies, `plug` brings it back), `secrets`.
It ends with its standard input.
"""

import fcntl
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hardware.simulated.eid_card.lying import LyingCard
from hardware.simulated.eid_card.stock import CARDS
from hardware.simulated.eid_card.vpcd import CardOnReader

_SIOCSIFFLAGS, _IFF_UP = 0x8914, 1
_SWAP_S = 1.0
"""No hand is quicker, and pcscd looks at its readers only now and then."""
_READY_S = 10.0
_PACE_S = 0.02


class Lab:
    """One reader service and at most one card on it."""

    def __init__(self, directory: Path) -> None:
        self._sockets = directory / "pcscd"
        self._sockets.mkdir(parents=True, exist_ok=True)
        self._log = directory / "pcscd.log"
        self._service: subprocess.Popen[bytes] | None = None
        self._card: CardOnReader | None = None
        self._taken_s = 0.0

    def isolate(self) -> None:
        """Loopback up, and pcscd's place in /run taken by our directory."""
        _raise_loopback()
        _run("mount", "--bind", str(self._sockets), "/mnt")
        _run("mount", "-t", "tmpfs", "tmpfs", "/run")
        Path("/run/pcscd").mkdir()
        _run("mount", "--bind", "/mnt", "/run/pcscd")

    def plug(self) -> str:
        """Begin the service. Raises TimeoutError when it does not come up."""
        if self._service is None:
            with self._log.open("ab") as log:
                self._service = subprocess.Popen(
                    ["setpriv", "--pdeathsig", "KILL", "/usr/sbin/pcscd", "--foreground"], stdout=log, stderr=log
                )
            _wait(lambda: (self._sockets / "pcscd.comm").exists() and _reader_listens())
        return "ok"

    def unplug(self) -> str:
        """The reader is gone, and its service with it."""
        self.remove()
        if self._service:
            self._service.kill()
            self._service.wait()
            self._service = None
            for left in self._sockets.iterdir():
                left.unlink()
        return "ok"

    def crash(self) -> str:
        """The service dies where it stands; the card stays where it lies, but nobody asks it any more."""
        if self._service:
            self._service.kill()
            self._service.wait()
        return self.unplug()

    def insert(self, name: str, seed: int | None = None) -> str:
        """Put a fresh card of that name onto the reader, instead of what lies there. With a `seed` it lies."""
        if name not in CARDS:
            return "no such card"
        if self._service is None:
            return "no reader"
        self.remove()
        time.sleep(max(0.0, self._taken_s + _SWAP_S - time.monotonic()))
        card = CARDS[name]()
        self._card = CardOnReader(card, card if seed is None else LyingCard(card, seed))
        return "ok"

    def remove(self) -> str:
        """Take away the card, if there is one."""
        if self._card:
            self._card.remove()
            self._card = None
            self._taken_s = time.monotonic()
        return "ok"

    def secrets(self) -> str:
        """What the card on the reader knows, for tests: PIN, tries, uses of the PUK, and whether the PIN is the letter's."""
        if self._card is None:
            return "no card"
        known = self._card.card.secrets
        return f"{known.pin} {known.tries} {known.puk_uses} {known.transport}"

    def answer(self, line: str) -> str:
        """The answer to one request."""
        match line.split():
            case ["insert", name]:
                return self.insert(name)
            case ["lie", name, seed]:
                return self.insert(name, int(seed))
            case ["crash"]:
                return self.crash()
            case ["remove"]:
                return self.remove()
            case ["plug"]:
                return self.plug()
            case ["unplug"]:
                return self.unplug()
            case ["secrets"]:
                return self.secrets()
        return "no such request"


def main(directory: Path) -> None:
    """Serve requests until there are no more."""
    lab = Lab(directory)
    lab.isolate()
    _say(lab.plug())
    for line in sys.stdin:
        _say(lab.answer(line))
    lab.unplug()
    shutil.rmtree(directory, ignore_errors=True)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _raise_loopback() -> None:
    """See netdevice(7)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))


def _reader_listens() -> bool:
    """Whether vpcd waits for a card: port 35963 (8C7B) in state listen (0A), without connecting, which would be a card."""
    return any(" 00000000:8C7B " in line and " 0A " in line for line in Path("/proc/net/tcp").read_text().splitlines())


def _wait(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + _READY_S
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("pcscd did not come up")
        time.sleep(_PACE_S)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
