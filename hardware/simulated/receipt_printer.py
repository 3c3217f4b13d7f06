"""A receipt printer that is not there: it speaks ESC/POS on its wire, and its paper comes out as PNG files.

Its condition and its paper lie in a directory, because a printer outlives the visits that print on it. `dies` is a
printer that loses its power in the middle of the next slip; then it is off.
"""

import os
from collections.abc import Callable, Mapping
from enum import Enum
from itertools import count
from pathlib import Path
from shutil import copyfile
from threading import get_ident

from PIL import Image

from hardware.escpos_receipt_printer.connecting import Connect
from hardware.escpos_receipt_printer.time_limit import TimeLimit
from hardware.escpos_receipt_printer.wire import Wire
from hardware.simulated.escpos_stream import EscposStream
from hardware.simulated.paper import CELL_WIDE, Paper

_DIES_AFTER = 180
"""Dots of paper: the title is out."""


class Condition(Enum):
    """What can be set from the desk."""

    OK = "ok"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    DIES = "dies"


_STATUS: Mapping[Condition, tuple[int, int, int, int]] = {
    Condition.OK: (0x12, 0x12, 0x12, 0x12),
    Condition.DIES: (0x12, 0x12, 0x12, 0x12),
    Condition.PAPER_LOW: (0x12, 0x12, 0x12, 0x1E),
    Condition.PAPER_OUT: (0x1A, 0x32, 0x12, 0x7E),
    Condition.COVER_OPEN: (0x1A, 0x16, 0x12, 0x12),
}
"""Answers to DLE EOT 1, 2, 3 and 4."""
_PRINTING = (Condition.OK, Condition.PAPER_LOW, Condition.DIES)
_CLEAR_BUFFER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
_BUFFER_CLEARED = b"\x37\x25\x00"
_BUFFER_BYTES = 65536


class Tray:
    """The directory: what the printer's condition is, and what has come out of it."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def condition(self) -> Condition:
        """As last set; OK at first."""
        try:
            return Condition((self._directory / "condition").read_text(encoding="ascii"))
        except (OSError, ValueError):
            return Condition.OK

    @condition.setter
    def condition(self, condition: Condition) -> None:
        fresh = self._directory / f"condition.{os.getpid()}"
        fresh.write_text(condition.value, encoding="ascii")
        fresh.replace(self._directory / "condition")

    @property
    def sheets(self) -> list[Path]:
        """The PNG files, oldest first."""
        return sorted(self._directory.glob("slip-*.png"))

    def add(self, sheet: Image.Image) -> None:
        """A piece of paper has come out. It gets the next number also when another visit prints at the same time."""
        fresh = self._directory / f"sheet.{os.getpid()}.{get_ident()}"
        sheet.save(fresh, "PNG")
        for number in count(len(self.sheets) + 1):
            try:
                os.link(fresh, self._directory / f"slip-{number:04}.png")
            except FileExistsError:
                continue
            break
        fresh.unlink()

    def copy_to(self, directory: Path) -> list[Path]:
        """Copies all sheets. Raises OSError."""
        directory.mkdir(parents=True, exist_ok=True)
        return [Path(copyfile(sheet, directory / sheet.name)) for sheet in self.sheets]


class SimulatedReceiptPrinter:
    """Connect the driver to it: `EscposReceiptPrinter(SimulatedReceiptPrinter(...).connect, ...)`."""

    def __init__(self, tray: Tray, columns: int, regular: Path, bold: Path) -> None:
        self.tray = tray
        self._paper: Callable[[], Paper] = lambda: Paper(columns * CELL_WIDE, regular, bold)

    @property
    def connect(self) -> Connect:
        """See `hardware.escpos_receipt_printer.connecting`."""
        return self._connected

    def _connected(self, limit: TimeLimit) -> Wire:
        if self.tray.condition is Condition.OFFLINE:
            raise ConnectionRefusedError("the printer is off")
        return _Session(self.tray, self._paper())


class _Session:
    """One connection: real-time commands are obeyed at once, the others when it can print."""

    def __init__(self, tray: Tray, paper: Paper) -> None:
        self._tray = tray
        self._paper = paper
        self._condition = tray.condition
        self._stream = EscposStream(paper, self, lambda: self._condition is Condition.PAPER_LOW)
        self._waiting = bytearray()
        self._recent = b""
        self._answers = bytearray()

    def write(self, data: bytes, limit: TimeLimit) -> None:
        """See `Wire.write`."""
        self._look()
        for byte in data:
            self._waiting.append(byte)
            self._obey_at_once(byte)
            self._print()
        if len(self._waiting) > _BUFFER_BYTES:
            raise TimeoutError("the printer takes nothing any more")

    def read(self, limit: TimeLimit) -> bytes:
        """See `Wire.read`."""
        self._look()
        self._print()
        if not self._answers:
            raise TimeoutError("the printer says nothing")
        said = bytes(self._answers)
        self._answers.clear()
        return said

    def close(self) -> None:
        """See `Wire.close`. What hangs out is torn off."""
        self.cut_off(self._paper.cut())

    def cut_off(self, sheet: Image.Image | None) -> None:
        """See `Machine.cut_off`."""
        if sheet:
            self._tray.add(sheet)

    def answer(self, data: bytes) -> None:
        """See `Machine.answer`."""
        self._answers += data

    def _look(self) -> None:
        self._condition = self._tray.condition
        if self._condition is Condition.OFFLINE:
            raise ConnectionResetError("the printer has no power")

    def _obey_at_once(self, byte: int) -> None:
        self._recent = self._recent[1 - len(_CLEAR_BUFFER) :] + bytes([byte])
        if self._recent[-3:-1] == b"\x10\x04" and 1 <= byte <= 4:
            self._answers.append(_STATUS[self._condition][byte - 1])
        elif self._recent == _CLEAR_BUFFER:
            self._waiting.clear()
            self._answers += _BUFFER_CLEARED

    def _print(self) -> None:
        if self._condition not in _PRINTING:
            return
        self._stream.feed(bytes(self._waiting))
        self._waiting.clear()
        if self._condition is Condition.DIES and self._paper.length > _DIES_AFTER:
            self._tray.condition = Condition.OFFLINE
            self._look()
