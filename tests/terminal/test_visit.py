"""A visit: its states, its deadline, its journeys."""

import pytest

from terminal.asides import Aside
from terminal.deadline import Patience
from terminal.scenes import TroubleScene, WarningScene
from terminal.steps import Finish, Journey
from terminal.visit_states import TRANSITIONS, Sign, VisitState
from tests.terminal.effects import FreeSlots
from tests.terminal.lobby import BROKEN, PATIENCE, Lobby
from tests.terminal.sampler import work

IDLE, ACTIVE, WARNING = VisitState.IDLE, VisitState.ACTIVE, VisitState.WARNING
CLOSING, OUT_OF_ORDER = VisitState.CLOSING, VisitState.OUT_OF_ORDER

MOVES = {
    (IDLE, Sign.INPUT): ACTIVE,
    (IDLE, Sign.END): CLOSING,
    (IDLE, Sign.FAULT): OUT_OF_ORDER,
    (OUT_OF_ORDER, Sign.FAULT): OUT_OF_ORDER,
    (ACTIVE, Sign.INPUT): ACTIVE,
    (ACTIVE, Sign.SILENCE): WARNING,
    (ACTIVE, Sign.END): CLOSING,
    (WARNING, Sign.INPUT): ACTIVE,
    (WARNING, Sign.SILENCE): CLOSING,
    (WARNING, Sign.END): CLOSING,
    (OUT_OF_ORDER, Sign.END): CLOSING,
}


def brief() -> Journey:
    yield from work("slots", FreeSlots())


def in_state(state: VisitState) -> Lobby:
    lobby = Lobby()
    if state is OUT_OF_ORDER:
        lobby.visit.break_down(BROKEN)
    elif state is not IDLE:
        lobby.visit.touched()
    if state is WARNING:
        lobby.loop.advance(PATIENCE.idle_s)
    if state is CLOSING:
        lobby.visit.end()
    assert lobby.visit.state is state
    return lobby


def give(lobby: Lobby, sign: Sign) -> None:
    if sign is Sign.INPUT:
        lobby.visit.touched()
    elif sign is Sign.SILENCE:
        lobby.loop.advance(PATIENCE.idle_s)
    elif sign is Sign.END:
        lobby.visit.end()
    else:
        lobby.visit.break_down(BROKEN)


@pytest.mark.parametrize("sign", Sign)
@pytest.mark.parametrize("state", VisitState)
def test_every_sign_in_every_state_leads_where_it_should_or_nowhere(state: VisitState, sign: Sign) -> None:
    lobby = in_state(state)
    shown = len(lobby.scenes)
    give(lobby, sign)
    assert lobby.visit.state is MOVES.get((state, sign), state)
    if (state, sign) not in MOVES:
        assert len(lobby.scenes) == shown


def test_the_table_holds_exactly_these_moves() -> None:
    assert dict(TRANSITIONS) == MOVES


def test_silence_leads_to_the_warning_not_a_moment_sooner() -> None:
    lobby = Lobby().to("contact")
    lobby.loop.advance(PATIENCE.idle_s - 0.01)
    assert lobby.visit.state is ACTIVE
    lobby.loop.advance(0.01)
    assert lobby.scene == WarningScene(lobby.scene.serial, lobby.loop.now() + 30, 30)


def test_every_touch_moves_the_warning_away() -> None:
    lobby = Lobby().to("contact")
    for _ in range(20):
        lobby.loop.advance(PATIENCE.idle_s - 1)
        lobby.visit.touched()
    assert lobby.visit.state is ACTIVE
    lobby.loop.advance(PATIENCE.idle_s)
    assert lobby.visit.state is WARNING


def test_one_press_extends_and_returns_to_exactly_the_same_scene_again_and_again() -> None:
    lobby = Lobby().to("contact")
    before = lobby.scene
    for _ in range(25):
        lobby.loop.advance(PATIENCE.idle_s + PATIENCE.warning_s - 0.01)
        assert lobby.visit.state is WARNING
        assert not lobby.visit.touched()
        assert lobby.scene == before
    lobby.loop.advance(PATIENCE.idle_s + PATIENCE.warning_s)
    assert lobby.visit.state is CLOSING
    assert lobby.recorded.count("visit-extended") == 25


def test_silence_in_the_warning_ends_the_visit() -> None:
    lobby = in_state(WARNING)
    lobby.loop.advance(PATIENCE.warning_s - 0.01)
    assert lobby.finished == 0
    lobby.loop.advance(0.01)
    assert (lobby.visit.state, lobby.finished) == (CLOSING, 1)
    assert lobby.events[-1].fields["how"] == "silence"
    assert lobby.events[-1].fields["lasted_s"] == 90


