"""An ESC/POS printer's understanding of its bytes, after Epson's ESC/POS reference. Shares nothing with the driver.

Understood: text in five code pages, line and paper feed, alignment, bold, sizes, QR codes (GS ( k), pictures (GS v 0,
GS ( L, ESC *), cutting and GS r; the other commands are skipped with their parameters. What is no command is ignored.
"""

from collections.abc import Callable, Generator
from typing import Protocol

from PIL import Image

from hardware.simulated.escpos_pictures import columns_of, qr_code, raster
from hardware.simulated.paper import LINE_HIGH, Align, Cell, Paper

_CODE_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 18: "cp852", 19: "cp858", 71: "cp1252"}
"""Epson's numbers, and 71 of the small printers from China."""
_ALIGNMENTS: dict[int, Align] = {0: "left", 1: "centre", 2: "right", 48: "left", 49: "centre", 50: "right"}
_MOST_PICTURE_BYTES = 1_000_000

_ESC_PARAMETERS = {
    **dict.fromkeys(b" !%-/?EGMRSTVacdeirtu{J3=9", 1),
    **dict.fromkeys(b"$\\p", 2),
    ord("p"): 3,
    ord("W"): 8,
}
_GS_PARAMETERS = {**dict.fromkeys(b"!/:BHabfhrw\x49", 1), **dict.fromkeys(b"LPWz$\\", 2), ord("*"): 2}

Reading = Generator[None, int, int]
Parsing = Generator[None, int, None]


class Machine(Protocol):
    """What the stream moves besides paper."""

    def cut_off(self, sheet: Image.Image | None) -> None:
        """A piece of paper is cut off."""

    def answer(self, data: bytes) -> None:
        """Say `data` to whoever is connected."""


