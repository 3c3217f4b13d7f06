"""White drawings, rendered at exactly the size in which they are drawn: one serves every colour of every theme.

Rendered by resvg and unpacked by Kivy's own SDL: Pillow, for all it can do, takes 10 ms to import, and the first picture waits for
none of it.
"""

from __future__ import annotations

from resvg_py import svg_to_bytes

from terminal.values import valueclass

_RGBA = 4
"""Bytes of a pixel."""


@valueclass(frozen=True)
class Drawing:
    """`coverage`: a byte for each of `width` x `height` px, the upper row first, 255 where it is solid."""

    width: int
    height: int
    coverage: bytes

    @property
    def rows(self) -> list[bytes]:
        """The coverage of each row."""
        return [self.coverage[at : at + self.width] for at in range(0, len(self.coverage), self.width)]

    @property
    def pixels(self) -> bytes:
        """Luminance and alpha of each: white, whatever it was drawn with."""
        white = bytearray(b"\xff") * (2 * len(self.coverage))
        white[1::2] = self.coverage
        return bytes(white)


def square(corner: str, side: int) -> Drawing:
    """The square whose upper left corner, up to its middle row and column, is `corner`: SVG, `side` px wide and high."""
    half = rendered(corner, side, side)
    rows = [row + row[-2::-1] for row in half.rows]
    return Drawing(2 * side - 1, 2 * side - 1, b"".join([*rows, *rows[-2::-1]]))


def rendered(svg: str, width: int, height: int) -> Drawing:
    """The drawing in `svg`, `width` x `height` px. Raises ValueError when it is none."""
    from kivy.core.image import _img_sdl2

    # No drawing holds text: looking through the system's fonts would only take time.
    png = svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    _, _, colour_format, pixels, row_bytes = _img_sdl2.load_from_memory(png)
    if (colour_format, row_bytes) != ("rgba", width * _RGBA):
        raise ValueError(f"a drawing came as {colour_format} with {row_bytes} bytes a row")
    return Drawing(width, height, bytes(pixels[_RGBA - 1 :: _RGBA]))
