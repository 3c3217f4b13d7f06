"""The PIN, CAN and PUK of a card and how many tries are left: TR-03110-2, 3.3, and part C of TR-03127."""

from dataclasses import dataclass
from enum import IntEnum

OK = b"\x90\x00"
_BLOCKED = b"\x69\x83"
_SUSPENDED = b"\x69\x85"


class Password(IntEnum):
    """References of passwords (TR-03110-3, B.11.1)."""

    CAN = 2
    PIN = 3
    PUK = 4


@dataclass
class Secrets:
    """`transport`: the PIN is still the five digits of the letter. `tries` of the PIN: 3 down to 0; with 1 the CAN comes first."""

    pin: str = "123456"
    can: str = "500540"
    puk: str = "9876543210"
    tries: int = 3
    puk_uses: int = 10
    transport: bool = False
    switched_off: bool = False

    def of(self, password: Password) -> str:
        """What has to be known."""
        return {Password.CAN: self.can, Password.PIN: self.pin, Password.PUK: self.puk}[password]

    @property
    def status(self) -> bytes:
        """What the card says of its PIN when asked for it."""
        if self.switched_off:
            return b"\x62\x83"
        if self.tries == 3 and not self.transport:
            return OK
        return bytes([0x63, (0xD0 if self.transport else 0xC0) | self.tries])

    def refusal(self, password: Password, before: Password | None) -> bytes | None:
        """Why `password` may not be tried now, after `before` was shown to be known; None: it may."""
        if password is not Password.PIN:
            return None
        if self.switched_off or self.tries == 0:
            return _BLOCKED
        return _SUSPENDED if self.tries == 1 and before is not Password.CAN else None

    def tried(self, password: Password, *, right: bool) -> bytes:
        """Somebody has tried; the status word."""
        if password is not Password.PIN:
            return OK if right else b"\x63\x00"
        self.tries = 3 if right else self.tries - 1
        return OK if right else self.status

    def change(self, pin: str) -> bytes:
        """A new PIN; the transport PIN is no more."""
        self.pin, self.transport = pin, False
        return OK

    def unblock(self) -> bytes:
        """Three tries again, as often as the PUK may be used."""
        if not self.puk_uses:
            return _BLOCKED
        self.puk_uses -= 1
        self.tries = 3
        return OK
