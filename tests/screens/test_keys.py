"""Everything can be reached and pressed without a finger (EN 301 549, 5.1.6 and 11.2)."""

import pytest

from screens.focus import Direction, moved
from screens.input import FingersAndKeys
from screens.tree import Tree
from screens.wedge import Wedge
from tests.screens.counter import Counter, Gesture, by_enter, by_space, by_tap
from tests.screens.showcase import Walk, screens, walks

every_screen = walks(screens())


@every_screen
def test_tab_visits_every_control_once_and_comes_back(walk: Walk) -> None:
    for page in walk.pages():
        stops = [node.id for node in page.tree.pressable()]
        assert _tour(page.tree, Direction.NEXT, len(stops)) == stops, page.where
        assert _tour(page.tree, Direction.PREVIOUS, len(stops)) == stops[::-1], page.where


def _tour(tree: Tree, direction: Direction, count: int) -> list[str]:
    visited: list[str] = []
    focus = None
    for _ in range(count):
        focus = moved(tree, focus, direction)
        assert focus is not None
        visited.append(focus)
    assert count == 0 or moved(tree, focus, direction) == visited[0]
    return visited


@every_screen
def test_arrows_lead_from_every_control_to_every_other(walk: Walk) -> None:
    arrows = (Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT)
    for page in walk.pages():
        stops = {node.id for node in page.tree.pressable()}
        ways = {id: {to for arrow in arrows if (to := moved(page.tree, id, arrow))} for id in stops}
        back: dict[str, set[str]] = {id: {other for other in stops if id in ways[other]} for id in stops}
        for graph in (ways, back):
            reached: set[str] = set()
            waiting = sorted(stops)[:1]
            while waiting:
                id = waiting.pop()
                if id not in reached:
                    reached.add(id)
                    waiting += graph[id]
            assert reached == stops, (
                f"{page.where}: {stops - reached} cannot be {'reached' if graph is ways else 'left'}"
            )


@every_screen
def test_an_arrow_goes_where_it_points(walk: Walk) -> None:
    for page in walk.pages():
        for node in page.tree.pressable():
            for arrow, ahead in (
                (Direction.UP, lambda a, b: b.bottom <= a.y), (Direction.DOWN, lambda a, b: b.y >= a.bottom),
                (Direction.LEFT, lambda a, b: b.right <= a.x), (Direction.RIGHT, lambda a, b: b.x >= a.right),
            ):  # fmt: skip
                to = page.tree.find(str(moved(page.tree, node.id, arrow)))
                assert to is not None
                assert to is node or ahead(node.bounds, to.bounds), f"{page.where}: {arrow} from {node.id} to {to.id}"


STOPS = {
    "start": ["option:tour", "help", "bar:language", "bar:comfort"],
    "ask": ["key:e", "key:shift", "key:space", "cover", "bar:back", "bar:end", "main"],
    "find": ["search", "option:pass", "option:residence", "bar:back"],
    "read": ["page:next", "way:book", "way:take"],
}


@pytest.mark.parametrize("gesture", [by_enter, by_space])
@pytest.mark.parametrize(("screen", "id"), [(screen, id) for screen, ids in STOPS.items() for id in ids])
def test_enter_and_space_do_what_a_tap_does(screen: str, id: str, gesture: Gesture) -> None:
    assert _after(screen, id, gesture) == _after(screen, id, by_tap)


def _after(screen: str, id: str, gesture: Gesture) -> object:
    counter = Counter() if screen == "start" else Counter().to(screen)
    before = [(node.id, node.name, node.value) for node in counter.tree.nodes]
    gesture(counter, id)
    counter.loop.advance(0.6)
    after = [(node.id, node.name, node.value, node.states) for node in counter.tree.nodes]
    assert id == "main" or [node[:3] for node in after] != before or id in ("key:shift", "key:space")
    return counter.key, after, counter.answers.heard, counter.finished


def test_enter_without_a_ring_presses_the_main_button() -> None:
    counter = Counter().to("ask")
    counter.press("E", "enter")
    assert counter.answers.heard == ["E"]


def test_a_blank_belongs_to_the_field_unless_something_has_the_ring() -> None:
    counter = Counter().to("ask")
    counter.press("E", "space", "M")
    assert counter.node("field").value == "E M"


def test_the_ring_shows_where_the_focus_is_and_a_finger_takes_it_away() -> None:
    counter = Counter()
    counter.press("tab")
    assert counter.canvas.groups["focus ring"].primitives
    counter.front.touch_down("finger", 2, 300)
    assert not counter.canvas.groups["focus ring"].primitives


@pytest.mark.parametrize("key", ["tab", "enter", "left", "backspace", "x"])
def test_any_key_on_the_warning_extends_and_returns(key: str) -> None:
    counter = Counter().to("ask")
    serial = counter.scene.serial
    counter.wait_for_warning()
    counter.press(key)
    assert counter.scene.serial == serial
    assert counter.node("field").value == ""


class _Keyboard:
    """A window that hands over what is bound to it."""

    size = (1080, 1920)

    def __init__(self) -> None:
        self.kivy = self
        self.bound: dict[str, object] = {}

    def bind(self, **handlers: object) -> None:
        """See Kivy."""
        self.bound = handlers

    def send(self, event: str, *values: object) -> None:
        """Call the handler of `event`."""
        handler = self.bound[event]
        assert callable(handler)
        handler(self, *values)


def test_a_key_held_down_counts_once() -> None:
    counter = Counter().to("ask")
    keyboard = _Keyboard()
    FingersAndKeys(keyboard, counter.front, Wedge(counter.front, counter.loop, counter.loop.now))  # type: ignore[arg-type]
    for _ in range(30):
        keyboard.send("on_key_down", 101, 8, "e", [])
        keyboard.send("on_textinput", "e")
    keyboard.send("on_key_up", 101)
    keyboard.send("on_key_down", 101, 8, "e", [])
    keyboard.send("on_textinput", "e")
    assert counter.node("field").value == "ee"


@pytest.mark.parametrize("modifier", ["ctrl", "alt", "meta"])
def test_keys_with_a_modifier_mean_nothing(modifier: str) -> None:
    counter = Counter()
    keyboard = _Keyboard()
    FingersAndKeys(keyboard, counter.front, Wedge(counter.front, counter.loop, counter.loop.now))  # type: ignore[arg-type]
    for code in (9, 13, 273, 281, 285):
        keyboard.send("on_key_down", code, 0, None, [modifier])
        keyboard.send("on_key_up", code)
    assert counter.key == "start"
    assert counter.front.view.handling.focus is None
