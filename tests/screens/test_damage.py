"""Which parts of the window are drawn again."""

from screens.damage import Damage
from screens.primitives import Rect


def test_separate_parts_stay_separate() -> None:
    damage = Damage((1000, 1000))
    damage.add(Rect(0, 0, 10, 10))
    damage.add(Rect(500, 500, 10, 10))
    assert damage.parts() == [Rect(0, 0, 10, 10), Rect(500, 500, 10, 10)]


def test_overlapping_parts_become_one_so_that_nothing_is_blended_twice() -> None:
    damage = Damage((1000, 1000))
    damage.add(Rect(0, 0, 10, 10))
    damage.add(Rect(20, 0, 10, 10))
    damage.add(Rect(5, 5, 20, 10))
    assert damage.parts() == [Rect(0, 0, 30, 15)]


def test_what_lies_outside_the_window_is_not_drawn() -> None:
    damage = Damage((100, 100))
    damage.add(Rect(-10, 90, 30, 30))
    damage.add(Rect(200, 0, 10, 10))
    assert damage.parts() == [Rect(0, 90, 20, 10)]


def test_nearly_everything_is_drawn_as_everything() -> None:
    damage = Damage((100, 100))
    damage.add(Rect(0, 0, 100, 70))
    assert damage.parts() is None


def test_many_small_parts_are_drawn_as_the_rectangle_around_them() -> None:
    damage = Damage((1000, 1000))
    for i in range(6):
        damage.add(Rect(100 * i, 0, 10, 10))
    assert damage.parts() == [Rect(0, 0, 510, 10)]


def test_none_marks_everything_until_cleared() -> None:
    damage = Damage((100, 100))
    damage.add(Rect(0, 0, 1, 1))
    damage.add(None)
    assert damage.parts() is None
    damage.clear()
    assert not damage
