"""Icons as coverage masks, rendered at exactly the size in which they are drawn, so that one serves every theme."""

from __future__ import annotations

from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngImageFile
from resvg_py import svg_to_bytes

_FOLDER = Path(__file__).parent / "icons"

# What points along the line of reading turns round with it (LOOK.md, section 7).
MIRRORED_IN_RTL = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "external-link", "logout", "backspace"}
)


@cache
def names() -> frozenset[str]:
    """Every icon there is."""
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


@lru_cache(maxsize=128)
def coverage(name: str, px: int, mirrored: bool = False, angle: int = 0) -> Image.Image:
    """The icon as a grey picture of `px` x `px`, 255 where it is solid, turned by `angle` degrees clockwise.

    Raises KeyError for an unknown name.
    """
    if name not in names():
        raise KeyError(f"no icon is called {name!r}")
    svg = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", "#FFFFFF")
    # No icon holds text: looking through the system's fonts would only take time.
    png = svg_to_bytes(svg_string=svg, width=px, height=px, skip_system_fonts=True)
    picture = PngImageFile(BytesIO(png)).convert("RGBA").getchannel("A")
    if mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return picture.rotate(-angle, Image.Resampling.BICUBIC) if angle % 360 else picture
