"""The painter rebuilds only what changed, and what it draws has the right pixels."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from screens import typography
from screens.brush import Brush, bounds
from screens.paint import Painter
from screens.primitives import Bitmap, Fill, Glyphs, Icon, PaintGroup, Picture, Rect, Ring
from screens.textures import Textures
from screens.typography import Face
from screens.window import KioskWindow

Pixel = Callable[[int, int], str]
FACE = Face(bold=True, px=42)


def group(name: str, colour: str = "text", x: int = 0) -> PaintGroup:
    return PaintGroup(name, (Fill(Rect(x, 0, 10, 10), colour),))


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The primitives of every group that was rebuilt."""
    calls: list[Any] = []
    real = Brush.draw

    def draw(self: Brush, instructions: Any, primitives: Any) -> None:
        calls.append(primitives)
        real(self, instructions, primitives)

    monkeypatch.setattr(Brush, "draw", draw)
    return calls


def test_the_first_picture_is_new_everywhere(painter: Painter) -> None:
    assert painter.paint([group("a")]) is None


def test_an_equal_picture_changes_nothing(painter: Painter, built: list[Any]) -> None:
    painter.paint([group("a"), group("b", x=20)])
    built.clear()
    assert painter.paint([group("a"), group("b", x=20)]) == []
    assert built == []


def test_only_the_changed_group_is_rebuilt(painter: Painter, built: list[Any]) -> None:
    painter.paint([group("a"), group("b", x=20)])
    built.clear()
    changed = group("b", "action", x=20)
    assert painter.paint([group("a"), changed]) == [Rect(20, 0, 10, 10)]
    assert built == [changed.primitives]


def test_a_moved_group_makes_its_old_and_new_place_dirty(painter: Painter) -> None:
    painter.paint([group("a"), group("b", x=20)])
    assert painter.paint([group("a"), group("b", x=50)]) == [Rect(20, 0, 40, 10)]


def test_a_lost_focus_ring_makes_its_place_dirty(painter: Painter) -> None:
    fill = Fill(Rect(50, 50, 20, 20), "action")
    ring = Ring(fill.rect.outset(10), "focus", 6, 16)
    painter.paint([PaintGroup("a", (fill, ring))])
    assert painter.paint([PaintGroup("a", (fill,))]) == [Rect(40, 40, 40, 40)]


def test_a_group_that_goes_leaves_its_place_dirty_and_empty(painter: Painter, pixel: Pixel) -> None:
    painter.paint([group("a"), group("b", x=20)])
    assert painter.paint([group("a")]) == [Rect(20, 0, 10, 10)]
    assert (pixel(5, 5), pixel(25, 5)) == ("#000000", "#FFFFFF")


def test_a_group_put_between_two_others_is_painted_between_them(painter: Painter, pixel: Pixel) -> None:
    painter.paint([group("low"), group("high", "focus", x=5)])
    assert painter.paint([group("low"), group("new", "action"), group("high", "focus", x=5)]) == [Rect(0, 0, 10, 10)]
    assert (pixel(2, 5), pixel(7, 5)) == ("#2044AA", "#00FF00")


def test_another_order_paints_everything_anew(painter: Painter, pixel: Pixel) -> None:
    painter.paint([group("a"), group("b", "action")])
    assert painter.paint([group("b", "action"), group("a")]) is None
    assert pixel(5, 5) == "#000000"


def test_other_colours_paint_everything_anew(painter: Painter, pixel: Pixel) -> None:
    painter.paint([group("a")])
    painter.use({"text": "#123456"})
    assert painter.paint([group("a")]) is None
    assert pixel(5, 5) == "#123456"


def test_two_groups_with_one_id_are_refused(painter: Painter) -> None:
    with pytest.raises(ValueError, match="same id"):
        painter.paint([group("a"), group("a", x=20)])


def test_a_colour_that_does_not_exist_is_refused(painter: Painter) -> None:
    with pytest.raises(KeyError):
        painter.paint([group("a", "pink")])


def test_strings_are_the_lines_that_stand_on_the_screen(painter: Painter) -> None:
    def line(text: str) -> PaintGroup:
        return PaintGroup(text, (Fill(Rect(0, 0, 5, 5), "bg"), Glyphs(text, 0, 0, FACE, "text")))

    painter.paint([line("Weiter"), line("Zurück")])
    painter.paint([line("Hilfe"), line("Zurück")])
    assert painter.strings() == ["Hilfe", "Zurück"]


def test_forgetting_leaves_no_text_on_the_canvas(painter: Painter, pixel: Pixel) -> None:
    painter.paint([group("a"), PaintGroup("b", (Glyphs("Geheim", 0, 0, FACE, "text"),))])
    painter.forget()
    assert painter.strings() == []
    assert pixel(5, 5) == "#FFFFFF"


def test_a_rounded_corner_is_smooth_and_the_rest_is_solid(painter: Painter, pixel: Pixel) -> None:
    painter.paint([PaintGroup("a", (Fill(Rect(20, 20, 100, 60), "text", 16),))])
    assert pixel(20, 20) == "#FFFFFF"
    assert pixel(24, 24) not in ("#FFFFFF", "#000000")
    assert {pixel(36, 20), pixel(20, 36), pixel(119, 40), pixel(70, 79), pixel(70, 50)} == {"#000000"}
    assert {pixel(120, 40), pixel(70, 80), pixel(70, 19), pixel(19, 50)} == {"#FFFFFF"}


