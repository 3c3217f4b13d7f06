"""Rule 4 of "Journeys, exactly": Review may send back to one question, drafts answer the others."""

from terminal.scenes import WorkScene
from terminal.steps import Edit, Journey
from tests.terminal.sampler import ask, choose, review
from tests.terminal.stage import Stage
from tests.terminal.world import OTHER


def test_edit_asks_again_and_answers_what_follows_from_drafts() -> None:
    stage = Stage()
    stage.to("review", contact="old@x.example")
    assert stage.runner.answer(stage.scene.serial, Edit("contact"))
    assert (stage.key, stage.draft) == ("contact", "old@x.example")
    stage.answer("new@x.example")
    assert stage.scene.step == review(("service", "passport"), ("slot", "mo"), ("contact", "new@x.example"))


def test_edit_left_unchanged_leads_straight_back_to_review_and_runs_work_again() -> None:
    stage = Stage()
    stage.to("review")
    assert stage.runner.answer(stage.scene.serial, Edit("service"))
    asked = len(stage.scenes)
    stage.answer("passport")
    stage.workers.finish_all()
    assert stage.key == "review"
    assert all(isinstance(scene, WorkScene) for scene in stage.scenes[asked:-1])
    assert [what for what, _ in stage.world.log] == ["read", "hold", "undo-hold", "read", "hold"]
    assert stage.world.held == {"mo": "op0004"}


def test_after_an_edit_drafts_answer_only_up_to_the_first_difference() -> None:
    stage = Stage()
    stage.to("review")
    assert stage.runner.answer(stage.scene.serial, Edit("service"))
    stage.world.held["tu"] = OTHER
    stage.answer("passport")
    stage.workers.finish_all()
    assert (stage.key, stage.draft) == ("slot", "mo")
    stage.answer("we")
    stage.workers.finish_all()
    assert (stage.key, stage.draft) == ("contact", "a@b.example")


def test_edit_of_a_step_with_a_read_in_front_reads_again() -> None:
    stage = Stage()
    stage.to("review")
    assert stage.runner.answer(stage.scene.serial, Edit("slot"))
    stage.world.held["tu"] = OTHER
    assert stage.key == "slots"
    stage.to("slot")
    assert stage.scene.step == choose("slot", ("mo", "we"))
    stage.answer("we")
    stage.workers.finish_all()
    assert stage.key == "review"
    assert stage.world.held == {"tu": OTHER, "we": "op0004"}


def test_an_edited_step_is_asked_even_if_it_equals_its_draft() -> None:
    stage = Stage()
    stage.to("review")
    assert stage.runner.answer(stage.scene.serial, Edit("slot"))
    stage.workers.finish_all()
    assert (stage.key, stage.asks) == ("slot", True)


def test_edit_of_a_key_that_was_never_asked_is_ignored() -> None:
    stage = Stage()
    stage.to("review")
    serial = stage.scene.serial
    assert not stage.runner.answer(serial, Edit("nothing"))
    assert stage.scene.serial == serial


def test_back_in_the_middle_of_an_edit_forgets_the_answers_ahead() -> None:
    stage = Stage()
    stage.to("review")
    assert stage.runner.answer(stage.scene.serial, Edit("contact"))
    stage.back()
    stage.to("slot")
    stage.answer("we")
    stage.workers.finish_all()
    assert (stage.key, stage.draft) == ("contact", "a@b.example")


def test_edit_goes_to_the_last_answer_where_a_journey_asked_twice() -> None:
    def insisting() -> Journey:
        slot = ""
        while slot != "we":
            slot = yield from choose("slot", ("mo", "we"))
        yield from review(("slot", slot))

    stage = Stage(insisting)
    stage.answer("mo")
    stage.answer("we")
    assert stage.runner.answer(stage.scene.serial, Edit("slot"))
    assert [entry.answer for entry in stage.runner.tape.entries] == ["mo"]
    assert stage.draft == "we"


def test_a_question_that_comes_up_new_ends_the_answers_from_drafts() -> None:
    def journey() -> Journey:
        place = yield from ask("place")
        if place == "abroad":
            yield from ask("country")
        contact = yield from ask("contact")
        yield from review(("place", place), ("contact", contact))

    stage = Stage(journey)
    stage.answer("here")
    stage.answer("a@b.example")
    assert stage.runner.answer(stage.scene.serial, Edit("place"))
    stage.answer("abroad")
    stage.answer("Poland")
    assert (stage.key, stage.draft) == ("contact", "a@b.example")


def test_back_from_the_read_before_an_edited_step_forgets_the_answers_ahead() -> None:
    stage = Stage()
    stage.to("review")
    assert stage.runner.answer(stage.scene.serial, Edit("slot"))
    assert stage.works
    stage.back()
    stage.to("slot")
    stage.answer("we")
    stage.workers.finish_all()
    assert (stage.key, stage.draft) == ("contact", "a@b.example")


def test_a_secret_that_was_answered_again_after_an_edit_prefills_nothing_either() -> None:
    def careful() -> Journey:
        for key in ("first", "secret", "last"):
            yield from ask(key)

    stage = Stage(careful)
    stage.answer("a")
    stage.runner.answer(stage.scene.serial, "BT1:SECRET", prefills=False)
    stage.runner.answer(stage.scene.serial, Edit("first"))
    stage.answer("a")
    assert stage.key == "last"
    stage.back()
    assert (stage.key, stage.draft) == ("secret", None)
