"""Contrast of every theme (WCAG 2.2, 1.4.3 and 1.4.11; EN 301 549, 11.1.4.3 and 11.1.4.11), as docs/look section 4 asks."""

import pytest

from screens.look import Look
from screens.primitives import Rect, Ring
from screens.stage import ring
from screens.themes import THEMES, Theme
from screens.tree import Node, Role, undrawn

ACCENT = "#8B4437"
TEXT = [
    ("text", "bg"), ("text", "surface"), ("muted", "bg"), ("muted", "surface"), ("action", "bg"), ("action", "surface"),
    ("on-action", "action"), ("bg", "text"), ("danger", "bg"), ("on-accent", "accent"),
    *((kind, ground) for kind in ("info", "success", "warning", "danger") for ground in ("bg", "surface")),
]  # fmt: skip
SHAPES = [("border", "bg"), ("border", "surface"), ("focus", "bg"), ("action", "bg")]

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [byte / 255 for byte in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(a: str, b: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    bright, dim = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_formula_gives_the_ratios_that_are_known() -> None:
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@every_theme
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme: Theme, ink: str, ground: str) -> None:
    palette = theme.palette(ACCENT)
    assert ratio(palette[ink], palette[ground]) >= 4.5


@every_theme
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_borders_rings_and_icons_stand_out_from_their_ground(theme: Theme, shape: str, ground: str) -> None:
    palette = theme.palette(ACCENT)
    assert ratio(palette[shape], palette[ground]) >= 3


@pytest.mark.parametrize("theme", [theme for theme in THEMES.values() if theme.line > 3], ids=lambda theme: theme.id)
def test_high_contrast_themes_are_pure_black_and_white(theme: Theme) -> None:
    assert set(theme.palette(ACCENT).values()) == {"#000000", "#FFFFFF"}


@every_theme
def test_every_theme_has_every_colour(theme: Theme) -> None:
    assert set(theme.palette(ACCENT)) == set(THEMES["light"].palette(ACCENT))


@every_theme
def test_the_focus_ring_keeps_a_gap_in_the_colour_of_the_page(theme: Theme) -> None:
    """Focus and action are equally light: a ring that touched a filled button could not be seen in grey."""
    look = Look(1080, 1920, theme=theme)
    node = Node("main", Role.BUTTON, "Weiter", Rect(100, 100, 300, 120), undrawn, radius=look.radius)
    gap, line = ring(look, node)
    assert isinstance(gap, Ring)
    assert isinstance(line, Ring)
    assert (gap.colour, line.colour) == ("bg", "focus")
    assert gap.rect.outset(-gap.width) == node.bounds
    assert line.rect.outset(-line.width) == gap.rect
    assert look.mm(gap.width) >= 1.2
    assert look.mm(line.width) >= 1.8


@every_theme
def test_a_ring_around_a_filled_button_differs_from_its_gap_and_the_gap_from_the_button(theme: Theme) -> None:
    palette = theme.palette(ACCENT)
    assert ratio(palette["focus"], palette["bg"]) >= 3
    assert ratio(palette["bg"], palette["action"]) >= 3
