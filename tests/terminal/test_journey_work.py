"""Rules 5, 6 and 7 of "Journeys, exactly": work, trouble, settling, serials."""

import pytest

from terminal.errand import SETTLE_DEADLINE_S
from terminal.scenes import TroubleScene, WorkScene
from terminal.steps import Finish, Unknown
from terminal.workers import Lane
from tests.terminal.effects import Confirm, FreeSlots, Hold
from tests.terminal.stage import Stage

HOLD_S = Hold.deadline_s
CONFIRM_S = Confirm.deadline_s


def last_answer(stage: Stage) -> object:
    return stage.runner.tape.entries[-1].answer


def test_the_undo_is_registered_under_its_op_before_the_effect_runs() -> None:
    stage = Stage()
    stage.to("hold")
    assert stage.world.done("hold") == []
    assert [owed.op for owed in stage.runner.tape.owed] == ["op0002"]


def test_a_read_without_an_answer_in_time_is_trouble() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.advance(FreeSlots.deadline_s)
    assert stage.in_trouble
    assert [event.fields for event in stage.events] == [{"effect": "read"}]


def test_just_before_the_deadline_there_is_no_trouble() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.advance(FreeSlots.deadline_s - 0.01)
    assert stage.works


def test_an_exception_in_an_effect_is_trouble_and_never_reaches_the_generator() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.world.fail("read", "before")
    stage.finish()
    assert stage.in_trouble
    assert len(stage.runner.tape.entries) == 1


def test_trouble_shows_the_start_of_the_op_as_code() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.advance(60)
    assert isinstance(stage.scene, TroubleScene)
    assert stage.scene.code == "OP0001"


def test_a_retry_runs_under_the_same_op_and_owes_one_undo() -> None:
    stage = Stage()
    stage.to("hold")
    stage.world.fail("hold", "before")
    stage.finish()
    stage.finish(Lane.SETTLE)
    assert stage.in_trouble
    stage.retry()
    stage.finish()
    assert stage.key == "contact"
    assert stage.world.done("hold") == ["op0002", "op0002"]
    stage.close()
    stage.workers.finish_all()
    assert stage.world.done("undo-hold") == ["op0002"]


def test_back_from_trouble_undoes_under_the_op_that_failed() -> None:
    stage = Stage()
    stage.to("hold")
    stage.world.fail("hold", "before")
    stage.finish()
    stage.finish(Lane.SETTLE)
    assert stage.in_trouble
    stage.back()
    stage.workers.finish_all()
    assert stage.world.done("undo-hold") == ["op0002"]
    assert stage.key == "slot"


def test_a_lost_answer_is_settled_to_the_truth() -> None:
    stage = Stage()
    stage.to("hold")
    stage.world.fail("hold", "after")
    stage.finish()
    assert stage.works
    stage.finish(Lane.SETTLE)
    assert stage.key == "contact"
    assert stage.world.held == {"mo": "op0002"}


def test_after_the_deadline_settling_finds_the_answer() -> None:
    stage = Stage()
    stage.to("hold")
    stage.workers.run(Lane.WORK)
    stage.advance(HOLD_S)
    stage.finish(Lane.SETTLE)
    assert stage.key == "contact"
    stage.workers.deliver(Lane.WORK)
    assert stage.key == "contact"


def test_a_late_answer_during_settling_counts_and_the_settled_one_is_ignored() -> None:
    stage = Stage()
    stage.to("hold")
    stage.workers.run(Lane.WORK)
    stage.advance(HOLD_S)
    stage.workers.deliver(Lane.WORK)
    assert stage.key == "contact"
    serial = stage.scene.serial
    stage.finish(Lane.SETTLE)
    stage.advance(60)
    assert stage.scene.serial == serial


def test_what_settling_denies_is_trouble() -> None:
    stage = Stage()
    stage.to("hold")
    stage.world.fail("hold", "before")
    stage.finish()
    stage.finish(Lane.SETTLE)
    assert stage.in_trouble


def test_a_hold_that_settling_cannot_clear_up_is_unknown_and_still_undone() -> None:
    stage = Stage()
    stage.to("hold")
    stage.world.fail("hold", "after")
    stage.world.fail("settle-hold", "before")
    stage.finish()
    stage.finish(Lane.SETTLE)
    assert last_answer(stage) == Unknown("OP0002")
    stage.close()
    stage.workers.finish_all()
    assert stage.world.held == {}


def test_settling_has_a_deadline_of_its_own_and_then_it_is_unknown() -> None:
    stage = Stage()
    stage.to("hold")
    stage.advance(HOLD_S)
    stage.advance(SETTLE_DEADLINE_S - 0.01)
    assert stage.works
    stage.advance(0.01)
    assert last_answer(stage) == Unknown("OP0002")


def test_there_is_back_while_a_read_or_a_hold_runs() -> None:
    stage = Stage()
    stage.to("hold")
    assert isinstance(stage.scene, WorkScene)
    assert stage.scene.back


@pytest.mark.parametrize("key", ["service", "slot", "contact", "review"])
def test_a_stale_serial_is_ignored(key: str) -> None:
    stage = Stage()
    stage.to(key)
    serial = stage.scene.serial
    stage.answer("mo" if key == "slot" else "x")
    scene, entries = stage.scene, len(stage.runner.tape.entries)
    assert not stage.runner.answer(serial, "again")
    assert (stage.scene, len(stage.runner.tape.entries)) == (scene, entries)


def test_work_takes_no_answer_and_only_trouble_takes_a_retry() -> None:
    stage = Stage()
    assert not stage.runner.retry(stage.scene.serial)
    stage.answer("passport")
    assert not stage.runner.answer(stage.scene.serial, ("mo",))
    assert not stage.runner.retry(stage.scene.serial)


def test_a_stale_retry_is_ignored() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.world.fail("read", "before")
    stage.finish()
    serial = stage.scene.serial
    stage.retry()
    stage.world.fail("read", "before")
    stage.finish()
    assert not stage.runner.retry(serial)
    assert stage.in_trouble


def test_one_work_at_a_time() -> None:
    stage = Stage()
    stage.to("hold")
    assert stage.workers.queued(Lane.WORK) == 1
    stage.finish()
    assert stage.workers.queued(Lane.WORK) == 0


def test_serials_only_grow() -> None:
    stage = Stage()
    stage.to("contact")
    stage.back()
    stage.to("booked")
    stage.answer(Finish.MORE)
    serials = [scene.serial for scene in stage.scenes]
    assert serials == sorted(set(serials))
