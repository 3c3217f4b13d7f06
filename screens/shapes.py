"""Rounded corners as SVG: with multisampling off, smooth edges must come from a picture.

A shape is a small square: its corners, and one pixel between them. The painter stretches that middle pixel to any size (nine
patches), so that one serves every control with the same radius, in every colour. Its upper left corner with that pixel says all of it:
mirrored, the corners are alike to the pixel (`screens.vector.square`).
"""

from __future__ import annotations


def disc(radius: int) -> tuple[str, int]:
    """The corner of a filled square with corners rounded by `radius` px, and the corner's side: `radius` + 1 px."""
    side = radius + 1
    return _svg(side, _rounded_square(0, 2 * radius + 1, radius)), side


def ring(radius: int, width: int) -> tuple[str, int]:
    """The corner of a border `width` px wide around one pixel, and its side; `radius` rounds the outer corner, what is left of it the inner."""
    reach = max(radius, width)
    hole = _rounded_square(width, 2 * (reach - width) + 1, max(0, radius - width))
    return _svg(reach + 1, _rounded_square(0, 2 * reach + 1, radius) + hole), reach + 1


def _svg(side: int, path: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{path}" fill="#FFFFFF" fill-rule="evenodd"/></svg>'
    )


def _rounded_square(at: int, side: int, radius: int) -> str:
    r, straight = radius, side - 2 * radius
    corners = [f"a{r} {r} 0 0 1 {x} {y}" for x, y in ((r, r), (-r, r), (-r, -r), (r, -r))]
    edges = f"h{straight}", f"v{straight}", f"h{-straight}", f"v{-straight}"
    return f"M{at + r} {at}" + "".join(map(str.__add__, edges, corners)) + "z"
