"""Rules 2 and 3 of "Journeys, exactly": replay and Back."""

from typing import Any, ClassVar

import pytest

from terminal.journey import ImpureJourneyError
from terminal.steps import Finish, Journey, Kind, Reading
from terminal.values import valueclass
from terminal.workers import Lane
from tests.terminal.effects import FreeSlots, Hold
from tests.terminal.sampler import ask, choose, sampler, work
from tests.terminal.stage import Stage
from tests.terminal.world import OTHER, World


def test_the_whole_journey_replays_equal_after_every_answer() -> None:
    stage = Stage()
    stage.to("booked")
    stage.answer(Finish.MORE)
    assert stage.ended == 1
    assert stage.world.booked == {"op0003": "mo"}


def test_a_journey_that_asks_something_else_on_replay_is_a_bug() -> None:
    keys = iter(["first", "last", "changed"])

    def fickle() -> Journey:
        yield from ask(next(keys))
        yield from ask(next(keys))

    stage = Stage(fickle)
    serial = stage.scene.serial
    stage.runner.answer(serial, "x")
    with pytest.raises(ImpureJourneyError, match="changed"):
        stage.runner.replayed()


def test_back_from_the_first_step_is_leaving_the_journey() -> None:
    stage = Stage()
    assert stage.runner.may_go_back
    assert not stage.runner.back()


def test_back_reads_the_slots_again_instead_of_showing_a_stale_list() -> None:
    stage = Stage()
    stage.to("contact")
    stage.world.held["tu"] = OTHER
    stage.back()
    assert stage.key == "slots"
    stage.to("slot")
    assert stage.scene.step == choose("slot", ("mo", "we"))


def test_back_over_a_read_to_the_question_before_it() -> None:
    stage = Stage()
    stage.to("slot")
    stage.back()
    assert (stage.key, stage.draft) == ("service", "passport")


def test_back_undoes_the_hold_before_the_slots_are_read_again() -> None:
    stage = Stage()
    stage.to("contact")
    stage.back()
    stage.to("slot")
    assert [what for what, _ in stage.world.log][-2:] == ["undo-hold", "read"]
    assert stage.scene.step == choose("slot", ("mo", "tu", "we"))


def test_undo_of_a_failed_hold_leaves_the_other_citizens_slot_alone() -> None:
    def rash() -> Journey:
        slot = yield from choose("slot", ("mo", "tu"))
        yield from work("hold", Hold(slot))
        yield from ask("contact")

    stage = Stage(rash, World(held={"tu": OTHER}))
    stage.to("contact", slot="tu")
    stage.back()
    stage.finish()
    assert stage.world.done("undo-hold") == ["op0001"]
    assert stage.world.held == {"tu": OTHER}


def two_holds() -> Journey:
    yield from choose("slot", ("mo",))
    yield from work("first", Hold("mo"))
    yield from work("second", Hold("tu"))
    yield from work("slots", FreeSlots())
    yield from ask("contact")
    yield from ask("more")


def test_holds_are_undone_newest_first_and_before_any_new_work() -> None:
    def journey() -> Journey:
        yield from work("slots", FreeSlots())
        yield from two_holds()

    stage = Stage(journey)
    stage.to("contact")
    stage.back()
    stage.workers.finish_all()
    assert stage.world.log[-3:] == [("undo-hold", "op0003"), ("undo-hold", "op0002"), ("read", "op0005")]


def test_back_undoes_only_what_lies_behind_where_it_goes() -> None:
    stage = Stage(two_holds)
    stage.to("more", contact="x")
    stage.back()
    stage.to("contact")
    assert stage.world.done("undo-hold") == []
    assert stage.world.held == {"mo": "op0001", "tu": "op0002"}


def test_an_undo_that_raises_is_logged_and_the_rest_is_still_undone() -> None:
    stage = Stage(two_holds)
    stage.to("contact")
    stage.world.fail("undo-hold", "before")
    stage.back()
    stage.workers.finish_all()
    assert stage.world.held == {"tu": "op0002"}
    assert [event.id.value for event in stage.events] == ["undo-failed"]


def test_each_hold_is_undone_at_most_once() -> None:
    stage = Stage()
    stage.to("contact")
    stage.back()
    stage.to("slot")
    stage.back()
    stage.close()
    stage.workers.finish_all()
    assert stage.world.done("undo-hold") == ["op0002"]


def test_popped_answers_prefill_the_question() -> None:
    stage = Stage()
    stage.to("review", slot="we", contact="x@y.example")
    stage.back()
    assert (stage.key, stage.draft) == ("contact", "x@y.example")
    stage.back()
    stage.to("slot")
    assert stage.draft == "we"


def test_what_is_half_typed_is_a_draft_and_keeps_the_serial() -> None:
    stage = Stage()
    stage.to("contact")
    serial = stage.scene.serial
    stage.runner.draft("contact", "a@b")
    assert (stage.scene.serial, stage.draft) == (serial, "a@b")


def test_back_during_a_read_abandons_it() -> None:
    stage = Stage()
    stage.answer("passport")
    assert stage.works
    stage.workers.run(Lane.WORK)
    stage.back()
    shown = len(stage.scenes)
    stage.workers.deliver(Lane.WORK)
    stage.advance(60)
    assert stage.key == "service"
    assert len(stage.scenes) == shown
    assert stage.events == []


def test_back_during_a_hold_undoes_it_after_it_has_run() -> None:
    stage = Stage()
    stage.to("hold")
    stage.back()
    stage.workers.finish_all()
    assert [what for what, _ in stage.world.log] == ["read", "hold", "undo-hold", "read"]
    assert stage.world.held == {}
    assert stage.key == "slot"


def test_back_leaves_no_timer_of_the_abandoned_work() -> None:
    stage = Stage()
    stage.answer("passport")
    stage.back()
    assert stage.loop.pending == 0


def test_an_abandoned_generator_does_nothing_any_more() -> None:
    traces: list[str] = []

    def traced() -> Journey:
        yield from ask("first")
        traces.append("first answered")
        yield from ask("second")
        traces.append("second answered")

    stage = Stage(traced)
    stage.answer("x")
    del traces[:]
    stage.back()
    assert traces == []


def test_back_after_a_hold_that_was_refused_reads_and_picks_again() -> None:
    stage = Stage()
    stage.to("slot")
    stage.world.held["mo"] = OTHER
    stage.answer("mo")
    stage.finish()
    assert stage.key == "taken"
    stage.back()
    stage.to("slot")
    assert stage.world.held == {"mo": OTHER}
    assert stage.scene.step == choose("slot", ("tu", "we"))


@valueclass(frozen=True)
class Picky(Reading[str]):
    """A READ with a parameter, to tell two apart."""

    kind: ClassVar[Kind] = Kind.READ
    about: str

    def run(self, ports: Any, op: str) -> str:
        """Nothing of interest."""
        return self.about


def test_equal_works_are_equal_values_and_different_ones_are_not() -> None:
    assert work("w", Picky("a")) == work("w", Picky("a"))
    assert work("w", Picky("a")) != work("w", Picky("b"))
    assert sampler().send(None) == choose("service", ("passport", "id-card"))
