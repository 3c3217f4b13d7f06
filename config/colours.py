"""Which accent colours a town may choose (the rules of the look for `town.accent`).

Contrast by WCAG 2.2; likeness as the distance in CIE L*a*b* (CIE 1976).
"""

import re

LEAST_CONTRAST = 4.5
LEAST_DISTANCE = 25.0

_DANGER = "#C31C13"
_ACTION = "#2044AA"
_WHITE = "#FFFFFF"
_D65 = (0.95047, 1.0, 1.08883)


def checked_accent(colour: str) -> str:
    """`colour` in capitals.

    Raises `ValueError` if it is not ``#RRGGBB``, too pale on white, or taken for danger or a button.
    """
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise ValueError('is not a colour; write it as "#8B4437"')
    ratio = contrast(colour, _WHITE)
    if ratio < LEAST_CONTRAST:
        # Rounded down: 4.499 must not read as "4.50 is less than 4.5".
        shown = int(ratio * 100) / 100
        raise ValueError(f"{colour} has a contrast of only {shown:.2f}:1 to white; it must be at least 4.5:1 (darker)")
    if distance(colour, _DANGER) < LEAST_DISTANCE:
        raise ValueError(f"{colour} looks like the red of warnings ({_DANGER}); choose another colour")
    if distance(colour, _ACTION) < LEAST_DISTANCE:
        raise ValueError(f"{colour} looks like the blue of buttons ({_ACTION}); choose another colour")
    return colour.upper()


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two ``#RRGGBB`` colours, 1..21."""
    lighter, darker = sorted((_xyz(one)[1], _xyz(other)[1]), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str) -> float:
    """How different two ``#RRGGBB`` colours look: 2 is just visible, black and white are 100 apart."""
    pairs = zip(_lab(one), _lab(other), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _xyz(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return (
        0.4124 * red + 0.3576 * green + 0.1805 * blue,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue,
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _lab(colour: str) -> tuple[float, float, float]:
    x, y, z = (_cube_root(value / white) for value, white in zip(_xyz(colour), _D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (841 / 108) * share + 4 / 29
