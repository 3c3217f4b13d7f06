"""What is really drawn: every node leaves ink where it says it is, and its states differ, also without colour."""

from dataclasses import replace
from itertools import cycle

import pytest
from PIL import Image, ImageChops

from screens.easel import Easel
from screens.look import Look
from screens.primitives import Rect
from screens.themes import THEMES, Theme
from screens.tree import Node, Role
from screens.window import KioskWindow
from tests.screens.showcase import PAIRS, Page, look_of, pages, screens, turn_pages, view

ACCENT = "#8B4437"
PAIRWISE = [(name, *one) for name, one in zip(screens(), cycle(PAIRS), strict=False)]
TELLING = [
    ("brandis-start", "option:town-hall"), ("brandis-start", "help"), ("brandis-start", "bar:comfort"),
    ("specimen-ask-text-long", "key:e"), ("specimen-ask-text-long", "main"), ("specimen-ask-text-long", "cover"),
    ("specimen-find", "search"), ("specimen-find", "option:residence"), ("specimen-find", "option:move"),
    ("specimen-review", "change:name"), ("specimen-read", "page:next"), ("specimen-adjust", "option:theme:light"),
]  # fmt: skip


@pytest.fixture(scope="module")
def easels(window: KioskWindow) -> dict[Look, Easel]:
    """One easel for each look, kept."""
    return {}


def draw(
    easels: dict[Look, Easel], page: Page, *, pressed: str | None = None, focus: Node | None = None
) -> Image.Image:
    """The picture of a page."""
    easel = easels.get(page.look) or easels.setdefault(page.look, Easel(page.look, ACCENT))
    return easel.draw(page.tree, page.look, pressed=pressed, focus=focus)


@pytest.mark.parametrize(("name", "language", "orientation", "size"), PAIRWISE)
def test_every_node_leaves_ink_within_its_bounds(
    name: str, language: str, orientation: str, size: int, easels: dict[Look, Easel]
) -> None:
    page = pages(name, orientation, size, language)[0]
    picture = draw(easels, page).convert("L")
    assert picture.size == (page.look.width, page.look.height)
    for node in page.told:
        if node.draw(False):
            low, high = picture.crop(box(node.bounds)).getextrema()
            assert high - low > 60, f"{page.where}: {node.id} cannot be seen"  # type: ignore[operator]


def test_the_pairs_cover_every_language_orientation_and_size() -> None:
    assert {one[1:] for one in PAIRWISE} == set(PAIRS)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
@pytest.mark.parametrize(("name", "id"), TELLING)
def test_pressed_and_focused_look_different_in_grey_and_only_around_the_node(
    name: str, id: str, theme: Theme, easels: dict[Look, Easel]
) -> None:
    page = themed(name, theme)
    node = page.tree.find(id)
    assert node is not None
    plain = draw(easels, page)
    ring = page.look.px(4) + page.look.strong
    for changed, place in (
        (draw(easels, page, pressed=id), node.bounds),
        (draw(easels, page, focus=node), node.bounds.outset(ring)),
    ):
        difference = ImageChops.difference(plain.convert("L"), changed.convert("L"))
        assert difference.getbbox() is not None
        left, top, right, bottom = difference.getbbox() or (0, 0, 0, 0)
        assert place.encloses(Rect(left, top, right - left, bottom - top))
        assert difference.getextrema()[1] > 60  # type: ignore[operator, index]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_selected_and_unavailable_options_differ_from_others_in_grey(theme: Theme, easels: dict[Look, Easel]) -> None:
    page = themed("specimen-find", theme)
    picture = draw(easels, page).convert("L")
    normal, unavailable, selected = (_border_and_fill(picture, page, id) for id in ("pass", "residence", "move"))
    assert normal[0] != normal[1]  # a border around the page's colour
    assert unavailable[0] == unavailable[1]  # none
    assert abs(selected[1] - normal[1]) > 60  # filled


def test_a_selected_setting_is_filled_and_has_no_need_of_colour(easels: dict[Look, Easel]) -> None:
    page = pages("brandis-aside-comfort", "portrait", 1, "de")[0]
    picture = draw(easels, page).convert("L")
    chosen, other = (_node(page, id).bounds for id in ("size:normal", "size:large"))
    fills = [picture.getpixel((place.x + place.w // 2, place.y + 12)) for place in (chosen, other)]
    assert abs(fills[0] - fills[1]) > 60  # type: ignore[operator]


def _node(page: Page, id: str) -> Node:
    node = page.tree.find(f"option:{id}")
    assert node is not None
    assert node.role is Role.OPTION
    return node


def _border_and_fill(picture: Image.Image, page: Page, id: str) -> tuple[int, int]:
    place = _node(page, id).bounds
    x = place.x + place.w // 2
    return int(picture.getpixel((x, place.y + 1))), int(picture.getpixel((x, place.y + 9)))  # type: ignore[arg-type]


def themed(name: str, theme: Theme) -> Page:
    """The first page of a screen in a theme."""
    look = replace(look_of("portrait", 1), theme=theme)
    return next(iter(turn_pages(view(screens()[name], look, "de"), "de")))


def box(rect: Rect) -> tuple[int, int, int, int]:
    """For PIL."""
    return rect.x, rect.y, rect.right, rect.bottom
