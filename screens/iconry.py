"""Icons as SVG, white."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "icons"

# What points along the line of reading turns round with it (LOOK.md, section 7).
MIRRORED_IN_RTL = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "external-link", "logout", "backspace"}
)

_SIDE = re.compile(r'(?<=\s)(width|height)="[0-9]+"')


@cache
def names() -> frozenset[str]:
    """Every icon there is."""
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


def drawing(name: str, mirrored: bool = False, angle: int = 0) -> str:
    """The icon, mirrored and then turned by `angle` degrees clockwise. Raises KeyError for an unknown name."""
    if name not in names():
        raise KeyError(f"no icon is called {name!r}")
    svg = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", "#FFFFFF")
    return _turned(svg, mirrored, angle) if mirrored or angle % 360 else svg


def _turned(svg: str, mirrored: bool, angle: int) -> str:
    inner = _SIDE.sub(r'\1="2"', svg, count=2)
    turn = f"rotate({angle % 360}) scale({-1 if mirrored else 1} 1) translate(-1 -1)"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 2 2"><g transform="{turn}">{inner}</g></svg>'
