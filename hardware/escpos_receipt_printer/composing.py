"""A slip as ESC/POS bytes: text in one code page, everything else as pictures.

python-escpos would look for a code page for each character (and print the euro in ISO 8859-7) and print "?" where it
finds none. Here one page is chosen once and every text is tried before: what it does not hold is drawn.
"""

import os
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hardware.escpos_receipt_printer.drawing import Drawing, Typeface
from hardware.escpos_receipt_printer.symbol import modules_of, side_of
from terminal.receipts.layout import Across, Columns, Pair, Row, Symbol, Text, set_out
from terminal.receipts.slip import Slip

if TYPE_CHECKING:
    from PIL.Image import Image

_CODE_PAGE = "CP1252"
_DOTS_A_CHARACTER = 12
_LARGEST_MODULE = 8
_BAND = 240
_NO_UNASKED_STATUS = b"\x1da\x00"
_SINGLE_BYTES = b"\x1c."
"""FS . ends two-byte characters, with which printers from East Asia begin."""
_AMERICAN_SIGNS = b"\x1bR\x00"
"""ESC R 0: other national sets print other signs for # $ @ [ ] and braces."""


class Composer:
    """For printers of one python-escpos `profile`, with paper of `columns` characters.

    Raises KeyError in `compose` for an unknown profile. `cache`: a directory of our own where python-escpos keeps what
    it has read of its profiles; it would leave a new one in /tmp otherwise, each time.
    """

    def __init__(self, profile: str, columns: Columns, typefaces: tuple[Typeface, ...], cache: Path) -> None:
        self._profile = profile
        self._columns = columns
        self._drawing = Drawing(typefaces, columns * _DOTS_A_CHARACTER)
        self._cache = cache

    def compose(self, slip: Slip) -> bytes:
        """The bytes that print and cut `slip`."""
        sheet = _Sheet(self._new_printer(), self._columns, self._drawing, drawn=slip.direction == "rtl")
        for row in set_out(slip):
            sheet.add(row)
        return sheet.finished()

    def _new_printer(self) -> Any:
        return self._printers(profile=self._profile)

    @cached_property
    def _printers(self) -> Any:
        os.environ.setdefault("ESCPOS_CAPABILITIES_PICKLE_DIR", str(self._cache))
        self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        from escpos.printer.dummy import Dummy  # a third of a second

        return Dummy


class _Sheet:
    """The bytes of one slip, growing."""

    def __init__(self, printer: Any, columns: int, drawing: Drawing, *, drawn: bool) -> None:
        self._printer = printer
        self._columns = columns
        self._drawing = drawing
        self._drawn = drawn
        self._encoding = "cp1252" if _CODE_PAGE in printer.profile.get_code_pages() else "ascii"
        printer.hw("INIT")
        printer._raw(_NO_UNASKED_STATUS + _SINGLE_BYTES + _AMERICAN_SIGNS)
        if self._encoding == "cp1252":
            printer.charcode(_CODE_PAGE)

    def add(self, row: Row) -> None:
        match row:
            case Text():
                self._text(row)
            case Pair():
                self._pair(row)
            case Symbol(data):
                self._symbol(data)
            case Across():
                self._line("-" * self._columns)

    def finished(self) -> bytes:
        self._printer.cut(mode="PART")
        return bytes(self._printer.output)

    def _text(self, text: Text) -> None:
        lines = text.lines(self._columns)
        if self._drawn or not all(map(self._encodes, lines)):
            self._picture(self._drawing.text(text, rightwards=not self._drawn))
            return
        self._style(text)
        for line in lines:
            self._line(line)
        self._style(Text(""))

    def _pair(self, pair: Pair) -> None:
        joined = pair.joined(self._columns)
        if self._drawn and (picture := self._drawing.pair(pair)):
            self._picture(picture)
        elif joined and not self._drawn and all(map(self._encodes, joined)):
            self._printer._raw(joined[0].encode(self._encoding))
            self._style(Text("", bold=True))
            self._line(joined[1])
            self._style(Text(""))
        else:
            for text in pair.apart():
                self._text(text)

    def _symbol(self, data: str) -> None:
        # Four modules of white around it: ISO/IEC 18004, 9.1.
        size = min(_LARGEST_MODULE, self._drawing.dots // (side_of(data) + 8))
        self._style(Text("", centred=True))
        if self._printer.profile.supports("qrCode"):
            self._line("")
            self._printer.qr(data, ec=1, size=size, native=True)
            self._line("")
            self._style(Text(""))
        else:
            self._style(Text(""))
            self._picture(self._drawing.symbol(modules_of(data), size))

    def _style(self, text: Text) -> None:
        self._printer.set(
            align="center" if text.centred else "left",
            bold=text.bold,
            normal_textsize=not text.double,
            double_width=text.double,
            double_height=text.double,
        )

    def _line(self, line: str) -> None:
        self._printer._raw(line.encode(self._encoding) + b"\n")

    def _picture(self, picture: "Image") -> None:
        """GS v 0: rows of dots, black is 1; in bands, for printers with little memory."""
        for top in range(0, picture.height, _BAND):
            band = picture.crop((0, top, picture.width, min(top + _BAND, picture.height)))
            header = b"\x1dv0\x00" + (band.width // 8).to_bytes(2, "little") + band.height.to_bytes(2, "little")
            self._printer._raw(header + harmless(bytes(255 - byte for byte in band.tobytes())))

    def _encodes(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True


def harmless(dots: bytes) -> bytes:
    """Without what printers take for a command in real time even here (DLE and EOT, ENQ or DC4): one dot less each."""
    return re.sub(b"\x10(?=[\x04\x05\x14])", b"\x00", dots)
