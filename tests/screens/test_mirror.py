"""Right to left every screen is the mirror image of itself, except clock, digits and keyboard (docs/look, 2)."""

from dataclasses import replace

import pytest

from screens.brush import bounds
from screens.look import Look
from screens.primitives import Glyphs, Icon, Primitive, Rect
from screens.tree import Node
from screens.typography import Face
from terminal.values import valueclass
from tests.screens import reading
from tests.screens.showcase import SIZES, Page, look_of, screens, turn_pages, view

AS_IT_IS = ("key:", "keyboard", "clock", "countdown", "figure")


@valueclass(frozen=True)
class LatinLook(Look):
    """Latin letters in both directions, so that the same words are equally wide."""

    def sized(self, design_px: float, *, bold: bool = False) -> Face:
        """See `Look`."""
        return replace(super().sized(design_px, bold=bold), script="latin")


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("name", list(screens()))
def test_a_screen_from_right_to_left_is_the_mirror_image(name: str, orientation: str) -> None:
    for size in (1, 4) if orientation == "portrait" else (2, 3):
        for straight, mirrored in zip(*(_pages(name, orientation, size, way) for way in ("ltr", "rtl")), strict=True):
            assert [node.id for node in straight.tree.nodes] == [node.id for node in mirrored.tree.nodes]
            for a, b in zip(straight.tree.nodes, mirrored.tree.nodes, strict=True):
                assert b.bounds == _expected(a, straight, mirrored), f"{straight.where}: {a.id}"
                _same_drawing(a, b, straight)


def _pages(name: str, orientation: str, size: int, direction: str) -> list[Page]:
    plain = look_of(orientation, size)
    look = LatinLook(plain.width, plain.height, size=size, direction="rtl" if direction == "rtl" else "ltr")
    return list(turn_pages(view(screens()[name], look, "de"), "de"))


def _expected(node: Node, straight: Page, mirrored: Page) -> Rect:
    """Keys keep their order on the bed of the keyboard, wherever that stands."""
    if not node.id.startswith("key:"):
        return _turned(node.bounds, straight.look)
    before, after = straight.tree.find("keyboard"), mirrored.tree.find("keyboard")
    assert before is not None
    assert after is not None
    return replace(node.bounds, x=node.bounds.x + after.bounds.x - before.bounds.x)


def _turned(rect: Rect, look: Look) -> Rect:
    return Rect(look.width - rect.right, rect.y, rect.w, rect.h)


def _same_drawing(a: Node, b: Node, page: Page) -> None:
    if a.id.startswith(AS_IT_IS) or a.id == "field":
        return
    for one, other in zip(a.draw(False), b.draw(False), strict=True):
        wanted, got = _turned(_place(one), page.look), _place(other)
        rounding = 1 if isinstance(one, Glyphs | Icon) else 0  # what is centred may be off by the odd pixel
        assert abs(wanted.x - got.x) <= rounding, f"{page.where}: {one} in {a.id} is at {got}"
        assert (wanted.y, wanted.w, wanted.h) == (got.y, got.w, got.h)


def _place(part: Primitive) -> Rect:
    return reading.box(part) if isinstance(part, Glyphs) else bounds(part)


@pytest.mark.parametrize("size", SIZES)
def test_what_points_along_the_line_is_turned_and_nothing_else(size: int) -> None:
    turned: set[str] = set()
    straight: set[str] = set()
    for name in ("brandis-start", "specimen-find", "specimen-review", "specimen-ask-text-long", "specimen-read"):
        for page in _pages(name, "portrait", size, "rtl"):
            for node in page.tree.nodes:
                for part in node.draw(False):
                    if isinstance(part, Icon):
                        (turned if part.mirrored else straight).add(part.name)
    assert {"arrow-left", "arrow-right", "chevron-right", "chevron-left"} <= turned
    assert not turned & straight
    assert not turned & {"clock", "check", "phone", "search", "help"}
