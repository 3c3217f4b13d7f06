"""What a screen is drawn from: plain frozen values, without any Kivy in them.

All numbers are whole pixels. The origin is the top left corner of the window and y grows downwards. A colour is the name of
a token ("bg", "text", "action", ...) that the painter looks up in its palette, so that one tree can be painted in every theme.
Left and right are meant physically: whoever lays a screen out has already mirrored it for right-to-left languages.
"""

from __future__ import annotations

from typing import Literal

from screens.typography import Direction, Face
from terminal.values import valueclass

Corners = Literal["all", "none", "top", "bottom", "left", "right"]


@valueclass(frozen=True)
class Rect:
    """A rectangle in px; `x`, `y` is its top left pixel, `right` and `bottom` are the first pixels outside."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    @property
    def empty(self) -> bool:
        return self.w <= 0 or self.h <= 0

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def intersects(self, other: Rect) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def encloses(self, other: Rect) -> bool:
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def union(self, other: Rect) -> Rect:
        """The smallest rectangle around both; an empty one counts for nothing."""
        if self.empty:
            return other
        if other.empty:
            return self
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def intersection(self, other: Rect) -> Rect:
        x, y = max(self.x, other.x), max(self.y, other.y)
        w, h = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, max(0, w), max(0, h))

    def outset(self, px: int) -> Rect:
        """Grown by `px` on all four sides; negative shrinks."""
        return Rect(self.x - px, self.y - px, self.w + 2 * px, self.h + 2 * px)


@valueclass(frozen=True)
class Fill:
    """A filled rectangle; `corners` says which corners `radius` rounds."""

    rect: Rect
    colour: str
    radius: int = 0
    corners: Corners = "all"


@valueclass(frozen=True)
class Ring:
    """A border `width` px wide, drawn inside `rect`; `radius` is that of its outer edge."""

    rect: Rect
    colour: str
    width: int
    radius: int = 0


@valueclass(frozen=True)
class Glyphs:
    """One line of text that is already wrapped.

    `x`, `y` is the top left of the line box, in which the glyphs stand vertically centred as in CSS. `line` is the height of
    that box; 0 stands for 1.3 times the size (LOOK.md, 3). `direction` is that of the whole line: a line that mixes
    directions comes as several `Glyphs`, one for each run. Letters are drawn as they are written, never joined: for Arabic the
    text must hold its presentation forms.
    """

    text: str
    x: int
    y: int
    face: Face
    colour: str
    line: int = 0
    direction: Direction = "ltr"


@valueclass(frozen=True)
class Icon:
    """An icon of screens/icons, as large as the smaller side of `rect` and centred in it; `angle` turns it, degrees clockwise."""

    name: str
    rect: Rect
    colour: str
    mirrored: bool = False
    angle: int = 0


@valueclass(frozen=True)
class Bitmap:
    """A code of square modules (QR), True = dark: always black on white, in every theme, without smoothing.

    The modules are as large as whole pixels allow and centred; the rest of `rect` is white. The quiet zone is part of `modules`.
    """

    rect: Rect
    modules: tuple[tuple[bool, ...], ...]


@valueclass(frozen=True)
class Picture:
    """A PNG file in its own colours, as large as fits into `rect` with its proportions kept, and centred (the town's arms)."""

    rect: Rect
    file: str


Primitive = Fill | Ring | Glyphs | Icon | Bitmap | Picture


@valueclass(frozen=True)
class PaintGroup:
    """What is rebuilt together when anything in it changes: usually one node of the tree. `id` is unique on a screen."""

    id: str
    primitives: tuple[Primitive, ...]
