"""Icons as they are rendered."""

import pytest

from screens.iconry import MIRRORED_IN_RTL, drawing, names
from screens.vector import Drawing, rendered

PX = 96
ALIKE, DIFFERENT = 1.0, 10.0
"""Mean difference in coverage: how edges are smoothed differs a little with the direction from which they are drawn."""


def icon(name: str, *, mirrored: bool = False, angle: int = 0) -> Drawing:
    return rendered(drawing(name, mirrored, angle), PX, PX)


def mirror_image(picture: Drawing) -> list[bytes]:
    return [row[::-1] for row in picture.rows]


def turned_clockwise(picture: Drawing) -> list[bytes]:
    return [bytes(column) for column in zip(*reversed(picture.rows), strict=True)]


def apart(some: list[bytes], others: list[bytes]) -> float:
    pairs = zip(b"".join(some), b"".join(others), strict=True)
    return sum(abs(one - other) for one, other in pairs) / (PX * PX)


@pytest.mark.parametrize("name", sorted(names()))
def test_every_icon_has_something_to_see_and_stays_inside_its_square(name: str) -> None:
    picture = icon(name)
    assert len(picture.coverage) == PX * PX
    assert (min(picture.coverage), max(picture.coverage)) == (0, 255)
    assert sum(covered > 127 for covered in picture.coverage) > 120
    edge = picture.rows[0] + picture.rows[-1] + bytes(row[0] for row in picture.rows)
    assert max(edge) < 255


def test_what_is_turned_round_in_rtl_exists() -> None:
    assert names() >= MIRRORED_IN_RTL


@pytest.mark.parametrize("name", ["logout", "eye-off", "external-link", "sign-language"])
def test_a_mirrored_icon_is_its_mirror_image(name: str) -> None:
    assert apart(icon(name, mirrored=True).rows, mirror_image(icon(name))) < ALIKE
    assert apart(icon(name, mirrored=True).rows, icon(name).rows) > DIFFERENT


@pytest.mark.parametrize("name", ["logout", "loader", "sign-language"])
def test_a_quarter_turn_is_clockwise(name: str) -> None:
    assert apart(icon(name, angle=90).rows, turned_clockwise(icon(name))) < ALIKE


def test_a_full_turn_changes_nothing() -> None:
    assert drawing("loader", angle=360) == drawing("loader")


def test_an_unknown_icon_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="dragon"):
        drawing("dragon")
