"""A small reader of ESC/POS bytes that shares nothing with the driver: it refuses every command it does not know."""

from dataclasses import dataclass, field

_ESC = {ord("@"): 0, ord("R"): 1, ord("t"): 1, ord("a"): 1, ord("E"): 1, ord("!"): 1, ord("d"): 1}
_GS = {ord("a"): 1, ord("!"): 1, ord("r"): 1, ord("V"): 1}
PAGES = {16: "cp1252", 71: "cp1252"}


@dataclass
class Printout:
    """What the bytes print."""

    lines: list[str] = field(default_factory=list)
    codes: list[bytes] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(default_factory=list)
    cuts: int = 0
    pages: list[int] = field(default_factory=list)


def printout(data: bytes) -> Printout:
    """Raises ValueError at the first command that is unknown, and AssertionError for text before a code page."""
    out, line, at = Printout(), bytearray(), 0
    while at < len(data):
        byte, command, at = data[at], data[at + 1] if at + 1 < len(data) else 0, at + 1
        if byte == 0x0A:
            out.lines.append(line.decode(PAGES[out.pages[-1]] if out.pages else "ascii"))
            line.clear()
        elif byte >= 0x20:
            line.append(byte)
        elif byte == 0x1B and command in _ESC:
            if command == ord("t"):
                out.pages.append(data[at + 1])
            at += 1 + _ESC[command]
        elif byte == 0x1D and command in _GS:
            out.cuts += command == ord("V")
            at += 1 + _GS[command]
        elif byte == 0x1D and command == ord("("):
            length = int.from_bytes(data[at + 2 : at + 4], "little")
            body = data[at + 4 : at + 4 + length]
            if body[:3] == b"1P0":
                out.codes.append(body[3:])
            at += 4 + length
        elif byte == 0x1D and command == ord("v"):
            wide, high = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (3, 5))
            out.pictures.append((wide * 8, high))
            at += 7 + wide * high
        elif data[at - 1 : at + 1] == b"\x1c.":
            at += 1
        else:
            raise ValueError(f"unknown command {data[at - 1 : at + 4]!r} at {at - 1}")
    assert not line
    return out
