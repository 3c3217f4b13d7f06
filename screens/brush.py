"""Turns one primitive into Kivy's instructions, and tells which pixels it covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from screens.primitives import Bitmap, Corners, Fill, Glyphs, Icon, Picture, Primitive, Rect, Ring
from screens.textures import Textures, grey
from screens.typography import content_height, glyph_height, line_height, width

_ROUNDED: dict[Corners, tuple[bool, bool, bool, bool]] = {  # top left, top right, bottom left, bottom right
    "all": (True, True, True, True),
    "none": (False, False, False, False),
    "top": (True, True, False, False),
    "bottom": (False, False, True, True),
    "left": (True, False, True, False),
    "right": (False, True, False, True),
}
_OWN_COLOURS = "#FFFFFF"  # what is multiplied with white stays as it is
_Patch = tuple[Rect, tuple[float, float, float, float]]  # pixels, and (left, top, right, bottom) in the mask


def bounds(primitive: Primitive) -> Rect:
    """Every pixel that the primitive can touch."""
    if not isinstance(primitive, Glyphs):
        return primitive.rect
    x, y = primitive.x, glyph_top(primitive)
    return Rect(x, y, width(primitive.text, primitive.face), glyph_height(primitive.face))


def glyph_top(glyphs: Glyphs) -> int:
    """y of the upper edge of the glyphs' picture: ascent and descent stand centred in the line box, as in CSS."""
    line = glyphs.line or line_height(glyphs.face)
    return glyphs.y + (line - content_height(glyphs.face)) // 2


