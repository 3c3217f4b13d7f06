"""The page that the browser shows: our two screens, with our fonts and icons."""

import re
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_SCREENS = _HERE.parents[1] / "screens"
_ICON = re.compile(r"\{icon:([a-z0-9-]+):(\d+)\}")


def write_page(file: Path) -> None:
    """Write the page with its icons in it, as one would ship it; it takes the fonts from `screens/fonts`."""
    text = (_HERE / "page.html").read_text(encoding="utf-8").replace("{fonts}", (_SCREENS / "fonts").as_uri())
    file.write_text(_ICON.sub(lambda found: _svg(found[1], found[2]), text), encoding="utf-8")


def _svg(name: str, px: str) -> str:
    svg = " ".join((_SCREENS / "icons" / f"{name}.svg").read_text(encoding="utf-8").split())
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', rf'\1 width="{px}"', svg, count=1)
    return re.sub(r'(<svg[^>]*?) height="[^"]*"', rf'\1 height="{px}"', svg, count=1)
