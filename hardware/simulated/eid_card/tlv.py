"""Tag, length, value, as cards write them (ISO/IEC 7816-4, 5.2.2)."""

from collections.abc import Iterable


def tlv(tag: int, value: bytes) -> bytes:
    """One object."""
    length = len(value)
    if length < 0x80:
        size = bytes([length])
    else:
        digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
        size = bytes([0x80 | len(digits)]) + digits
    return tag.to_bytes((tag.bit_length() + 7) // 8, "big") + size + value


def parsed(data: bytes) -> list[tuple[int, bytes]]:
    """The objects on the first level of `data`. Raises ValueError when they are cut short."""
    found: list[tuple[int, bytes]] = []
    rest = iter(data)
    for first in rest:
        tag = first << 8 | _next(rest) if first & 0x1F == 0x1F else first
        size = _next(rest)
        if size & 0x80:
            size = int.from_bytes(bytes(_next(rest) for _ in range(size & 0x7F)), "big")
        if size > len(data):
            raise ValueError("longer than what holds it")
        found.append((tag, bytes(_next(rest) for _ in range(size))))
    return found


def values(data: bytes) -> dict[int, bytes]:
    """The objects on the first level by tag."""
    return dict(parsed(data))


def sequence(parts: Iterable[bytes]) -> bytes:
    """A DER sequence."""
    return tlv(0x30, b"".join(parts))


def oid(encoded: str) -> bytes:
    """A DER object identifier, given its content in hexadecimal."""
    return tlv(6, bytes.fromhex(encoded))


def integer(number: int) -> bytes:
    """A small DER integer."""
    return tlv(2, bytes([number]))


def _next(rest: Iterable[int]) -> int:
    for byte in rest:
        return byte
    raise ValueError("cut short")
