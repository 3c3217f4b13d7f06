"""Rule 12 of "Journeys, exactly": at the end of a visit the generator is not consulted."""

import pytest

from terminal.errand import SETTLE_DEADLINE_S
from terminal.workers import Lane
from tests.terminal.effects import Confirm
from tests.terminal.stage import Stage


def closed(stage: Stage) -> Stage:
    """Close, let everything finish, and make sure that nothing was shown or asked on the way."""
    shown, asked = len(stage.scenes), len(stage.world.done("read"))
    stage.close()
    stage.workers.finish_all()
    assert stage.closed == 1
    assert (len(stage.scenes), stage.ended) == (shown, 0)
    assert len(stage.world.done("read")) <= asked + 1
    assert stage.world.held == {}
    return stage


@pytest.mark.parametrize("key", ["service", "slots", "slot", "hold", "contact", "review", "confirm", "booked"])
def test_closing_anywhere_leaves_nothing_held_and_shows_nothing_more(key: str) -> None:
    stage = Stage()
    stage.to(key)
    closed(stage)


def test_closing_with_nothing_owed_is_done_at_once() -> None:
    stage = Stage()
    stage.to("slots")
    stage.close()
    assert stage.closed == 1


def test_closing_is_not_done_before_the_last_undo() -> None:
    stage = Stage()
    stage.to("contact")
    stage.close()
    assert stage.closed == 0
    stage.workers.finish(Lane.WORK)
    assert stage.closed == 1


def test_closing_waits_for_the_undo_that_back_began() -> None:
    stage = Stage()
    stage.to("contact")
    stage.back()
    stage.close()
    assert stage.closed == 0
    stage.workers.finish(Lane.WORK)
    assert (stage.closed, stage.world.held) == (1, {})


def test_closing_while_a_hold_runs_undoes_it_after_it_ran() -> None:
    stage = Stage()
    stage.to("hold")
    closed(stage)
    assert [what for what, _ in stage.world.log] == ["read", "hold", "undo-hold"]


def test_closing_while_a_final_runs_waits_for_it_and_undoes_nothing_after_success() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.close()
    assert stage.closed == 0
    stage.workers.finish_all()
    assert stage.closed == 1
    assert (stage.world.booked, stage.world.done("undo-hold")) == ({"op0003": "mo"}, [])


def test_closing_while_a_final_runs_undoes_the_hold_after_a_refusal() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.world.refuses = True
    closed(stage)
    assert stage.world.done("undo-hold") == ["op0002"]


def test_closing_while_a_final_runs_settles_it_when_the_answer_is_lost() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.world.fail("confirm", "after")
    closed(stage)
    assert stage.world.done("settle-confirm") == ["op0003"]
    assert stage.world.done("undo-hold") == []


def test_closing_while_a_final_hangs_is_done_after_its_deadlines_and_the_undo() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.close()
    stage.loop.advance(Confirm.deadline_s + SETTLE_DEADLINE_S)
    assert stage.closed == 0
    stage.workers.finish_all()
    assert stage.closed == 1


def test_closing_in_trouble_undoes_what_may_have_happened() -> None:
    stage = Stage()
    stage.to("hold")
    stage.world.fail("hold", "before")
    stage.finish()
    stage.finish(Lane.SETTLE)
    assert stage.in_trouble
    closed(stage)
    assert stage.world.done("undo-hold") == ["op0002"]


def test_closing_is_done_even_if_an_undo_raises() -> None:
    stage = Stage()
    stage.to("contact")
    stage.world.fail("undo-hold", "before")
    stage.close()
    stage.workers.finish_all()
    assert stage.closed == 1
    assert [event.id.value for event in stage.events] == ["undo-failed"]


def test_after_the_stop_the_generator_is_not_consulted_by_what_still_runs() -> None:
    stage = Stage()
    stage.to("hold")
    shown = len(stage.scenes)
    stage.runner.stop()
    stage.workers.finish(Lane.WORK)
    assert len(stage.scenes) == shown
    assert stage.world.held == {"mo": "op0002"}
    closed(stage)


def test_a_booking_that_succeeds_between_stop_and_close_is_kept() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.runner.stop()
    stage.workers.finish(Lane.WORK)
    closed(stage)
    assert (stage.world.booked, stage.world.done("undo-hold")) == ({"op0003": "mo"}, [])


def test_after_the_stop_nothing_is_taken_any_more() -> None:
    stage = Stage()
    stage.to("contact")
    stage.runner.stop()
    assert not stage.runner.answer(stage.scene.serial, "x")
    assert not stage.runner.back()
    assert not stage.runner.may_go_back


def test_after_the_stop_there_is_no_retry() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.world.fail("read", "before")
    stage.finish()
    stage.runner.stop()
    assert not stage.runner.retry(stage.scene.serial)
    assert stage.workers.queued(Lane.WORK) == 0
