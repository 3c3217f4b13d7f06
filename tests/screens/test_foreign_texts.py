"""Texts of other authorities on our screens: every one can be shown in the largest letters, on the narrowest zone."""

import pytest

from screens.look import Look
from screens.typography import Face, fits, longest_word
from terminal.central.catalogue.files import read_catalogue
from terminal.texts.syllables import breakable
from tests.central.catalogue.conftest import TODAY
from tests.central.catalogue.fixtures import LEIKA, MUNICH, need

LARGEST = {"portrait": Look(1080, 1920, size=4), "landscape": Look(1920, 1080, size=4)}
ICON_AND_EDGES_PX = 260
"""What a tile keeps beside its words, in design px, generously."""


def room(look: Look, *, tile: bool) -> tuple[Face, int]:
    """Letters and width of a title, or of the words of a tile."""
    if tile:
        return look.face("label", bold=True), look.do_width - look.px(ICON_AND_EDGES_PX)
    return look.face("title", bold=True), look.read_width


@pytest.mark.parametrize("file", [MUNICH, LEIKA], ids=["Munich", "LeiKa"])
@pytest.mark.parametrize("orientation", LARGEST)
@pytest.mark.parametrize("tile", [True, False], ids=["tile", "title"])
def test_every_title_fits_without_a_word_being_cut(file, orientation: str, tile: bool) -> None:  # type: ignore[no-untyped-def]
    need(file)
    face, width = room(LARGEST[orientation], tile=tile)
    titles = [service.title("de")[1] for service in read_catalogue(file, TODAY).catalogue.services]
    cut = [title for title in titles if not fits(breakable(title), face, width)]
    assert len(cut) / len(titles) <= 0.002, cut[:10]


def test_every_line_of_munich_fits_without_a_word_being_cut() -> None:
    need(MUNICH)
    look = LARGEST["landscape"]
    face, width = look.face("body"), look.do_width
    lines = [
        line.text
        for service in read_catalogue(MUNICH, TODAY).catalogue.services
        for topic in service.topics("de")[1].values()
        for line in topic
    ]
    cut = [line for line in lines if longest_word(breakable(line), face) > width]
    assert cut == []