def test_the_start_screen_waits_for_ever() -> None:
    lobby = Lobby()
    lobby.loop.advance(100_000)
    assert (lobby.visit.state, lobby.scenes, lobby.events) == (IDLE, [], [])


def test_in_the_warning_nothing_is_answered_opened_retried_or_gone_back() -> None:
    lobby = Lobby().to("contact")
    asked = lobby.scene.serial
    lobby.loop.advance(PATIENCE.idle_s)
    warning = lobby.scene
    assert not lobby.visit.answer(asked, "x")
    assert not lobby.visit.answer(warning.serial, "x")
    assert not lobby.visit.retry(warning.serial)
    lobby.visit.back()
    assert (lobby.visit.state, lobby.scene) == (WARNING, warning)


def test_what_was_half_typed_is_there_after_the_warning() -> None:
    lobby = Lobby().to("contact")
    serial = lobby.scene.serial
    lobby.visit.draft("contact", "a@b")
    lobby.loop.advance(PATIENCE.idle_s)
    lobby.visit.touched()
    assert (lobby.scene.serial, lobby.draft) == (serial, "a@b")


def test_work_that_finishes_under_the_warning_shows_what_follows_only_after_it() -> None:
    lobby = Lobby(Patience(idle_s=3, warning_s=20)).to("hold")
    lobby.loop.advance(3)
    warning = lobby.scene
    lobby.workers.finish_all()
    assert lobby.scene == warning
    lobby.visit.touched()
    assert lobby.key == "contact"


def test_a_journey_that_fails_under_the_warning_shows_the_trouble_after_it() -> None:
    lobby = Lobby(Patience(idle_s=3, warning_s=20)).to("slots")
    lobby.loop.advance(3)
    lobby.world.fail("read", "before")
    lobby.workers.finish_all()
    lobby.visit.touched()
    assert isinstance(lobby.scene, TroubleScene)


def test_a_journey_that_ends_under_the_warning_leads_home_after_it() -> None:
    lobby = Lobby(Patience(idle_s=3, warning_s=20), brief)
    lobby.answer("booking")
    lobby.loop.advance(3)
    lobby.workers.finish_all()
    assert isinstance(lobby.scene, WarningScene)
    lobby.visit.touched()
    assert lobby.key == "start"


def test_a_journey_that_ends_under_an_aside_leaves_home_behind_it() -> None:
    lobby = Lobby(begin=brief)
    lobby.answer("booking")
    lobby.visit.open(Aside.HELP)
    lobby.workers.finish_all()
    assert lobby.key == "aside-help"
    lobby.visit.back()
    assert lobby.key == "start"


def test_an_unknown_journey_is_not_begun() -> None:
    lobby = Lobby()
    lobby.visit.touched()
    assert not lobby.visit.answer(lobby.scene.serial, "nothing")
    assert lobby.recorded == ["visit-began"]


def test_an_answer_before_any_touch_is_ignored() -> None:
    lobby = Lobby()
    assert not lobby.visit.answer(lobby.scene.serial, "booking")


def test_done_and_more_returns_home_with_the_visit_going_on() -> None:
    lobby = Lobby().to("booked")
    lobby.answer(Finish.MORE)
    assert (lobby.key, lobby.visit.state) == ("start", ACTIVE)
    assert lobby.events[-1].fields["how"] == "finished"
    lobby.to("slot")
    assert lobby.recorded.count("journey-began") == 2


def test_back_walks_through_the_journey_and_then_out_of_it() -> None:
    lobby = Lobby().to("slot")
    lobby.visit.back()
    assert lobby.key == "service"
    lobby.visit.back()
    assert lobby.key == "start"
    assert lobby.events[-1].fields["how"] == "left"


def test_back_out_of_the_journey_while_its_first_work_runs() -> None:
    lobby = Lobby(begin=brief)
    lobby.answer("booking")
    lobby.visit.back()
    lobby.workers.finish_all()
    lobby.loop.advance(20)
    assert lobby.key == "start"


def test_back_does_nothing_at_home_and_behind_the_fence() -> None:
    lobby = Lobby()
    lobby.visit.touched()
    lobby.visit.back()
    assert lobby.key == "start"
    lobby.to("booked")
    lobby.visit.back()
    assert lobby.key == "booked"


def test_trouble_is_tried_again_only_on_the_scene_that_shows_it() -> None:
    lobby = Lobby().to("slots")
    lobby.world.fail("read", "before")
    lobby.workers.finish_all()
    trouble = lobby.scene.serial
    lobby.visit.open(Aside.HELP)
    assert not lobby.visit.retry(trouble)
    lobby.visit.open(Aside.HELP)
    assert lobby.visit.retry(trouble)
    lobby.workers.finish_all()
    assert lobby.key == "slot"
