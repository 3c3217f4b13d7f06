"""Rounded squares, as they are rendered."""

import pytest

from screens import shapes, vector


def square(corner: tuple[str, int]) -> list[bytes]:
    return vector.square(*corner).rows


@pytest.mark.parametrize("radius", [0, 1, 4, 12, 24, 49])
def test_a_disc_is_full_to_its_edges_and_round_in_every_corner_alike(radius: int) -> None:
    picture = square(shapes.disc(radius))
    assert len(picture) == 2 * radius + 1
    assert set(picture[radius]) == {255} == {row[radius] for row in picture}
    assert picture == picture[::-1] == [row[::-1] for row in picture]
    if radius > 1:
        assert picture[0][0] == 0
    if radius == 0:
        assert picture == [b"\xff"]


@pytest.mark.parametrize(("radius", "width"), [(0, 1), (0, 3), (2, 3), (3, 3), (12, 3), (24, 6)])
def test_a_ring_is_as_wide_as_said_around_one_empty_pixel(radius: int, width: int) -> None:
    picture = square(shapes.ring(radius, width))
    reach = max(radius, width)
    middle = picture[reach]
    assert middle[:width] == b"\xff" * width == middle[-width:]
    assert middle[width:-width] == bytes(2 * (reach - width) + 1)
    assert picture == picture[::-1] == [row[::-1] for row in picture]


def test_a_ring_narrower_than_its_radius_is_round_within_as_well() -> None:
    picture = square(shapes.ring(12, 3))
    assert picture[4][4] == 255  # a square hole would begin before
    assert picture[0][0] == 0
