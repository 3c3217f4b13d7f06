"""Whatever citizen, network and clock do, in any order: the rules hold."""

from collections import Counter

from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from terminal.scenes import StepScene, TroubleScene
from terminal.steps import Edit, Option, Review
from terminal.workers import Lane
from tests.terminal.sampler import USUAL
from tests.terminal.stage import Stage
from tests.terminal.world import OTHER, World

FAULTS = ["read", "hold", "confirm", "settle-hold", "settle-confirm"]
STARTS = ["service", "slots", "slot", "hold", "contact", "review", "confirm"]
MOVES = st.one_of(
    st.just(("onward", "")),
    st.just(("onward", "")),
    st.just(("answer", "")),
    st.tuples(st.just("run"), st.sampled_from(["work", "settle"])),
    st.tuples(st.just("deliver"), st.sampled_from(["work", "settle"])),
    st.tuples(st.just("finish"), st.sampled_from(["work", "settle"])),
    st.tuples(st.just("finish"), st.sampled_from(["work", "settle"])),
    st.just(("back", "")),
    st.tuples(st.just("edit"), st.sampled_from(["service", "slot", "contact", "nothing"])),
    st.just(("retry", "")),
    st.tuples(st.just("fail before"), st.sampled_from(FAULTS)),
    st.tuples(st.just("fail after"), st.sampled_from(FAULTS)),
    st.tuples(st.just("wait"), st.sampled_from(["1", "6", "11", "40"])),
    st.just(("stale", "")),
    st.just(("refuse", "")),
)


def choice(stage: Stage) -> object:
    """What this citizen answers: the usual if it is there, else the last thing offered."""
    step = stage.scene.step
    offered = [option.value for option in getattr(step, "options", ()) if isinstance(option, Option)]
    usual = USUAL.get(step.key, "leave")
    return usual if not offered or usual in offered else offered[-1]


def play(stage: Stage, move: tuple[str, str]) -> None:
    """Make one move, if it is possible now."""
    what, which = move
    scene = stage.runner.scene
    if what in ("run", "deliver", "finish"):
        lane = Lane(which)
        if what != "deliver" and stage.workers.queued(lane):
            stage.workers.run(lane)
        if what != "run" and stage.workers.on_their_way(lane):
            stage.workers.deliver(lane)
    elif what == "onward" and stage.workers.queued(Lane.WORK):
        stage.workers.finish(Lane.WORK)
    elif what == "wait":
        stage.loop.advance(float(which))
    elif what.startswith("fail"):
        stage.world.fail(which, what.removeprefix("fail "))
    elif what == "refuse":
        stage.world.refuses = not stage.world.refuses
    elif what == "back":
        stage.runner.back()
    elif what == "stale":
        stale(stage)
    elif isinstance(scene, StepScene) and what in ("answer", "onward"):
        assert stage.runner.answer(scene.serial, choice(stage))
    elif isinstance(scene, StepScene) and what == "edit" and isinstance(scene.step, Review):
        stage.runner.answer(scene.serial, Edit(which))
    elif isinstance(scene, TroubleScene) and what == "retry":
        assert stage.runner.retry(scene.serial)


def stale(stage: Stage) -> None:
    """Answers to every scene but the present one change nothing."""
    before = (stage.runner.scene, len(stage.runner.tape.entries))
    for scene in stage.scenes[:-1]:
        assert not stage.runner.answer(scene.serial, "stale")
        assert not stage.runner.retry(scene.serial)
    assert (stage.runner.scene, len(stage.runner.tape.entries)) == before


def holds(world: World) -> None:
    """The invariants of the world."""
    assert world.held.get("tu") == OTHER
    assert max(Counter(world.done("undo-hold")).values(), default=0) <= 1
    assert set(world.done("undo-hold")) <= set(world.done("hold"))
    assert len(world.booked) <= 1
    if world.booked:
        (winner,) = world.booked
        confirms = world.done("confirm")
        assert set(confirms[confirms.index(winner) :]) == {winner}


@settings(max_examples=400, deadline=None, database=None, print_blob=True)
@given(st.sampled_from(STARTS), st.lists(MOVES, min_size=10, max_size=80))
def test_no_sequence_of_events_breaks_the_rules(first: str, moves: list[tuple[str, str]]) -> None:
    stage = Stage(world=World(held={"tu": OTHER}))
    stage.to(first)
    for move in moves:
        key = stage.runner.scene.step.key if stage.runner.scene else "the end"
        note(f"{move} at {key}")
        event(f"came to {key}{' in trouble' if isinstance(stage.runner.scene, TroubleScene) else ''}")
        play(stage, move)
        stage.check()
        holds(stage.world)
    shown = len(stage.scenes)
    stage.close()
    stage.workers.finish_all()
    stage.loop.advance(60)
    stage.workers.finish_all()
    assert stage.closed == 1
    assert len(stage.scenes) == shown
    assert stage.world.held == {"tu": OTHER}
    assert stage.loop.pending == 0
    holds(stage.world)
