"""What a finger means, and what it does not."""

import pytest

from terminal.visit_states import VisitState
from tests.screens.counter import Counter, pressed


def test_a_press_shows_at_once_and_acts_on_release() -> None:
    counter = Counter()
    counter.down("option:tour")
    assert pressed(counter) == {"option:tour"}
    assert counter.key == "start"
    counter.up("option:tour")
    assert counter.key == "ask"


def test_sliding_off_cancels_and_sliding_back_presses_again() -> None:
    counter = Counter()
    counter.down("option:tour")
    counter.front.touch_move("finger", 5, 5)
    assert pressed(counter) == set()
    counter.front.touch_move("finger", *counter.middle("option:tour"))
    assert pressed(counter) == {"option:tour"}
    counter.front.touch_move("finger", *counter.middle("option:find"))
    counter.up("option:find")
    assert counter.key == "start"


def test_a_second_finger_is_nothing_while_the_first_is_down() -> None:
    counter = Counter()
    counter.down("option:tour", "first")
    counter.down("help", "second")
    counter.up("help", "second")
    assert counter.key == "start"
    counter.up("option:tour", "first")
    assert counter.key == "ask"


def test_a_long_press_is_one_press() -> None:
    counter = Counter().to("ask")
    counter.down("key:e")
    counter.loop.advance(20)
    counter.up("key:e")
    assert counter.node("field").value == "e"


def test_a_tap_beside_everything_does_nothing() -> None:
    counter = Counter()
    counter.front.touch_down("finger", 2, 300)
    counter.front.touch_up("finger", 2, 300)
    assert counter.key == "start"


@pytest.mark.parametrize(("after_s", "key"), [(0.0, "ask"), (0.45, "ask"), (0.55, "start")])
def test_presses_count_again_half_a_second_after_a_change_of_screen(after_s: float, key: str) -> None:
    counter = Counter()
    counter.down("option:tour")
    counter.up("option:tour")
    counter.loop.advance(after_s)
    counter.down("bar:back")
    counter.up("bar:back")
    assert counter.key == key


def test_a_finger_that_was_down_while_the_screen_changed_presses_nothing() -> None:
    counter = Counter().to("ask")
    counter.down("key:e")
    counter.visit.back()
    counter.loop.advance(1)
    counter.front.touch_up("finger", *counter.middle("option:tour"))
    assert counter.key == "start"


@pytest.mark.parametrize("where", ["nowhere", "help", "title", "main"])
def test_any_tap_on_the_warning_extends_and_returns_to_the_same_screen(where: str) -> None:
    counter = Counter().to("ask")
    counter.press("E", "r")
    before = counter.tree
    serial = counter.scene.serial
    counter.wait_for_warning()
    x, y = (3.0, 700.0) if where == "nowhere" else counter.middle(where)
    counter.front.touch_down("finger", x, y)
    counter.front.touch_up("finger", x, y)
    counter.loop.advance(0.6)
    assert counter.scene.serial == serial
    assert [(n.id, n.name, n.value, n.bounds) for n in counter.tree.nodes] == [
        (n.id, n.name, n.value, n.bounds) for n in before.nodes
    ]


def test_no_on_the_warning_ends_the_visit() -> None:
    counter = Counter().to("ask").wait_for_warning()
    counter.tap("stop")
    assert counter.key == "ClosingScene"
    assert counter.finished == 1


def test_the_warning_covers_what_was_typed() -> None:
    counter = Counter().to("ask")
    counter.press(*"Erika")
    counter.wait_for_warning()
    told = [text for node in counter.tree.nodes for text in (node.name, node.value, node.speech, *node.strings())]
    assert not any("Erika" in text for text in told)


def test_a_rehearsed_press_is_drawn_pressed_and_unpressed_and_begins_nothing() -> None:
    counter, drawn = Counter(), list[dict[str, object]]()
    before = dict(counter.canvas.groups)
    counter.front.rehearse(lambda: drawn.append(dict(counter.canvas.groups)))
    pressed, unpressed = drawn
    assert [id for id in before if pressed[id] != before[id]] == [counter.tree.pressable()[0].id]
    assert unpressed == before
    assert counter.visit.state is VisitState.IDLE


def test_nothing_is_rehearsed_under_a_finger() -> None:
    counter, drawn = Counter(), list[int]()
    counter.down("option:find")
    counter.front.rehearse(lambda: drawn.append(1))
    assert drawn == []
