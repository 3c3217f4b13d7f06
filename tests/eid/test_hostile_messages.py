"""Whatever the program or a card's terminal says: no crash, and nothing that waits for ever."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hardware.ausweisapp.messages import message_of
from hardware.ausweisapp.moves import End
from hardware.ausweisapp.pin_workflow import PinWorkflow
from hardware.simulated.eid_card.card import EidCard
from hardware.simulated.eid_card.stock import CARDS
from terminal.eid import PinChanged, Purpose

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
CARD = st.fixed_dictionaries(
    {},
    optional={"deactivated": st.booleans() | JSON, "inoperative": st.booleans() | JSON, "retryCounter": st.integers(-1, 9) | JSON},
)  # fmt: skip
READER = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["one", "two", "Simulator"]) | JSON,
        "attached": st.booleans() | JSON,
        "keypad": st.booleans() | JSON,
        "card": st.none() | CARD | JSON,
    },
)
NAMES = st.sampled_from(
    [
        "READER",
        "ENTER_PIN",
        "ENTER_NEW_PIN",
        "ENTER_CAN",
        "ENTER_PUK",
        "INSERT_CARD",
        "PAUSE",
        "CHANGE_PIN",
        "BAD_STATE",
    ]
)
MESSAGE = st.builds(
    lambda name, reader, more: json.dumps({**reader, **more, "reader": reader, "msg": name}),
    NAMES | JSON,
    READER,
    st.dictionaries(st.sampled_from(["success", "error", "available"]), JSON, max_size=2),
)


TALKS = st.lists(MESSAGE | st.text(max_size=40), max_size=12)


def ends_of(texts: list[str], purpose: Purpose, *, on_screen: bool) -> list[End]:
    """The ends that are told when the workflow hears `texts` and then silence."""
    workflow = PinWorkflow(purpose, on_screen=on_screen)
    moves = list(workflow.begin())
    for text in texts:
        message = message_of(text)
        if message:
            moves += workflow.hear(message)
        moves += workflow.enter("123456")
    moves += workflow.leave()
    for _ in range(20):
        if not workflow.over:
            assert workflow.deadline_s is not None
            moves += workflow.expired()
    assert workflow.over
    return [move for move in moves if isinstance(move, End)]


@settings(max_examples=100, deadline=None)
@given(TALKS, st.sampled_from(Purpose), st.booleans())
@example(["{" * 100_000], Purpose.LOOK, True)
def test_after_any_messages_silence_leads_to_one_end(texts: list[str], purpose: Purpose, on_screen: bool) -> None:
    assert len(ends_of(texts, purpose, on_screen=on_screen)) == 1


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(TALKS, st.sampled_from(Purpose), st.booleans())
def test_after_very_many_messages_too(texts: list[str], purpose: Purpose, on_screen: bool) -> None:
    assert len(ends_of(texts, purpose, on_screen=on_screen)) == 1


@settings(max_examples=100, deadline=None)
@given(st.lists(MESSAGE, max_size=10))
def test_a_new_pin_is_never_claimed_that_was_not_sent(texts: list[str]) -> None:
    workflow = PinWorkflow(Purpose.CHANGE_PIN, on_screen=True)
    moves = list(workflow.begin())
    for message in filter(None, map(message_of, texts)):
        moves += workflow.hear(message)
    assert not any(isinstance(move, End) and move.end == PinChanged() for move in moves)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(CARDS)), st.lists(st.binary(max_size=40), max_size=6))
def test_a_card_answers_any_bytes_with_a_status_word(name: str, commands: list[bytes]) -> None:
    card: EidCard = CARDS[name]()
    for command in commands:
        assert len(card.transmit(command)) >= 2
