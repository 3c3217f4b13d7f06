"""What has been achieved: what one has to remember, on as few pages as it takes."""

import pytest

from screens.primitives import Bitmap
from terminal.steps import Done
from tests.screens.showcase import LANGUAGES, ORIENTATIONS, Page, pages, screens


def unprinted(orientation: str, size: int, language: str) -> tuple[Page, ...]:
    """The pages of a booking whose slip is on the screen only."""
    slips = [
        name
        for name, one in screens().items()
        if isinstance(step := getattr(one.scene, "step", None), Done) and step.more
    ]
    return pages(slips[0], orientation, size, language)


def ids(page: Page) -> list[str]:
    return [node.id for node in page.told]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_slip_without_paper_takes_two_pages(orientation: str, language: str) -> None:
    assert len(unprinted(orientation, 1, language)) == 2


@pytest.mark.parametrize("size", [3, 4])
def test_in_the_largest_sizes_number_and_time_stay_in_sight_across(size: int) -> None:
    shown = unprinted("landscape", size, "de")
    assert len(shown) > 1
    assert all({"figure", "line:0"} <= set(ids(page)) for page in shown)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_the_slip_is_read_in_the_order_of_the_paper(orientation: str, size: int) -> None:
    told = [id for page in unprinted(orientation, size, "de") for id in ids(page)]
    first = [told.index(id) for id in ("figure", "line:0", "line:1", "line:2", "line:3")]
    rest = [told.index(id) for id in ("code", "block:0", "block:1", "block:2")]
    assert rest == sorted(rest)
    assert first[1:] == sorted(first[1:])
    assert max(first) < rest[1]


def test_every_line_is_on_the_pages_once_at_least() -> None:
    told = {id for page in unprinted("landscape", 4, "de") for id in ids(page)}
    assert {"line:0", "line:1", "line:2", "line:3", "code", "block:0", "block:1", "block:2", "more", "main"} <= told


@pytest.mark.parametrize("size", [1, 4])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_both_codes_are_large_enough_to_be_photographed(orientation: str, size: int) -> None:
    found = 0
    for page in unprinted(orientation, size, "de"):
        for node in page.told:
            for code in (part for part in node.draw(False) if isinstance(part, Bitmap)):
                found += 1
                assert page.look.mm(code.rect.w) >= 80
                assert page.look.mm(code.rect.w) / len(code.modules) >= 1.0
    assert found == 2
