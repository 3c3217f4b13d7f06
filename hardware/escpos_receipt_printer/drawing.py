"""Texts and codes as pictures of dots, black on white, each as wide as the paper (a whole number of bytes)."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from hardware.escpos_receipt_printer.symbol import Modules
from terminal.receipts.breaking import broken
from terminal.receipts.layout import Pair, Text
from terminal.values import valueclass

_SIZE = 24
"""Dots: the height of a printer's own font A."""
_LINE = 1.35


@valueclass(frozen=True)
class Typeface:
    """Font files. Of several the first that has all characters of a text is used."""

    regular: Path
    bold: Path


class Drawing:
    """Draws for paper of `dots`, rounded down to whole bytes."""

    def __init__(self, typefaces: Sequence[Typeface], dots: int) -> None:
        self._typefaces = typefaces
        self.dots = dots // 8 * 8

    def text(self, text: Text, *, rightwards: bool) -> Image.Image:
        """`text` in as many lines as it needs; not `rightwards`: Arabic and Hebrew."""
        font = self._font(text.text, 2 * _SIZE if text.double else _SIZE, bold=text.bold)
        lines = broken(text.text, self.dots, lambda line: round(font.getlength(line)))
        height = round(font.size * _LINE)
        picture = self._blank(height * len(lines))
        for number, line in enumerate(lines):
            free = max(0, self.dots - round(font.getlength(line)))
            start = free // 2 if text.centred else 0 if rightwards else free
            self._write(picture, line, font, start, height * number, rightwards=rightwards)
        return picture

    def pair(self, pair: Pair) -> Image.Image | None:
        """`pair` from right to left: the label at the right, the value at the left. None when they are too long."""
        label = self._font(pair.label, _SIZE, bold=False)
        value = self._font(pair.value, _SIZE, bold=True)
        wide = round(label.getlength(pair.label))
        if wide + round(value.getlength(pair.value)) + _SIZE > self.dots:
            return None
        picture = self._blank(round(_SIZE * _LINE))
        self._write(picture, pair.label, label, self.dots - wide, 0, rightwards=False)
        self._write(picture, pair.value, value, 0, 0, rightwards=False)
        return picture

    def symbol(self, modules: Modules, size: int) -> Image.Image:
        """A QR code in the middle, a module `size` dots, with four modules of white above and below."""
        code = Image.new("1", (len(modules), len(modules)), 1)
        code.putdata([0 if module else 1 for row in modules for module in row])
        side = size * len(modules)
        picture = self._blank(side + 8 * size)
        picture.paste(code.resize((side, side), Image.Resampling.NEAREST), ((self.dots - side) // 2, 4 * size))
        return picture

    def _blank(self, height: int) -> Image.Image:
        return Image.new("1", (self.dots, height), 1)

    @staticmethod
    def _write(
        picture: Image.Image, line: str, font: ImageFont.FreeTypeFont, x: int, y: int, *, rightwards: bool
    ) -> None:
        direction: Literal["ltr", "rtl"] = "ltr" if rightwards else "rtl"
        ImageDraw.Draw(picture).text((x, y), line, fill=0, font=font, direction=direction)

    def _font(self, text: str, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        fonts = [_loaded(face.bold if bold else face.regular, size) for face in self._typefaces]
        return next((font for font in fonts if all(_has(font, character) for character in text)), fonts[-1])


@lru_cache(maxsize=16)
def _loaded(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=1024)
def _has(font: ImageFont.FreeTypeFont, character: str) -> bool:
    """Whether the font can draw it: a font draws the same box for all that it has not."""
    return character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask("\U0010ffff"))
