"""Icons as coverage masks."""

import pytest
from PIL import ImageChops

from screens.iconry import MIRRORED_IN_RTL, coverage, names


@pytest.mark.parametrize("name", sorted(names()))
def test_every_icon_has_something_to_see_and_stays_inside_its_square(name: str) -> None:
    picture = coverage(name, 64)
    assert picture.size == (64, 64)
    assert picture.getextrema() == (0, 255)
    assert sum(picture.histogram()[128:]) > 60


def test_what_is_turned_round_in_rtl_exists() -> None:
    assert names() >= MIRRORED_IN_RTL


def test_a_mirrored_icon_is_its_mirror_image() -> None:
    assert coverage("chevron-left", 48, mirrored=True).getbbox() == coverage("chevron-right", 48).getbbox()


def test_a_quarter_turn_is_clockwise() -> None:
    left, top, right, bottom = coverage("chevron-right", 96, angle=90).getbbox() or (0, 0, 0, 0)
    assert right - left > bottom - top  # a chevron that points down is wide
    lower = coverage("chevron-right", 96, angle=90).crop((40, 48, 56, 96))
    assert ImageChops.invert(lower).getextrema()[0] == 0  # its tip is in the lower middle


def test_an_unknown_icon_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="dragon"):
        coverage("dragon", 44)
