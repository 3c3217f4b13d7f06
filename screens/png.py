"""Writes pixels as PNG (W3C, third edition): eight bits, RGB, no filter. Enough for screenshots, without an imaging library."""

import struct
import zlib
from pathlib import Path


def write(file: Path, width: int, height: int, rgb: bytes, *, bottom_up: bool) -> None:
    """Write `rgb`, three bytes a pixel in rows of `width`. Raises OSError."""
    stride = width * 3
    rows = [rgb[i : i + stride] for i in range(0, stride * height, stride)]
    if bottom_up:
        rows.reverse()
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b""))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
