"""Paper in a simulated receipt printer: what was printed, dot by dot."""

import math
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from terminal.values import valueclass

CELL_WIDE, CELL_HIGH = 12, 24
LINE_HIGH = 30
MARGIN = 32
"""Dots at each side that no head reaches: 80 mm paper has 72 mm to print on, 58 mm has 48."""
LONGEST = 12000
"""Dots, one and a half metres: nothing that is printed here is longer, and no stream of bytes may fill the memory."""

Align = Literal["left", "centre", "right"]


@valueclass(frozen=True)
class Cell:
    """One character as the head prints it: `wide` and `high` are factors of 1 to 8."""

    character: str
    bold: bool = False
    wide: int = 1
    high: int = 1


class Paper:
    """A roll `dots` wide, and the part of it that has not been cut off."""

    def __init__(self, dots: int, regular: Path, bold: Path) -> None:
        self.dots = dots
        self._fonts = (regular, bold)
        self._bands: list[Image.Image] = []

    @property
    def length(self) -> int:
        """Dots printed or fed since the last cut."""
        return sum(band.height for band in self._bands)

    def feed(self, dots: int) -> None:
        """Move the paper on."""
        if dots > 0:
            self._add(Image.new("L", (self.dots, min(dots, LONGEST)), 255))

    def line(self, cells: list[Cell], align: Align, spacing: int) -> None:
        """Print one line; what does not fit goes on the next."""
        row: list[Cell] = []
        for cell in cells:
            if row and _wide(row) + cell.wide * CELL_WIDE > self.dots:
                self._row(row, align, spacing)
                row = []
            row.append(cell)
        self._row(row, align, spacing)

    def picture(self, picture: Image.Image, align: Align) -> None:
        """Print dots; what is wider than the paper is lost."""
        if not picture.height:
            return
        band = Image.new("L", (self.dots, min(picture.height, LONGEST)), 255)
        band.paste(picture, (self._start(picture.width, align), 0))
        self._add(band)

    def cut(self) -> Image.Image | None:
        """What comes out; None when nothing has been printed."""
        if not self._bands:
            return None
        sheet = Image.new("L", (self.dots + 2 * MARGIN, self.length), 255)
        top = 0
        for band in self._bands:
            sheet.paste(band, (MARGIN, top))
            top += band.height
        self._bands.clear()
        return sheet

    def _row(self, row: list[Cell], align: Align, spacing: int) -> None:
        high = max((cell.high for cell in row), default=1) * CELL_HIGH
        band = Image.new("L", (self.dots, max(high, spacing)), 255)
        x = self._start(_wide(row), align)
        for cell in row:
            stamp = _stamp(cell, self._fonts[cell.bold])
            band.paste(stamp, (x, high - stamp.height))
            x += stamp.width
        self._add(band)

    def _add(self, band: Image.Image) -> None:
        if self.length + band.height <= LONGEST:
            self._bands.append(band)

    def _start(self, wide: int, align: Align) -> int:
        free = max(0, self.dots - wide)
        return {"left": 0, "centre": free // 2, "right": free}[align]


def _wide(row: list[Cell]) -> int:
    return sum(cell.wide for cell in row) * CELL_WIDE


@lru_cache(maxsize=1024)
def _stamp(cell: Cell, font: Path) -> Image.Image:
    """The letter in the middle of its cell; the wide ones of our proportional font are squeezed into it."""
    wide = max(CELL_WIDE, math.ceil(_font(font).getlength(cell.character)))
    stamp = Image.new("L", (wide, CELL_HIGH), 255)
    ImageDraw.Draw(stamp).text((wide / 2, CELL_HIGH - 6), cell.character, fill=0, font=_font(font), anchor="ms")
    narrow = stamp.resize((CELL_WIDE, CELL_HIGH), Image.Resampling.LANCZOS)
    return narrow.resize((CELL_WIDE * cell.wide, CELL_HIGH * cell.high), Image.Resampling.NEAREST)


@lru_cache(maxsize=4)
def _font(file: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), 17, layout_engine=ImageFont.Layout.BASIC)
