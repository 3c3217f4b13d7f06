"""Rule 5 of "Journeys, exactly", about FINAL work: the truth, the fence, no cancelling."""

from terminal.errand import SETTLE_DEADLINE_S
from terminal.scenes import StepScene, WorkScene
from terminal.steps import Edit, Failed, Journey
from terminal.workers import Lane
from tests.terminal.effects import Confirm, Hold
from tests.terminal.sampler import ask, work
from tests.terminal.stage import Stage

HOLD_S = Hold.deadline_s
CONFIRM_S = Confirm.deadline_s


def test_an_unknown_final_is_shown_with_its_code_and_never_as_booked() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S + SETTLE_DEADLINE_S)
    assert isinstance(stage.scene.step, Failed)
    assert (stage.key, stage.scene.step.code) == ("unconfirmed", "OP0003")


def test_an_unknown_final_fences_off_what_is_before_it() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S + SETTLE_DEADLINE_S)
    assert isinstance(stage.scene, StepScene)
    assert not stage.scene.back
    assert not stage.runner.back()
    assert not stage.runner.answer(stage.scene.serial, Edit("contact"))


def test_an_unknown_final_keeps_the_undo_stack() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S + SETTLE_DEADLINE_S)
    stage.close()
    stage.workers.finish_all()
    assert stage.world.done("undo-hold") == ["op0002"]


def test_a_final_success_clears_the_undo_stack_and_sets_the_fence() -> None:
    stage = Stage()
    stage.to("booked")
    assert isinstance(stage.scene, StepScene)
    assert not stage.scene.back
    assert not stage.runner.back()
    stage.close()
    stage.workers.finish_all()
    assert stage.world.done("undo-hold") == []
    assert stage.world.booked == {"op0003": "mo"}


def test_behind_the_fence_back_goes_as_far_as_the_fence() -> None:
    def journey() -> Journey:
        yield from ask("contact")
        yield from work("confirm", Confirm("mo", "x"))
        yield from ask("rating")
        yield from ask("comment")

    stage = Stage(journey)
    stage.to("comment")
    stage.back()
    assert stage.key == "rating"
    assert not stage.runner.may_go_back


def test_a_refused_final_keeps_undo_stack_and_way_back() -> None:
    stage = Stage()
    stage.world.refuses = True
    stage.to("refused")
    assert isinstance(stage.scene, StepScene)
    assert stage.scene.back
    assert [owed.op for owed in stage.runner.tape.owed] == ["op0002"]
    stage.back()
    assert stage.key == "review"
    stage.back()
    stage.back()
    stage.workers.finish_all()
    assert stage.world.held == {}


def test_a_final_that_certainly_did_not_happen_may_be_left_by_back_and_committed_anew() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.world.fail("confirm", "before")
    stage.finish()
    stage.finish(Lane.SETTLE)
    assert stage.in_trouble
    stage.back()
    stage.to("booked")
    assert stage.world.booked == {"op0004": "mo"}


def test_a_final_that_has_not_come_back_cannot_be_denied() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S)
    stage.finish(Lane.SETTLE)
    assert stage.works
    stage.finish(Lane.WORK)
    assert stage.key == "booked"


def test_a_final_denied_while_it_ran_is_asked_again_after_it_failed() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S)
    stage.finish(Lane.SETTLE)
    stage.world.fail("confirm", "after")
    stage.finish(Lane.WORK)
    assert stage.works
    stage.finish(Lane.SETTLE)
    assert stage.key == "booked"


def test_a_denial_on_its_way_while_a_final_fails_is_asked_again() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S)
    stage.workers.run(Lane.SETTLE)
    stage.world.fail("confirm", "after")
    stage.finish(Lane.WORK)
    stage.workers.deliver(Lane.SETTLE)
    stage.finish(Lane.SETTLE)
    assert stage.key == "booked"


def test_a_final_that_never_comes_back_is_unknown_not_denied() -> None:
    stage = Stage()
    stage.to("confirm")
    stage.advance(CONFIRM_S)
    stage.finish(Lane.SETTLE)
    stage.advance(SETTLE_DEADLINE_S)
    assert stage.key == "unconfirmed"


def test_there_is_no_back_while_a_final_runs_or_settles() -> None:
    stage = Stage()
    stage.to("confirm")
    assert isinstance(stage.scene, WorkScene)
    assert not stage.scene.back
    assert not stage.runner.back()
    stage.advance(CONFIRM_S)
    assert not stage.runner.may_go_back
    assert not stage.runner.back()