class Brush:
    """Draws in one palette (token to "#RRGGBB") on a canvas `height` px high."""

    def __init__(self, height: int, palette: Mapping[str, str], textures: Textures) -> None:
        self._height = height
        self._palette = palette
        self._textures = textures

    def draw(self, group: Any, primitives: tuple[Primitive, ...]) -> None:
        """Append the instructions to Kivy's `group`. Raises KeyError for a colour or an icon that does not exist,
        OSError for a picture that cannot be read, ValueError for a code with more modules than pixels."""
        colour = ""
        for primitive in primitives:
            wanted = _OWN_COLOURS if isinstance(primitive, Bitmap | Picture) else self._palette[primitive.colour]
            if wanted != colour:
                colour = wanted
                group.add(_colour(colour))
            for instruction in self._instructions(primitive):
                group.add(instruction)

    def _instructions(self, primitive: Primitive) -> Iterator[Any]:
        match primitive:
            case Fill():
                return self._fill(primitive)
            case Ring():
                return self._ring(primitive)
            case Glyphs():
                return self._glyphs(primitive)
            case Icon():
                return self._icon(primitive)
            case Bitmap():
                return self._bitmap(primitive)
            case Picture():
                return self._picture(primitive)

    def _fill(self, fill: Fill) -> Iterator[Any]:
        """Only the corners are blended: in software GL, blending is most of what a large area costs."""
        from kivy.graphics import Callback

        radius = _clamped(fill.radius, fill.rect)
        patches = _patches(fill.rect, radius, _ROUNDED[fill.corners])
        yield Callback(_blend_off)
        yield self._mesh([patches[i] for i in (1, 3, 4, 5, 7)], self._textures.solid())
        yield Callback(_blend_on)
        if radius:
            yield self._mesh([patches[i] for i in _CORNERS], self._textures.disc(radius))

    def _ring(self, ring: Ring) -> Iterator[Any]:
        radius = _clamped(ring.radius, ring.rect)
        reach = max(radius, ring.width)
        patches = [patch for i, patch in enumerate(_patches(ring.rect, reach, _ROUNDED["all"])) if i != _MIDDLE]
        yield self._mesh(patches, self._textures.ring(radius, ring.width))

    def _glyphs(self, glyphs: Glyphs) -> Iterator[Any]:
        texture = self._textures.text(glyphs.text, glyphs.face, glyphs.direction)
        if texture is not None:
            yield self._rectangle(Rect(glyphs.x, glyph_top(glyphs), *texture.size), texture)

    def _icon(self, icon: Icon) -> Iterator[Any]:
        px = min(icon.rect.w, icon.rect.h)
        yield self._rectangle(
            _centred(icon.rect, px, px), self._textures.icon(icon.name, px, icon.mirrored, icon.angle)
        )

    def _bitmap(self, bitmap: Bitmap) -> Iterator[Any]:
        rect, rows, columns = bitmap.rect, len(bitmap.modules), len(bitmap.modules[0])
        module = min(rect.w // columns, rect.h // rows)
        if module == 0:
            raise ValueError(f"{columns} x {rows} modules do not fit into {rect.w} x {rect.h} px")
        pixels = bytes(0 if dark else 255 for row in bitmap.modules for dark in row)
        yield self._rectangle(rect)
        yield self._rectangle(_centred(rect, columns * module, rows * module), grey((columns, rows), pixels))

    def _picture(self, picture: Picture) -> Iterator[Any]:
        texture = self._textures.picture(picture.file, picture.rect.w, picture.rect.h)
        yield self._rectangle(_centred(picture.rect, *texture.size), texture)

    def _rectangle(self, rect: Rect, texture: Any = None) -> Any:
        from kivy.graphics import Rectangle

        return Rectangle(pos=(rect.x, self._height - rect.bottom), size=(rect.w, rect.h), texture=texture)

    def _mesh(self, patches: list[_Patch], mask: Any) -> Any:
        from kivy.graphics import Mesh

        vertices: list[float] = []
        indices: list[int] = []
        for rect, (left, top, right, bottom) in patches:
            first = len(vertices) // 4
            upper, lower = self._height - rect.y, self._height - rect.bottom
            vertices += (rect.x, upper, left, top, rect.right, upper, right, top)
            vertices += (rect.x, lower, left, bottom, rect.right, lower, right, bottom)
            indices += (first, first + 1, first + 2, first + 2, first + 1, first + 3)
        return Mesh(vertices=vertices, indices=indices, mode="triangles", texture=mask)


_MIDDLE = 4
_CORNERS = (0, 2, 6, 8)


def _patches(rect: Rect, reach: int, rounded: tuple[bool, bool, bool, bool]) -> list[_Patch]:
    """Nine patches, row by row; a corner that is not rounded shows the solid middle of the mask."""
    side = 2 * reach + 1
    marks = (0.0, reach / side, (reach + 1) / side, 1.0)
    xs = (rect.x, rect.x + reach, rect.right - reach, rect.right)
    ys = (rect.y, rect.y + reach, rect.bottom - reach, rect.bottom)
    square = {i for i, is_round in zip(_CORNERS, rounded, strict=True) if not is_round}
    patches: list[_Patch] = []
    for i in range(9):
        row, column = divmod(i, 3)
        area = Rect(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
        part = (1, 1) if i in square else (row, column)
        patches.append((area, (marks[part[1]], marks[part[0]], marks[part[1] + 1], marks[part[0] + 1])))
    return patches


def _centred(rect: Rect, w: int, h: int) -> Rect:
    return Rect(rect.x + (rect.w - w) // 2, rect.y + (rect.h - h) // 2, w, h)


def _clamped(radius: int, rect: Rect) -> int:
    return max(0, min(radius, rect.w // 2, rect.h // 2))


def _colour(rgb: str) -> Any:
    from kivy.graphics import Color

    red, green, blue = bytes.fromhex(rgb.removeprefix("#"))
    return Color(red / 255, green / 255, blue / 255, 1)


def _blend_off(_: Any) -> None:
    from kivy.graphics.opengl import GL_BLEND, glDisable

    glDisable(GL_BLEND)


def _blend_on(_: Any) -> None:
    from kivy.graphics.opengl import GL_BLEND, glEnable

    glEnable(GL_BLEND)
