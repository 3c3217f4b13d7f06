"""White pictures on the graphics card: text, icons, corner masks, codes. Colour is added when they are drawn.

Every picture is drawn pixel for pixel, so none is smoothed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from screens import iconry, shapes, vector
from screens.typography import Direction, Face, glyph_height, ruler, typesetter, width

_TEXT_BYTES = 16 * 2**20  # several screens of text at 1080 x 1920


class Textures:
    """Kivy textures by what they show. Text is bounded: the least recently drawn goes first."""

    def __init__(self, text_bytes: int = _TEXT_BYTES) -> None:
        self._bound = text_bytes
        self._bytes = 0
        self._texts: OrderedDict[tuple[str, Face, Direction], Any] = OrderedDict()
        self._fixed: dict[tuple[object, ...], Any] = {}

    def text(self, text: str, face: Face, direction: Direction) -> Any | None:
        """One line, as high as the font; None when there is nothing to see."""
        key = (text, face, direction)
        texture = self._texts.get(key)
        if texture is None:
            texture = _rendered(text, face, direction)
            if texture is None:
                return None
            self._texts[key] = texture
            self._bytes += _size_in_bytes(texture)
        self._texts.move_to_end(key)
        while self._bytes > self._bound and len(self._texts) > 1:
            self._bytes -= _size_in_bytes(self._texts.popitem(last=False)[1])
        return texture

    def icon(self, name: str, px: int, mirrored: bool, angle: int) -> Any:
        """Raises KeyError for an unknown name."""
        key = ("icon", name, px, mirrored, angle)
        return self._once(key, lambda: _white(vector.rendered(iconry.drawing(name, mirrored, angle), px, px)))

    def disc(self, radius: int) -> Any:
        return self._once(("disc", radius), lambda: _white(vector.square(*shapes.disc(radius))))

    def solid(self) -> Any:
        """One white pixel; unlike Kivy's own it is not smoothed, which halves the cost of large areas."""
        return self._once(("solid",), lambda: grey((1, 1), b"\xff"))

    def ring(self, radius: int, width: int) -> Any:
        return self._once(("ring", radius, width), lambda: _white(vector.square(*shapes.ring(radius, width))))

    def picture(self, file: str, w: int, h: int) -> Any:
        """A PNG file, scaled to fit into `w` x `h` px. Raises OSError when it cannot be read as a picture."""
        return self._once(("picture", file, w, h), lambda: _scaled(file, w, h))

    def forget(self) -> None:
        """Drop every text."""
        self._texts.clear()
        self._bytes = 0

    def _once(self, key: tuple[object, ...], make: Callable[[], Any]) -> Any:
        if key not in self._fixed:
            self._fixed[key] = make()
        return self._fixed[key]


def grey(size: tuple[int, int], pixels: bytes) -> Any:
    """An opaque texture of `size` px, of one byte for each pixel, 255 for white, the upper row first."""
    return _texture(size, "luminance", pixels)


def _white(drawing: vector.Drawing) -> Any:
    return _texture((drawing.width, drawing.height), "luminance_alpha", drawing.pixels)


def _scaled(file: str, w: int, h: int) -> Any:
    from PIL import Image, ImageOps  # a town without such a picture need not wait for it

    with Image.open(file) as opened:
        scaled = ImageOps.contain(opened.convert("RGBA"), (w, h), Image.Resampling.LANCZOS)
    return _texture(scaled.size, "rgba", scaled.tobytes())


def _rendered(text: str, face: Face, direction: Direction) -> Any | None:
    from kivy.core.text._text_sdl2 import _SurfaceContainer

    size = width(text, face), glyph_height(face)
    if size[0] == 0:
        return None
    surface = _SurfaceContainer(*size)
    surface.render(typesetter(face, direction), text, 0, 0)
    if typesetter(face, direction) is not ruler(face):
        # SDL's font keeps the direction that it drew in, and measuring would find it.
        _SurfaceContainer(1, 1).render(ruler(face), " ", 0, 0)
    return _texture(size, "rgba", surface.get_data().data)


def _texture(size: tuple[int, int], colour_format: str, data: bytes) -> Any:
    from kivy.graphics.texture import Texture

    texture = Texture.create(size=size, colorfmt=colour_format)
    texture.mag_filter = texture.min_filter = "nearest"
    texture.blit_buffer(data, colorfmt=colour_format, bufferfmt="ubyte")
    texture.flip_vertical()  # pictures begin at the top, OpenGL at the bottom
    return texture


def _size_in_bytes(texture: Any) -> int:
    return int(texture.width * texture.height * 4)
