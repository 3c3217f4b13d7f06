"""Whoever leaves a card on the reader is called back before the next visit comes."""

import pytest

from terminal.belongings import CALL_EVERY_S, LONGEST_S, LOOK_EVERY_S, UNANSWERED_S
from terminal.scenes import ClosingScene
from terminal.workers import Lane
from tests.terminal.lobby import PATIENCE, Lobby


class OnTheReader:
    """A `Belongings`."""

    def __init__(self, *, used: bool = True, lies: bool = True) -> None:
        self.used, self.lies = used, lies

    def possible(self) -> bool:
        return self.used

    def lie(self) -> bool:
        return self.lies


def ended(reader: OnTheReader) -> Lobby:
    lobby = Lobby(belongings=reader)
    lobby.visit.touched()
    lobby.visit.end()
    return lobby


def left(lobby: Lobby) -> bool:
    assert isinstance(lobby.scene, ClosingScene)
    return lobby.scene.left


def look(lobby: Lobby, times: int = 1) -> None:
    for _ in range(times):
        lobby.workers.finish(Lane.LIVE)
        lobby.loop.advance(LOOK_EVERY_S)


def test_a_card_is_asked_for_seen_and_heard_until_it_is_taken() -> None:
    reader = OnTheReader()
    lobby = ended(reader)
    assert not left(lobby)
    look(lobby)
    assert (left(lobby), lobby.rung, lobby.finished) == (True, 1, 0)
    reader.lies = False
    look(lobby)
    assert (left(lobby), lobby.rung, lobby.finished) == (False, 1, 1)
    assert "card-left" not in lobby.recorded


def test_it_is_heard_again_and_again_and_in_the_end_the_next_visit_comes() -> None:
    lobby = ended(OnTheReader())
    look(lobby, int(LONGEST_S / LOOK_EVERY_S) + 1)
    assert (left(lobby), lobby.finished) == (False, 1)
    assert lobby.rung == int(LONGEST_S / CALL_EVERY_S)
    assert lobby.recorded.count("card-left") == 1


@pytest.mark.parametrize("reader", [OnTheReader(used=False), OnTheReader(lies=False)])
def test_without_a_card_nobody_waits(reader: OnTheReader) -> None:
    lobby = ended(reader)
    if reader.used:
        look(lobby)
    assert (lobby.rung, lobby.finished) == (0, 1)
    assert "card-left" not in lobby.recorded


def test_a_reader_that_does_not_answer_is_not_waited_for() -> None:
    lobby = ended(OnTheReader())
    lobby.loop.advance(UNANSWERED_S)
    assert lobby.finished == 1
    lobby.workers.finish(Lane.LIVE)
    lobby.loop.advance(LONGEST_S)
    assert (lobby.rung, lobby.finished) == (0, 1)


def test_the_question_whether_somebody_is_there_is_heard() -> None:
    lobby = Lobby()
    lobby.visit.touched()
    lobby.loop.advance(PATIENCE.idle_s)
    assert lobby.rung == 1
