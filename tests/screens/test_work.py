"""Work on the screen: nothing at first, then what happens, then that it takes longer. It never claims to know how long."""

from dataclasses import replace

import pytest

from screens.look import Look
from screens.stage import Stage
from screens.tree import Role
from screens.view import Surroundings, View
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of, town_of
from terminal.preferences import Preferences
from terminal.scenes import StepScene, WorkScene
from terminal.steps import Ports
from tests.screens.showcase import NoCanvas, TuesdayMorning, screens
from tests.screens.specimens import BOOKING, CHANGEABLE
from tests.terminal.effects import Confirm
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop


@pytest.fixture
def loop() -> VirtualLoop:
    return VirtualLoop()


@pytest.fixture
def view(loop: VirtualLoop) -> View:
    """A view on which work has just begun, after a review."""
    settings = screens()["brandis-start"].configuration
    around = Surroundings(
        texts_of(first_sight_of(settings)),
        town_of(first_sight_of(settings)),
        Look(1080, 1920),
        Ports(clock=TuesdayMorning()),
    )
    made = View(around, Stage(NoCanvas(), lambda rect: None), loop, ScriptedWorkers(loop), lambda: None)
    made.show(StepScene(1, CHANGEABLE, None, back=True), Preferences("de"), None)
    made.show(WorkScene(2, BOOKING, loop.now(), back=True), Preferences("de"), None)
    return made


def test_work_that_is_done_in_a_second_leaves_the_last_screen_as_it_is_and_takes_no_presses(
    view: View, loop: VirtualLoop
) -> None:
    loop.advance(0.9)
    assert view.tree.find("row:0")
    assert view.inert


def test_from_one_second_it_says_what_happens(view: View, loop: VirtualLoop) -> None:
    loop.advance(1.2)
    assert view.tree.find("doing")
    assert not view.tree.find("longer")
    assert not view.inert


def test_from_eight_seconds_it_says_that_it_takes_longer(view: View, loop: VirtualLoop) -> None:
    loop.advance(8.3)
    assert view.tree.find("longer")


def test_only_work_that_can_be_stopped_promises_that_back_stops_it(view: View, loop: VirtualLoop) -> None:
    for serial, (work, stops) in enumerate(
        ((BOOKING, True), (replace(BOOKING, effect=Confirm("", "")), False)), start=3
    ):
        view.show(WorkScene(serial, work, loop.now(), back=stops), Preferences("de"), None)
        loop.advance(8.3)
        longer = view.tree.find("longer")
        assert longer
        assert ("Zurück" in longer.name) is stops


def test_the_mark_turns_and_nothing_claims_to_know_how_far_it_is(view: View, loop: VirtualLoop) -> None:
    angles = set()
    for _ in range(10):
        loop.advance(0.125)
        mark = view.tree.find("mark")
        angles |= set(mark.draw(False)) if mark else set()
    assert len(angles) > 1
    assert not [node for node in view.tree.nodes if node.role is Role.PROGRESS]
