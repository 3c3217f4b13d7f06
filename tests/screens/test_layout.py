"""Every screen in every language, orientation and text size: nothing cut off, nothing on top of another, all of it there."""

from itertools import combinations
from math import radians, tan

import pytest

from screens.brush import bounds
from screens.primitives import Glyphs, Icon, Rect
from screens.tree import Node, Role, State
from tests.screens import reading
from tests.screens.showcase import OTHERS, PAIRS, Walk, screens, walks

DISTANCE_MM = 600
CAPITAL_EM = 0.714
EXEMPT_FROM_SHOWING_ALL = {"town", "field", "search"}

every_screen = walks(screens())


def report(problems: list[str]) -> None:
    """Fail with the first few of all problems."""
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems[:12])


@every_screen
def test_nothing_leaves_the_window_or_its_node(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        for node in page.tree.nodes:
            if not page.look.window.encloses(node.bounds):
                problems.append(f"{page.where}: {node.id} leaves the window {node.bounds}")
            for part in node.draw(False):
                place = reading.box(part) if isinstance(part, Glyphs) else bounds(part)
                if not node.bounds.encloses(place) or not page.look.window.encloses(bounds(part)):
                    problems.append(f"{page.where}: {part} leaves {node.id} {node.bounds}")
    report(problems)


@every_screen
def test_no_two_things_overlap(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        problems += [
            f"{page.where}: {a.id} {a.bounds} and {b.id} {b.bounds}"
            for a, b in combinations(page.told, 2)
            if a.bounds.intersects(b.bounds)
        ]
        for node in page.told:
            signs = [_sign(part) for part in node.draw(False) if isinstance(part, Glyphs | Icon)]
            problems += [f"{page.where}: within {node.id}" for a, b in combinations(signs, 2) if a.intersects(b)]
    report(problems)


def _sign(part: Glyphs | Icon) -> Rect:
    return reading.box(part) if isinstance(part, Glyphs) else part.rect


@every_screen
def test_every_target_is_large_enough_for_an_unsteady_hand(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        for node in page.tree.pressable():
            least = 15.0 if node.role is Role.KEY else 25.0
            wide, high = page.look.mm(node.bounds.w), page.look.mm(node.bounds.h)
            if min(wide, high) < least:
                problems.append(f"{page.where}: {node.id} {wide:.1f} x {high:.1f} mm")
    report(problems)


@every_screen
def test_targets_keep_their_distance(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        unit = page.look.px(8)
        problems += [
            f"{page.where}: {a.id} and {b.id}"
            for a, b in combinations(page.tree.pressable(), 2)
            if _grown(a, unit).intersects(b.bounds)
        ]
    report(problems)


def _grown(node: Node, px: int) -> Rect:
    return node.bounds.outset(px)


@every_screen
def test_no_word_is_cut(walk: Walk) -> None:
    report([f"{page.where}: {node.id} {cut}" for page in walk.pages() for node in page.told if node.role is not Role.FIELD
            and (cut := reading.broken_words(node))])  # fmt: skip


@every_screen
def test_no_text_is_shortened(walk: Walk) -> None:
    report([
        f"{page.where}: {node.id} shows {node.strings()} of {node.name!r}, {node.value!r}"
        for page in walk.pages()
        for node in page.told
        if reading.lines(node) and node.id not in EXEMPT_FROM_SHOWING_ALL and not reading.shows_whole(node)
    ])  # fmt: skip


@every_screen
def test_every_line_on_the_screen_is_told(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        for node in page.tree.nodes:
            if node.role is Role.DECORATION and node.strings():
                problems.append(f"{page.where}: {node.id} is decoration and shows {node.strings()}")
            elif stranger := reading.strangers(node):
                problems.append(f"{page.where}: {node.id} shows {stranger}, tells {reading.told(node)}")
    report(problems)


@every_screen
def test_no_letter_is_too_small_for_its_distance(walk: Walk) -> None:
    """EN 301 549, 5.1.4: capitals of 0.7 degrees."""
    least_mm = DISTANCE_MM * tan(radians(0.7))
    report([
        f"{page.where}: {node.id} {line.text!r} {line.face.px} px"
        for page in walk.pages()
        for node in page.tree.nodes
        for line in reading.lines(node)
        if page.look.mm(line.face.px * CAPITAL_EM) < least_mm
    ])  # fmt: skip


@every_screen
def test_every_page_has_its_title(walk: Walk) -> None:
    report([
        page.where
        for page in walk.pages()
        if not any(node.id == "title" and node.role is Role.HEADING for node in page.told)
    ])  # fmt: skip


@every_screen
def test_every_page_can_be_turned_to_and_back(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        if page.count > 1:
            forward, backward = page.tree.find("page:next"), page.tree.find("page:previous")
            if forward is None or forward.pressable != (page.number < page.count - 1):
                problems.append(f"{page.where}: no way on")
            if backward is None or backward.pressable != (page.number > 0):
                problems.append(f"{page.where}: no way back")
    report(problems)


@every_screen
def test_names_and_ids_are_there_and_ids_are_unique(walk: Walk) -> None:
    problems = []
    for page in walk.pages():
        ids = [node.id for node in page.tree.nodes]
        problems += [f"{page.where}: {id} twice" for id in set(ids) if ids.count(id) > 1]
        problems += [
            f"{page.where}: {node.id} has no name or speech" for node in page.told if not node.name or not node.speech
        ]
    report(problems)


@every_screen
def test_there_is_one_main_button_at_most(walk: Walk) -> None:
    report([page.where for page in walk.pages() if sum(State.MAIN in node.states for node in page.tree.nodes) > 1])


def test_the_main_button_is_at_the_same_place_on_all_screens() -> None:
    places: dict[tuple[object, ...], dict[Rect, str]] = {}
    for name in screens():
        for page in Walk(name).pages():
            for node in page.tree.nodes:
                if State.MAIN in node.states:
                    look = (page.look.width, page.look.size)
                    places.setdefault(look, {}).setdefault(node.bounds, f"{name} {page.where}")
    report([f"{look}: {rects}" for look, rects in places.items() if len(rects) > 1])


@pytest.mark.parametrize("id", ["help", "bar:language", "bar:comfort", "bar:end", "bar:back"])
def test_help_and_the_bar_are_at_the_same_places_everywhere(id: str) -> None:
    """WCAG 2.2, 3.2.6 Consistent help."""
    places: dict[tuple[object, ...], dict[Rect, str]] = {}
    for name in screens():
        for page in Walk(name).pages():
            if node := page.tree.find(id):
                look = (page.language, page.look.width, page.look.size)
                places.setdefault(look, {}).setdefault(node.bounds, f"{name} {page.where}")
    report([f"{look}: {rects}" for look, rects in places.items() if len(rects) > 1])


def test_keys_stay_where_they_are_whatever_a_search_finds() -> None:
    places: dict[tuple[object, ...], set[Rect]] = {}
    for name in ("specimen-find-keyboard", "specimen-find-results", "specimen-find-nothing"):
        for page in Walk(name).pages():
            key = page.tree.find("key:space")
            assert key is not None, page.where
            places.setdefault((page.language, page.look.width, page.look.size), set()).add(key.bounds)
    report([f"{look}: {rects}" for look, rects in places.items() if len(rects) > 1])


def test_the_fast_combinations_bring_every_two_values_together() -> None:
    every = (*PAIRS, *OTHERS)
    for a, b in combinations(range(3), 2):
        assert {(one[a], one[b]) for one in PAIRS} == {(one[a], one[b]) for one in every}


def test_a_look_is_shown_in_the_size_it_says() -> None:
    sizes = {
        page.look.size: page.tree.nodes[-1].bounds for page in Walk("brandis-start").pages() if page.look.width == 1080
    }
    assert len(set(sizes.values())) == len(sizes) == 4
