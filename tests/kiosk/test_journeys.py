"""Whole visits, from the start screen back to it, in front of the display."""

from collections.abc import Callable
from itertools import product

import pytest

from tests.kiosk.conftest import Build
from tests.kiosk.machine import Machine
from tests.kiosk.visitor import Finger, Keys, Visitor, walk

START = {"de": "Was möchten Sie erledigen?", "en": "What would you like to do?"}
SIZE = {"de": "Größere Schrift", "en": "Larger text"}
_BY = {"finger": Finger, "keys": Keys}
_FAST = {("portrait", "finger", "de"), ("landscape", "keys", "en")}

Arrive = Callable[[str, str, str], Visitor]

EVERY_WAY = pytest.mark.parametrize(
    ("arrangement", "by", "language"),
    [
        pytest.param(*way, marks=() if way in _FAST else pytest.mark.slow)
        for way in product(("portrait", "landscape"), _BY, START)
    ],
)
BY_FINGER_AND_KEYS = pytest.mark.parametrize("by", list(_BY))


@pytest.fixture(scope="module")
def kiosks(build: Build) -> dict[str, Machine]:
    """Those that have been started, by arrangement."""
    return {}


@pytest.fixture
def arrive(build: Build, kiosks: dict[str, Machine]) -> Arrive:
    """Somebody comes to the start screen, in a language of theirs."""

    def somebody(arrangement: str, by: str, language: str) -> Visitor:
        if arrangement not in kiosks:
            kiosks[arrangement] = build(arrangement).start()
        kiosks[arrangement].home()
        visitor: Visitor = _BY[by](kiosks[arrangement])
        if language != "de":
            walk(visitor, f"language:{language}")
        return visitor

    return somebody


@EVERY_WAY
def test_an_office_is_found_read_and_taken_along(arrive: Arrive, arrangement: str, by: str, language: str) -> None:
    visitor = arrive(arrangement, by, language)
    kiosk = visitor.machine
    walk(visitor, "option:town-hall")
    visitor.search("pass")
    kiosk.expect(lambda screen: screen.node("search").value == "pass" and screen.find("option:buergerbuero/1"))
    page = walk(visitor, "option:buergerbuero/1")
    assert "030 23125 110" in page.text
    assert any(node.role == "image" for node in walk(visitor, "way:take-along").nodes)
    assert walk(visitor, "way:more").title == START[language]


@EVERY_WAY
def test_a_person_can_be_reached_by_115(arrive: Arrive, arrangement: str, by: str, language: str) -> None:
    visitor = arrive(arrangement, by, language)
    assert "115" in walk(visitor, "option:help-desk", "option:phone").title
    visitor.press("bar:end")
    assert visitor.machine.start_screen().title == START["de"]


@EVERY_WAY
def test_the_legal_texts_are_two_presses_away(arrive: Arrive, arrangement: str, by: str, language: str) -> None:
    visitor = arrive(arrangement, by, language)
    privacy = walk(visitor, "bar:legal", "option:privacy")
    assert privacy.page[1] > 1
    visitor.press("page:next")
    visitor.machine.expect(lambda screen: screen.page[0] == 2)
    assert walk(visitor, "bar:back", "bar:back").title == START[language]


@BY_FINGER_AND_KEYS
def test_help_opens_over_a_screen_and_leads_back_to_it(arrive: Arrive, by: str) -> None:
    visitor = arrive("portrait", by, "de")
    before = walk(visitor, "option:town-hall")
    assert walk(visitor, "help").title != before.title
    assert walk(visitor, "bar:back").key == before.key


@BY_FINGER_AND_KEYS
def test_another_language_in_the_middle_of_a_step_keeps_what_is_typed(arrive: Arrive, by: str) -> None:
    visitor = arrive("portrait", by, "de")
    before = walk(visitor, "option:town-hall")
    visitor.search("umz")
    walk(visitor, "bar:language", "option:language:en")
    after = visitor.machine.expect(lambda screen: screen.find("search"))
    assert (after.serial, after.node("search").value) == (before.serial, "umz")
    assert after.title == "Who or what are you looking for?"


@BY_FINGER_AND_KEYS
def test_larger_text_stays_until_the_visit_ends(arrive: Arrive, by: str) -> None:
    visitor = arrive("portrait", by, "de")
    usual = walk(visitor, "option:help-desk").node("title").bounds
    walk(visitor, "bar:comfort")
    visitor.press("option:size:largest")
    visitor.machine.expect(lambda screen: screen.node("title").bounds[3] > usual[3])
    assert walk(visitor, "main").node("title").bounds[3] > usual[3]
    visitor.machine.home()
    assert walk(visitor, "option:help-desk").node("title").bounds == usual


@BY_FINGER_AND_KEYS
def test_one_press_brings_the_same_screen_back_from_the_warning(arrive: Arrive, by: str) -> None:
    visitor = arrive("portrait", by, "de")
    kiosk = visitor.machine
    before = walk(visitor, "option:town-hall")
    kiosk.dock(ask="clock", minutes=1)
    kiosk.expect(lambda screen: screen.state == "warning")
    visitor.press("main")
    assert kiosk.expect(lambda screen: screen.state == "active").key == before.key


def test_after_a_second_silence_the_visit_ends_by_itself(arrive: Arrive) -> None:
    kiosk = arrive("portrait", "finger", "en").machine
    before = kiosk.status()
    kiosk.walk("option:town-hall")
    kiosk.dock(ask="clock", minutes=1)
    kiosk.expect(lambda screen: screen.state == "warning")
    kiosk.dock(ask="clock", minutes=1)
    kiosk.start_screen()
    after = kiosk.status()
    assert before and after and before["front"]["pid"] != after["front"]["pid"]


def test_whoever_says_no_to_the_warning_has_ended_the_visit(arrive: Arrive) -> None:
    kiosk = arrive("portrait", "finger", "de").machine
    kiosk.walk("option:town-hall")
    kiosk.dock(ask="clock", minutes=1)
    kiosk.expect(lambda screen: screen.state == "warning")
    kiosk.tap("stop")
    kiosk.start_screen()