class EscposStream:
    """Feed it bytes, in pieces of any size."""

    def __init__(self, paper: Paper, machine: Machine, paper_low: Callable[[], bool]) -> None:
        self._paper = paper
        self._machine = machine
        self._paper_low = paper_low
        self._initialise()
        self._stored: Image.Image | None = None
        self._qr = {"size": 3, "level": 48}
        self._qr_data = b""
        self._parsing = self._parse()
        next(self._parsing)

    def feed(self, data: bytes) -> None:
        """Do what `data` says."""
        for byte in data:
            self._parsing.send(byte)

    def _initialise(self) -> None:
        self._line: list[Cell] = []
        self._code_page = "cp437"
        self._align: Align = "left"
        self._bold = False
        self._wide = self._high = 1
        self._spacing = LINE_HIGH

    def _parse(self) -> Parsing:
        while True:
            byte = yield
            if byte == 0x0A:
                self._flush(always=True)
            elif byte == 0x1B:
                yield from self._escape()
            elif byte == 0x1D:
                yield from self._group()
            elif byte == 0x1C:
                yield from self._skip(1 if (yield) in b"!-WC" else 0)
            elif byte == 0x10:
                yield from self._real_time()
            elif byte >= 0x20:
                character = bytes([byte]).decode(self._code_page, "replace")
                self._line.append(Cell(character, self._bold, self._wide, self._high))
                if len(self._line) > 2 * self._paper.dots:
                    self._flush()

    def _real_time(self) -> Parsing:
        """Was obeyed when it arrived; here it is only skipped."""
        kind = yield
        if kind == 0x14:
            yield from self._skip({8: 7, 1: 2, 2: 2}.get((yield), 0))
        elif kind in (0x04, 0x05):
            yield from self._skip(1)

    def _escape(self) -> Parsing:
        command = yield
        if command == ord("@"):
            self._initialise()
        elif command == ord("2"):
            self._spacing = LINE_HIGH
        elif command == ord("*"):
            yield from self._column_picture()
        elif command == ord("D"):
            while (yield) != 0:
                pass
        elif command in _ESC_PARAMETERS:
            first = yield
            self._set(command, first)
            yield from self._skip(_ESC_PARAMETERS[command] - 1)

    def _set(self, command: int, value: int) -> None:
        match chr(command):
            case "a":
                self._align = _ALIGNMENTS.get(value, self._align)
            case "E" | "G":
                self._bold = bool(value & 1)
            case "!":
                self._bold = bool(value & 0x08)
                self._high, self._wide = 1 + bool(value & 0x10), 1 + bool(value & 0x20)
            case "t":
                self._code_page = _CODE_PAGES.get(value, "ascii")
            case "3":
                self._spacing = value
            case "d":
                self._flush()
                self._paper.feed(value * self._spacing)
            case "J":
                self._flush()
                self._paper.feed(value)

    def _group(self) -> Parsing:
        command = yield
        if command == ord("V"):
            yield from self._cut()
        elif command == ord("v"):
            yield from self._raster_picture()
        elif command == ord("("):
            yield from self._function()
        elif command == ord("8"):
            yield
            yield from self._skip((yield from self._number(4)))
        elif command == ord("k"):
            yield from self._bar_code()
        elif command in _GS_PARAMETERS:
            first = yield
            if command == ord("!"):
                self._wide, self._high = 1 + (first >> 4 & 7), 1 + (first & 7)
            elif command == ord("r"):
                self._machine.answer(b"\x03" if self._paper_low() else b"\x00")
            yield from self._skip(_GS_PARAMETERS[command] - 1)

    def _cut(self) -> Parsing:
        how = yield
        if how in (65, 66, 97, 98, 103, 104):
            self._flush()
            self._paper.feed((yield))
        self._flush()
        self._machine.cut_off(self._paper.cut())

    def _bar_code(self) -> Parsing:
        kind = yield
        if kind >= 65:
            yield from self._skip((yield))
        else:
            while (yield) != 0:
                pass

    def _raster_picture(self) -> Parsing:
        yield  # "0"
        scale = yield
        wide = yield from self._number(2)
        high = yield from self._number(2)
        data = yield from self._take(wide * high)
        self._flush()
        self._print(raster(data, wide, high, 1 + (scale & 1), 1 + (scale >> 1 & 1)))

    def _column_picture(self) -> Parsing:
        mode = yield
        wide = yield from self._number(2)
        deep = 3 if mode in (32, 33) else 1
        data = yield from self._take(wide * deep)
        self._flush()
        self._print(columns_of(data, wide, deep, double=not mode & 1))

    def _function(self) -> Parsing:
        kind = yield
        length = yield from self._number(2)
        data = yield from self._take(length)
        if kind == ord("k") and len(data) >= 2 and data[0] == 49:
            self._qr_function(data[1], data[2:])
        elif kind == ord("L") and len(data) >= 2:
            self._graphics(data[1], data[2:])

    def _graphics(self, function: int, data: bytes) -> None:
        if function in (112, 113) and len(data) >= 8:
            wide, high = (data[4] + 256 * data[5] + 7) // 8, data[6] + 256 * data[7]
            self._stored = raster(data[8:], wide, high, data[1], data[2]) if wide * high <= len(data) - 8 else None
        elif function in (2, 50) and self._stored:
            self._flush()
            self._print(self._stored)

    def _qr_function(self, function: int, data: bytes) -> None:
        if function == 67 and data:
            self._qr["size"] = data[0]
        elif function == 69 and data:
            self._qr["level"] = data[0]
        elif function == 80:
            self._qr_data = data[1:]
        elif function == 81 and (picture := qr_code(self._qr_data, self._qr["size"], self._qr["level"])):
            self._flush()
            self._print(picture)

    def _print(self, picture: Image.Image) -> None:
        self._paper.picture(picture, self._align)

    def _flush(self, *, always: bool = False) -> None:
        if self._line or always:
            self._paper.line(self._line, self._align, self._spacing)
        self._line = []

    def _number(self, count: int) -> Reading:
        number = 0
        for place in range(count):
            number += (yield) << 8 * place
        return number

    def _skip(self, count: int) -> Parsing:
        for _ in range(count):
            yield

    def _take(self, count: int) -> Generator[None, int, bytes]:
        """`count` bytes; of more than fit into its memory the first ones."""
        taken = bytearray()
        for _ in range(count):
            byte = yield
            if len(taken) < _MOST_PICTURE_BYTES:
                taken.append(byte)
        return bytes(taken)
