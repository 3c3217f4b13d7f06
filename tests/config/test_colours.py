"""Which accents a town may choose."""

import pytest

from config.colours import checked_accent, contrast


@pytest.mark.parametrize("colour", ["#8B4437", "#007155", "#003366", "#5b2c6f", "#767676", "#000000"])
def test_a_dark_colour_of_its_own_is_accepted_in_capitals(colour: str) -> None:
    assert checked_accent(colour) == colour.upper()


def test_the_contrast_is_computed_as_in_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert round(contrast("#C0C3D5", "#FFFFFF"), 2) == 1.75
    assert round(contrast("#2044AA", "#FFFFFF"), 2) == 8.51


def test_just_too_pale_is_refused_and_not_rounded_up() -> None:
    with pytest.raises(ValueError, match=r"only 4\.47:1"):
        checked_accent("#777777")


@pytest.mark.parametrize(
    ("colour", "word"), [("#C31C13", "red"), ("#B01010", "red"), ("#2044AA", "blue"), ("#1F3A93", "blue")]
)
def test_what_means_danger_or_a_button_is_refused(colour: str, word: str) -> None:
    with pytest.raises(ValueError, match=f"looks like the {word}"):
        checked_accent(colour)
