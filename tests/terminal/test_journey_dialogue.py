"""Rule 9: dialogues show views and take inputs; only their outcome goes on the tape, and a PIN is kept nowhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from terminal.scenes import StepScene
from terminal.steps import Ask, Choose, Converse, Journey, Option, Ports, Read, Step
from terminal.wording import message
from tests.terminal.stage import Stage

PIN = "846201"
SESSIONS: list["Talking"] = []


class Talking:
    """A session in the test's hands."""

    def __init__(self, show: Callable[[Step[Any]], None], done: Callable[[str], None]) -> None:
        self.show, self.done = show, done
        self.inputs: list[str] = []
        self.closed = 0

    def put(self, answer: Any) -> None:
        """Remember what arrived."""
        self.inputs.append(answer)

    def close(self) -> None:
        """Count."""
        self.closed += 1


@dataclass(frozen=True)
class CardTalk:
    """Begins a session and leaves the rest to the test."""

    def start(self, ports: Ports, show: Callable[[Step[Any]], None], done: Callable[[str], None]) -> Talking:
        """See `Dialogue`."""
        SESSIONS.append(Talking(show, done))
        return SESSIONS[-1]


OPENING = Read(key="opening", title=message("t"), blocks=())
ASK_PIN = Ask(key="pin", title=message("t"), label=message("l"))


def with_card() -> Journey:
    """Choose, talk to the card, read the outcome."""
    yield from Choose(key="first", title=message("t"), options=(Option(value="a", label=message("a")),))
    outcome = yield from Converse(key="card", dialogue=CardTalk(), opening=OPENING)
    yield from Read(key=f"after-{outcome}", title=message("t"), blocks=())


def at_the_card() -> tuple[Stage, Talking]:
    """The session has begun and asks for the PIN."""
    stage = Stage(with_card)
    stage.answer("a")
    session = SESSIONS[-1]
    session.show(ASK_PIN)
    stage.loop.run_until_idle()
    return stage, session


def test_the_opening_is_shown_until_there_is_a_view() -> None:
    stage = Stage(with_card)
    stage.answer("a")
    assert stage.key == "opening"


def test_a_view_is_shown_like_any_step() -> None:
    stage, _ = at_the_card()
    assert isinstance(stage.scene, StepScene)
    assert stage.scene.step == ASK_PIN


def test_an_input_goes_to_the_session_and_not_on_the_tape() -> None:
    stage, session = at_the_card()
    assert stage.runner.answer(stage.scene.serial, PIN)
    assert session.inputs == [PIN]
    assert PIN not in repr(stage.runner.tape)


def test_what_is_typed_in_a_dialogue_is_no_draft() -> None:
    stage, _ = at_the_card()
    stage.runner.draft("pin", PIN)
    assert PIN not in repr(stage.runner.tape)
    assert PIN not in repr(stage.scene)


def test_only_the_outcome_goes_on_the_tape() -> None:
    stage, session = at_the_card()
    stage.runner.answer(stage.scene.serial, PIN)
    session.done("ok")
    stage.loop.run_until_idle()
    assert stage.key == "after-ok"
    assert [entry.answer for entry in stage.runner.tape.entries] == ["a", "ok"]


def test_back_closes_the_session_first() -> None:
    stage, session = at_the_card()
    assert stage.runner.back()
    assert session.closed == 1
    assert stage.key == "first"


def test_a_closed_session_can_show_and_answer_nothing_more() -> None:
    stage, session = at_the_card()
    stage.runner.back()
    session.show(ASK_PIN)
    session.done("ok")
    stage.loop.run_until_idle()
    assert stage.key == "first"


def test_the_end_of_a_visit_closes_the_session() -> None:
    stage, session = at_the_card()
    stage.runner.close(lambda: None)
    assert session.closed == 1


def test_an_input_to_an_earlier_view_is_stale() -> None:
    stage, session = at_the_card()
    earlier = stage.scene.serial
    session.show(Read(key="wait", title=message("t"), blocks=()))
    stage.loop.run_until_idle()
    assert not stage.runner.answer(earlier, PIN)
    assert session.inputs == []
