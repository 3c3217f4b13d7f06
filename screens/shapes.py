"""Masks of rounded corners: with multisampling off, smooth edges must come from a picture.

A mask is the coverage of a small square: its corners, and one pixel between them. The painter stretches that middle pixel to
any size (nine patches), so that one mask serves every control with the same radius, in every colour.
"""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

_OVERSAMPLING = 8


@lru_cache(maxsize=64)
def disc(radius: int) -> Image.Image:
    """Coverage of a filled square of 2 * `radius` + 1 px, its corners rounded by `radius` px."""
    return _rounded_square(2 * radius + 1, radius)


@lru_cache(maxsize=64)
def ring(radius: int, width: int) -> Image.Image:
    """Coverage of a border `width` px wide around one pixel; `radius` rounds its outer corners, what is left of it the inner."""
    side = 2 * max(radius, width) + 1
    hole = Image.new("L", (side, side), 0)
    hole.paste(_rounded_square(side - 2 * width, max(0, radius - width)), (width, width))
    return ImageChops.subtract(_rounded_square(side, radius), hole)


def _rounded_square(side: int, radius: int) -> Image.Image:
    large = Image.new("L", (side * _OVERSAMPLING, side * _OVERSAMPLING), 0)
    edge = side * _OVERSAMPLING - 1
    ImageDraw.Draw(large).rounded_rectangle((0, 0, edge, edge), radius * _OVERSAMPLING, fill=255)
    return large.resize((side, side), Image.Resampling.BOX)
