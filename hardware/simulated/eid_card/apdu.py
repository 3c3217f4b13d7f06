"""Command APDUs, short and extended (ISO/IEC 7816-4, 5.1)."""

from dataclasses import replace

from terminal.values import valueclass


@valueclass(frozen=True)
class Command:
    """`wanted` is how many bytes the answer may have, None if it is not said."""

    cla: int
    instruction: int
    p1: int
    p2: int
    data: bytes = b""
    wanted: int | None = None

    @property
    def secured(self) -> bool:
        """Whether it says that it is under secure messaging."""
        return self.cla & 0x0C == 0x0C

    @property
    def header(self) -> bytes:
        """The first four bytes."""
        return bytes([self.cla, self.instruction, self.p1, self.p2])

    def holding(self, data: bytes, length: bytes | None) -> "Command":
        """The same with its data in plain; `length` as secure messaging carries it."""
        return replace(self, data=data, wanted=_wanted(length) if length else None)


def command_of(apdu: bytes) -> Command:
    """The command. Raises ValueError when it is shorter than it says."""
    if len(apdu) < 4:
        raise ValueError("no header")
    cla, instruction, p1, p2 = apdu[:4]
    body = apdu[4:]
    if len(body) <= 1:
        return Command(cla, instruction, p1, p2, b"", _wanted(body))
    if body[0] == 0 and len(body) > 3:
        size, start = int.from_bytes(body[1:3], "big"), 3
    elif body[0] == 0:
        return Command(cla, instruction, p1, p2, b"", _wanted(body[1:]))
    else:
        size, start = body[0], 1
    if len(body) < start + size:
        raise ValueError("cut short")
    return Command(cla, instruction, p1, p2, body[start : start + size], _wanted(body[start + size :]))


def _wanted(length: bytes) -> int | None:
    if not length:
        return None
    return int.from_bytes(length, "big") or (256 if len(length) == 1 else 65536)
