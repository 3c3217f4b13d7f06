"""Other screens than the usual one: what is large in millimetres may be little or much in pixels."""

from itertools import combinations

import pytest

from screens.brush import bounds
from screens.look import Look
from screens.primitives import Glyphs
from terminal.assembly.first_sight import px_per_mm
from tests.screens import reading
from tests.screens.showcase import Page, screens, turn_pages, view

PANELS = {
    "27-inch-4k-portrait": ((2160, 3840), (336, 598), (1, 4)),
    "32-inch-4k-landscape": ((3840, 2160), (708, 399), (1, 4)),
    "27-inch-768-portrait": ((768, 1366), (336, 598), (1,)),
    "24-inch-full-hd-portrait": ((1080, 1920), (299, 531), (1,)),
    "23-inch-full-hd-landscape": ((1920, 1080), (509, 286), (1,)),
    "26-inch-1280-landscape": ((1280, 800), (560, 350), (1,)),
    "24-inch-1024-landscape": ((1024, 768), (488, 366), (1,)),
}


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("name", [name for name in screens() if name.startswith(("brandis", "specimen"))])
def test_nothing_overlaps_or_leaves_other_panels(name: str, panel: str) -> None:
    (width, height), (width_mm, height_mm), sizes = PANELS[panel]
    px = px_per_mm((width_mm, height_mm), (width, height))
    for size in sizes:
        look = Look(width, height, px, size=size)
        for page in turn_pages(view(screens()[name], look, "de"), "de"):
            assert not problems(page)


def problems(page: Page) -> list[str]:
    """What leaves the window or overlaps on a page."""
    found = [
        f"{page.where}: {node.id} {node.bounds} leaves the window"
        for node in page.tree.nodes
        if not page.look.window.encloses(node.bounds)
    ]
    found += [
        f"{page.where}: {a.id} {a.bounds} and {b.id} {b.bounds}"
        for a, b in combinations(page.told, 2)
        if a.bounds.intersects(b.bounds)
    ]
    for node in page.told:
        lines = [reading.box(part) if isinstance(part, Glyphs) else bounds(part) for part in node.draw(False)]
        found += [f"{page.where}: {node.id} draws outside itself" for place in lines if not node.bounds.encloses(place)]
    return found
