"""The end of a visit by every road: covering, closing, out-of-order, and what is recorded."""

import json
from dataclasses import replace

import pytest

from terminal.asides import Aside
from terminal.preferences import Preferences
from terminal.scenes import ClosingScene, StepScene
from terminal.steps import Finish, Journey, Notice
from terminal.visit_states import VisitState
from terminal.wording import message
from tests.terminal.effects import Confirm, FreeSlots
from tests.terminal.lobby import BROKEN, PATIENCE, Lobby
from tests.terminal.sampler import work

IDLE, ACTIVE, WARNING = VisitState.IDLE, VisitState.ACTIVE, VisitState.WARNING
CLOSING, OUT_OF_ORDER = VisitState.CLOSING, VisitState.OUT_OF_ORDER


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


def test_done_and_end_ends_the_visit() -> None:
    lobby = Lobby().to("booked")
    lobby.answer(Finish.END)
    assert (lobby.visit.state, lobby.finished) == (CLOSING, 1)
    assert lobby.recorded[-2:] == ["journey-ended", "visit-ended"]
    assert lobby.events[-1].fields["how"] == "done"


@pytest.mark.parametrize("state", [IDLE, ACTIVE, WARNING, OUT_OF_ORDER])
def test_end_covers_the_screen_and_calls_for_the_next_visit_once(state: VisitState) -> None:
    lobby = in_state(state)
    lobby.visit.end()
    lobby.visit.end()
    assert lobby.visit.state is CLOSING
    assert isinstance(lobby.scene, ClosingScene)
    assert lobby.finished == 1
    assert lobby.recorded.count("visit-ended") == (1 if state in (ACTIVE, WARNING) else 0)


def test_after_the_end_nothing_is_taken_shown_or_recorded() -> None:
    lobby = Lobby().to("contact")
    asked = lobby.scene.serial
    lobby.visit.end()
    shown, recorded = len(lobby.scenes), len(lobby.events)
    assert not lobby.visit.touched()
    assert not lobby.visit.answer(asked, "x")
    assert not lobby.visit.answer(lobby.scene.serial, "x")
    assert not lobby.visit.retry(asked)
    lobby.visit.back()
    lobby.visit.open(Aside.HELP)
    lobby.visit.prefer(Preferences("en"))
    lobby.visit.draft("contact", "x")
    lobby.visit.break_down(BROKEN)
    lobby.loop.advance(10_000)
    assert (len(lobby.scenes), len(lobby.events), lobby.visit.state) == (shown, recorded, CLOSING)


def test_work_that_finishes_after_the_end_does_not_go_on_with_the_journey() -> None:
    lobby = Lobby().to("hold")
    lobby.visit.end()
    shown = len(lobby.scenes)
    lobby.workers.finish_all()
    assert len(lobby.scenes) == shown
    assert lobby.world.done("confirm") == []
    lobby.close()
    lobby.workers.finish_all()
    assert (lobby.closed, lobby.world.held) == (1, {})


def test_closing_undoes_what_is_owed_before_it_is_done() -> None:
    lobby = Lobby().to("review")
    lobby.visit.end()
    assert lobby.world.held != {}
    lobby.close()
    assert lobby.closed == 0
    lobby.workers.finish_all()
    assert (lobby.closed, lobby.world.held) == (1, {})


def test_closing_waits_for_what_a_journey_left_before_still_owes() -> None:
    lobby = Lobby().to("contact")
    lobby.visit.back()
    lobby.visit.back()
    lobby.visit.back()
    assert lobby.key == "start"
    lobby.visit.end()
    lobby.close()
    assert lobby.closed == 0
    lobby.workers.finish_all()
    assert (lobby.closed, lobby.world.held) == (1, {})


def test_closing_waits_for_a_running_booking_and_keeps_it() -> None:
    lobby = Lobby().to("confirm")
    lobby.visit.end()
    lobby.close()
    assert lobby.closed == 0
    lobby.workers.finish_all()
    assert (lobby.closed, len(lobby.world.booked)) == (1, 1)


def test_closing_a_visit_that_never_began_is_done_at_once() -> None:
    lobby = Lobby()
    lobby.visit.end()
    lobby.close()
    assert lobby.closed == 1


def test_out_of_order_stays_whatever_happens_but_the_end() -> None:
    lobby = in_state(OUT_OF_ORDER)
    lobby.visit.prefer(Preferences("en"))
    lobby.visit.open(Aside.HELP)
    assert not lobby.visit.touched()
    assert not lobby.visit.answer(lobby.scene.serial, "booking")
    assert lobby.key == "out"


def test_a_visit_in_use_does_not_break_down() -> None:
    lobby = Lobby().to("contact")
    lobby.visit.break_down(BROKEN)
    assert lobby.key == "contact"


def test_events_of_a_visit_carry_nothing_that_was_answered() -> None:
    lobby = Lobby().to("contact")
    lobby.visit.draft("contact", "Marker-Draft")
    lobby.answer("Marker-Contact")
    lobby.to("booked")
    lobby.answer(Finish.END)
    written = json.dumps([[event.id.value, dict(event.fields)] for event in lobby.events])
    assert "Marker" not in written
    assert "passport" not in written
    assert {field for event in lobby.events for field in event.fields} == {
        "case",
        "journey",
        "how",
        "lasted_s",
    }


def test_every_visit_has_a_case_of_its_own() -> None:
    assert Lobby().visit.citizen.case != Lobby().visit.citizen.case


def test_after_the_end_no_further_work_begins() -> None:
    def hasty() -> Journey:
        yield from work("slots", FreeSlots())
        yield from work("confirm", Confirm("mo", "a@b.example"))

    lobby = Lobby(begin=hasty)
    lobby.answer("booking")
    lobby.visit.end()
    lobby.workers.finish_all()
    assert lobby.world.booked == {}


def test_what_out_of_order_says_can_change_while_it_is_on_the_screen() -> None:
    lobby = Lobby()
    lobby.visit.break_down(BROKEN)
    informed = replace(BROKEN, notices=(Notice(message("out-of-order-informed")),))
    lobby.visit.break_down(informed)
    assert isinstance(lobby.scene, StepScene)
    assert lobby.scene.step == informed