def test_corners_that_are_not_rounded_are_square(painter: Painter, pixel: Pixel) -> None:
    painter.paint([PaintGroup("a", (Fill(Rect(20, 20, 100, 60), "text", 16, "bottom"),))])
    assert (pixel(20, 20), pixel(119, 20)) == ("#000000", "#000000")
    assert (pixel(20, 79), pixel(119, 79)) == ("#FFFFFF", "#FFFFFF")


@pytest.mark.parametrize("radius", [0, 2, 16])
def test_a_ring_is_exactly_as_wide_as_asked_and_empty_inside(painter: Painter, pixel: Pixel, radius: int) -> None:
    painter.paint([PaintGroup("a", (Ring(Rect(20, 20, 100, 60), "text", 3, radius),))])
    assert [pixel(x, 50) for x in (19, 20, 22, 23, 116, 117, 119, 120)] == [
        "#FFFFFF", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#000000", "#000000", "#FFFFFF",
    ]  # fmt: skip
    assert [pixel(70, y) for y in (20, 22, 23, 76, 77, 79)] == [
        "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#000000", "#000000",
    ]  # fmt: skip


def test_the_inner_corner_of_a_ring_is_rounded_around_the_same_centre(painter: Painter, pixel: Pixel) -> None:
    painter.paint([PaintGroup("a", (Ring(Rect(20, 20, 100, 60), "text", 3, 16),))])
    assert [pixel(i, i) for i in (23, 25, 27)] == ["#FFFFFF", "#000000", "#FFFFFF"]


def test_glyphs_stand_in_the_middle_of_their_line_box(painter: Painter, window: KioskWindow) -> None:
    painter.paint([PaintGroup("a", (Glyphs("HH", 10, 100, FACE, "text", line=101),))])
    _, top, _, bottom = ImageOps.invert(window.picture().convert("L")).getbbox() or (0, 0, 0, 0)
    assert abs((top + bottom) / 2 - 150.5) <= 2  # capitals stand a little below the middle, as in CSS
    assert bottom - top == round(42 * 0.714)


def test_glyphs_cover_no_pixel_outside_their_bounds(painter: Painter, window: KioskWindow) -> None:
    glyphs = Glyphs("Äfgjß", 50, 100, FACE, "text")
    painter.paint([PaintGroup("a", (glyphs,))])
    covered = ImageOps.invert(window.picture().convert("L")).getbbox() or (0, 0, 0, 0)
    left, top, right, bottom = covered
    assert right > left
    assert bounds(glyphs).encloses(Rect(left, top, right - left, bottom - top))


def test_an_icon_takes_its_colour_and_stands_in_the_middle(painter: Painter, pixel: Pixel) -> None:
    painter.paint([PaintGroup("a", (Icon("x", Rect(0, 0, 100, 60), "action"),))])
    assert (pixel(50, 30), pixel(5, 30)) == ("#2044AA", "#FFFFFF")


def test_a_code_is_black_on_white_in_whole_pixels_in_every_theme(painter: Painter, pixel: Pixel) -> None:
    painter.use({"bg": "#000000"})
    code = Bitmap(Rect(10, 10, 31, 31), ((True, False, True), (False, True, False), (True, False, False)))
    painter.paint([PaintGroup("bed", (Fill(Rect(0, 0, 50, 50), "bg"),)), PaintGroup("code", (code,))])
    centres = [[pixel(10 + 5 + 10 * x, 10 + 5 + 10 * y) == "#000000" for x in range(3)] for y in range(3)]
    assert tuple(map(tuple, centres)) == code.modules
    assert (pixel(19, 10), pixel(20, 10), pixel(40, 40)) == ("#000000", "#FFFFFF", "#FFFFFF")


def test_a_code_too_fine_for_its_place_is_refused(painter: Painter) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        painter.paint([PaintGroup("code", (Bitmap(Rect(0, 0, 10, 10), ((True,) * 11,) * 11),))])


def test_a_picture_keeps_its_colours_and_proportions(painter: Painter, pixel: Pixel, tmp_path: Path) -> None:
    file = tmp_path / "arms.png"
    Image.new("RGB", (10, 20), "#C00000").save(file)
    painter.paint([PaintGroup("a", (Picture(Rect(0, 0, 60, 60), str(file)),))])
    assert [pixel(x, 30) for x in (10, 16, 43, 50)] == ["#FFFFFF", "#C00000", "#C00000", "#FFFFFF"]


def test_the_text_cache_keeps_to_its_bound(window: object) -> None:
    textures = Textures(text_bytes=100_000)
    for i in range(50):
        textures.text(f"Zeile {i}", FACE, "ltr")
    assert textures._bytes <= 100_000
    assert 1 < len(textures._texts) < 50


def test_what_was_drawn_from_right_to_left_measures_as_before(painter: Painter) -> None:
    text = "Gemeinde Musterstadt (Beispiel)"
    typography.width.cache_clear()
    before = typography.width(text, FACE)
    painter.paint([PaintGroup("a", (Glyphs(text, 0, 0, FACE, "text", direction="rtl"),))])
    typography.width.cache_clear()
    assert typography.width(text, FACE) == before
