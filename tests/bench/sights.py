"""Where to look and press: both contenders draw the same two screens of 1080 x 1920 px in the same places."""

from tests.bench.observer import Sight

_TEXT = (0x13, 0x15, 0x25)
_ACTION = (0x20, 0x44, 0xAA)
_SURFACE = (0xF3, 0xF4, 0xF7)
_ACCENT = (0x8B, 0x44, 0x37)
_BACKGROUND = (0xFF, 0xFF, 0xFF)

START = (
    Sight(800, 560, _ACTION),
    Sight(800, 760, _ACTION),
    Sight(54, 10, _ACCENT),
    Sight(600, 1900, _SURFACE),
    Sight(60, 350, _TEXT, w=300, pixels=20),  # one row of pixels through the title
)
"""The start screen stands: tiles, banner, bar and title."""

PRESSED = (Sight(800, 560, _BACKGROUND),)
"""The first tile looks pressed: a filled one becomes an outlined one."""

OFFICES = (Sight(800, 690, _BACKGROUND), Sight(168, 1230, _TEXT, w=300, pixels=20), Sight(600, 1900, _SURFACE))
"""The list of offices stands, down to the name of the last one."""

TILE = (800, 620)
BACK = {"kiosk": (446, 1845), "chromium": (452, 1845)}
END_VISIT = (180, 1845)
NOWHERE = (540, 1500)
