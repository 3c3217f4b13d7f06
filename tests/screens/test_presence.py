"""Who is still there, where a visit can be ended, and what comes back when one goes back."""

from screens.focus import Direction
from screens.keys import Activate, MoveFocus
from terminal.scenes import ClosingScene, WarningScene
from terminal.visit_states import VisitState
from tests.screens.counter import Counter


def test_a_finger_held_on_yes_counts_before_it_is_lifted() -> None:
    counter = Counter().to("ask")
    counter.wait_for_warning()
    counter.down("main")
    counter.loop.advance(40)
    assert not isinstance(counter.scene, ClosingScene)


def test_no_ends_the_visit_only_when_it_is_lifted() -> None:
    counter = Counter().to("ask")
    counter.wait_for_warning()
    counter.down("stop")
    assert isinstance(counter.scene, WarningScene)
    counter.up("stop")
    assert isinstance(counter.scene, ClosingScene)


def test_a_key_that_means_nothing_is_a_sign_of_life() -> None:
    counter = Counter().to("ask")
    counter.wait_for_warning()
    counter.front.any_key()
    assert counter.key == "ask"


def test_an_open_help_is_still_open_after_the_warning() -> None:
    counter = Counter()
    counter.tap("help")
    counter.wait_for_warning()
    counter.tap("help")
    assert counter.key == "aside-help"


def test_the_untouched_start_screen_has_no_visit_to_end() -> None:
    assert Counter().tree.find("bar:end") is None


def test_a_visit_can_be_ended_from_the_start_screen_once_it_has_begun() -> None:
    counter = Counter()
    counter.front.touch_down("finger", 2, 300)
    counter.front.touch_up("finger", 2, 300)
    counter.loop.run_until_idle()
    counter.tap("bar:end")
    assert counter.visit.state is VisitState.CLOSING


def test_a_release_means_nothing_when_the_list_has_changed_under_the_finger() -> None:
    counter = Counter().to("find")
    first = next(node.id for node in counter.tree.nodes if node.id.startswith("option:"))
    counter.down(first)
    place = counter.middle(first)
    counter.press(*"xyz")
    counter.front.touch_up("finger", *place)
    assert counter.key == "find"


def test_going_back_to_a_search_finds_it_as_it_was() -> None:
    counter = Counter().to("find")
    counter.front.text("e")
    counter.loop.run_until_idle()
    first = next(node.id for node in counter.tree.nodes if node.id.startswith("option:"))
    counter.tap(first)
    assert counter.key != "find"
    counter.tap("bar:back")
    assert counter.key == "find"
    assert counter.node("search").value == "e"


def test_the_focus_goes_on_from_where_a_button_has_become_useless() -> None:
    counter = Counter().to("read")
    assert counter.node("page:next").pressable
    while counter.front.view.handling.focus != "page:next":
        counter.front.key(MoveFocus(Direction.NEXT))
    while counter.tree.find("page:next") and counter.node("page:next").pressable:
        counter.front.key(Activate(submit=False))
    after = [node.id for node in counter.tree.nodes]
    counter.front.key(MoveFocus(Direction.NEXT))
    assert after.index(counter.front.view.handling.focus or "") > after.index("page:next")
