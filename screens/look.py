"""How a screen looks, in one frozen value: change it, and the screen is laid out anew.

Sizes are those of docs/look: design px at 3.21 px/mm (a 27 inch Full-HD panel), scaled to the millimetres of the real screen.
"""

from enum import Enum

from screens.primitives import Rect
from screens.themes import LIGHT, Theme
from screens.typography import Direction, Face
from terminal.values import valueclass

DESIGN_PX_PER_MM = 3.21

_TYPE = {
    "small": (34, 42, 50, 56),
    "body": (38, 47, 56, 68),
    "label": (42, 52, 62, 76),
    "title": (64, 72, 80, 92),
}
_LANDSCAPE_TITLE = (60, 64, 68, 72)
_BAR = (152, 176, 272, 320)
_BAR_LANDSCAPE = (120, 120, 140, 152)
_HEADER = (152, 152, 152, 184)
_BUTTON = (120, 144, 168, 200)
_LOW_BUTTON = (88, 96, 108, 120)
_ROW = (136, 168, 208, 240)
_FIELD = (112, 136, 160, 184)
_TILE_ICON = (64, 72, 88, 104)


class Arrangement(Enum):
    """Where the two zones, *read* and *do*, stand."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@valueclass(frozen=True)
class Look:
    """`width`, `height`: the window in px; `px_per_mm` of the real screen; `size` 1 (normal) to 4 (largest)."""

    width: int
    height: int
    px_per_mm: float = DESIGN_PX_PER_MM
    size: int = 1
    theme: Theme = LIGHT
    direction: Direction = "ltr"

    @property
    def arrangement(self) -> Arrangement:
        """Landscape when the window is wider than high."""
        return Arrangement.LANDSCAPE if self.width > self.height else Arrangement.PORTRAIT

    @property
    def landscape(self) -> bool:
        """Shorthand for the arrangement."""
        return self.arrangement is Arrangement.LANDSCAPE

    @property
    def large(self) -> bool:
        """The two largest sizes, which change the arrangement of parts."""
        return self.size >= 3

    def px(self, design_px: float) -> int:
        """A length of the design in px of this screen."""
        return round(design_px * self.px_per_mm / DESIGN_PX_PER_MM)

    def mm(self, px: float) -> float:
        """A length on this screen in millimetres."""
        return px / self.px_per_mm

    def face(self, role: str, *, bold: bool = False) -> Face:
        """The face for a role: "small", "body", "label", "title"."""
        table = _LANDSCAPE_TITLE if role == "title" and self.landscape else _TYPE[role]
        return self.sized(table[self.size - 1], bold=bold)

    def sized(self, design_px: float, *, bold: bool = False) -> Face:
        """A face at a size of its own, for figures and the start screen."""
        return Face(bold=bold, px=self.px(design_px), script="arabic" if self.direction == "rtl" else "latin")

    def _step(self, table: tuple[int, int, int, int]) -> int:
        return self.px(table[self.size - 1])

    @property
    def margin(self) -> int:
        return self.px(48)

    @property
    def line(self) -> int:
        return max(1, self.px(self.theme.line))

    @property
    def strong(self) -> int:
        return max(2, self.px(self.theme.strong))

    @property
    def radius(self) -> int:
        return self.px(16)

    @property
    def small_radius(self) -> int:
        return self.px(8)

    @property
    def header(self) -> int:
        return self.px(136) if self.landscape else self._step(_HEADER)

    @property
    def bar(self) -> int:
        return self._step(_BAR_LANDSCAPE if self.landscape else _BAR)

    @property
    def button(self) -> int:
        return self.px((96, 108, 120, 132)[self.size - 1]) if self.landscape else self._step(_BUTTON)

    @property
    def low_button(self) -> int:
        return self._step(_LOW_BUTTON)

    @property
    def row(self) -> int:
        return self.px((112, 124, 136, 148)[self.size - 1]) if self.landscape else self._step(_ROW)

    @property
    def field(self) -> int:
        return self.px((104, 112, 120, 132)[self.size - 1]) if self.landscape else self._step(_FIELD)

    @property
    def tile_icon(self) -> int:
        return self.px((60, 64, 72, 80)[self.size - 1]) if self.landscape else self._step(_TILE_ICON)

    @property
    def read_width(self) -> int:
        """Width of *read*: the whole page in portrait, a column in landscape."""
        room = self.width - 2 * self.margin
        return min(self.px(600), room * 2 // 5) if self.landscape else room

    @property
    def do_width(self) -> int:
        """Width of *do*: what *read* leaves of the page in landscape."""
        room = self.width - 2 * self.margin
        return room - self.read_width - self.px(72) if self.landscape else room

    @property
    def window(self) -> Rect:
        """The whole window."""
        return Rect(0, 0, self.width, self.height)

    def start(self, rect: Rect, offset: int, width: int) -> int:
        """The x of something `width` wide that begins `offset` px after the start edge of `rect`, mirrored for RTL."""
        return rect.x + offset if self.direction == "ltr" else rect.right - offset - width
