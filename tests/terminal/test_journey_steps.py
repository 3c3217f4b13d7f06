"""Rules 8, 10 and 11 of "Journeys, exactly": live data, what is no input, repeated and nested questions."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from terminal.steps import Choose, Edit, Journey, Option, Ports, Step, Work
from terminal.wording import Words, message
from tests.terminal.effects import Held, Hold, Taken
from tests.terminal.sampler import ask, failed, review, work
from tests.terminal.stage import Stage
from tests.terminal.world import OTHER, WorldPorts, ports


@dataclass(frozen=True)
class FreeNow:
    """Live: what is free at this moment."""

    every_s: float = 2.0
    local: bool = False

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """The free slots that begin with `typed`."""
        assert isinstance(ports, WorldPorts)
        free = (slot for slot in ports.world.free() if slot.startswith(typed))
        return tuple(Option(value=slot, label=Words.same(slot)) for slot in free)


def live_journey() -> Journey:
    slot = yield from Choose(key="slot", title=message("t"), options=FreeNow())
    held = yield from work("hold", Hold(slot))
    if not isinstance(held, Held):
        yield from failed("taken")
        return
    yield from ask("contact")


def test_live_data_is_no_work_and_leaves_no_trace_on_the_tape() -> None:
    stage = Stage(live_journey)
    assert not isinstance(stage.scene.step, Work)
    stage.world.held["mo"] = OTHER
    stage.check()
    assert stage.runner.tape.entries == []


def test_a_live_step_replays_equal_whatever_the_world_has_become() -> None:
    stage = Stage(live_journey)
    stage.answer("tu")
    stage.finish()
    stage.world.held["we"] = OTHER
    stage.back()
    assert stage.scene.step == Choose(key="slot", title=message("t"), options=FreeNow())


def test_what_was_chosen_from_live_data_is_validated_by_the_next_work() -> None:
    stage = Stage(live_journey)
    stage.world.held["mo"] = OTHER
    stage.answer("mo")
    stage.finish()
    assert stage.runner.tape.entries[-1].answer == Taken()
    assert stage.key == "taken"


def test_a_live_query_looks_at_the_world_of_the_moment() -> None:
    stage = Stage(live_journey)
    stage.world.held["mo"] = OTHER
    assert [option.value for option in FreeNow().look(ports(stage.world), "")] == ["tu", "we"]
    assert [option.value for option in FreeNow().look(ports(stage.world), "t")] == ["tu"]


def test_steps_carry_message_ids_so_that_the_language_is_no_input() -> None:
    step = ask("contact")
    assert step.title == message("t")
    assert step == ask("contact")


def family() -> Journey:
    number = 0
    more = "yes"
    while more == "yes":
        number += 1
        yield from ask(f"member:{number}")
        more = yield from ask(f"more:{number}")
    yield from pet("pet")
    yield from review(("member:1", "x"))


def pet(prefix: str) -> Generator[Step[Any], Any, str]:
    kind = yield from ask(f"{prefix}.kind")
    yield from ask(f"{prefix}.name")
    return kind


def at_the_pet() -> Stage:
    stage = Stage(family)
    for answer in ("Ada", "yes", "Bo", "no"):
        stage.answer(answer)
    return stage


def test_repeated_questions_have_keys_and_drafts_of_their_own() -> None:
    stage = at_the_pet()
    for key, draft in [("more:2", "no"), ("member:2", "Bo"), ("more:1", "yes"), ("member:1", "Ada")]:
        stage.back()
        assert (stage.key, stage.draft) == (key, draft)


def test_a_sub_journey_is_walked_and_gone_back_through_like_its_own_steps() -> None:
    stage = at_the_pet()
    stage.answer("cat")
    assert stage.key == "pet.name"
    stage.back()
    assert (stage.key, stage.draft) == ("pet.kind", "cat")


def test_edit_of_a_repeat_answers_the_other_repeats_and_the_sub_journey_from_drafts() -> None:
    stage = at_the_pet()
    stage.answer("cat")
    stage.answer("Tom")
    assert stage.runner.answer(stage.scene.serial, Edit("member:1"))
    stage.answer("Eve")
    assert stage.key == "review"
    assert [entry.answer for entry in stage.runner.tape.entries] == ["Eve", "yes", "Bo", "no", "cat", "Tom"]
