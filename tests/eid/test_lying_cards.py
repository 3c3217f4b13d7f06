"""Cards that answer wrongly, through the real AusweisApp: every conversation comes to an end, none claims what is not true."""

from queue import Empty

import pytest

from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.eid import CardLooked, EidEnd, Entry, EntryWanted, PinChanged, Purpose
from tests.eid.conftest import Begin
from tests.eid.conversation import CAN, NEW_PIN, PIN, PUK, Conversation

ENTERED = {Entry.PIN: PIN, Entry.NEW_PIN: NEW_PIN, Entry.CAN: CAN, Entry.PUK: PUK}
WAIT_S = 6.0


def talk(conversation: Conversation) -> EidEnd | None:
    """Enter what is asked for. The end; None where the card is asked for and none comes."""
    for _ in range(12):
        try:
            said = conversation.heard.get(timeout=WAIT_S)
            while not isinstance(said, EntryWanted | EidEnd):
                said = conversation.heard.get(timeout=WAIT_S)
        except Empty:
            return None
        if not isinstance(said, EntryWanted):
            return said
        conversation.session.enter(ENTERED[said.entry])
    return None


def check(begin: Begin, reader: SimulatedReader, seed: int) -> None:
    conversation = begin("", Purpose.CHANGE_PIN)
    assert reader.ask(f"lie citizen {seed}") == "ok"
    end = talk(conversation)
    if end == PinChanged():
        assert reader.ask("secrets").startswith(NEW_PIN), seed
    conversation.session.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_card_that_lies_is_believed_nothing_that_is_not_so_and_the_next_one_works(
    begin: Begin, reader: SimulatedReader, seed: int
) -> None:
    check(begin, reader, seed)
    assert begin("citizen", Purpose.LOOK).end() == CardLooked(3)


@pytest.mark.slow
def test_of_many_liars_none_stops_the_next_conversation(begin: Begin, reader: SimulatedReader) -> None:
    for seed in range(100, 124):
        check(begin, reader, seed)
    assert begin("citizen", Purpose.LOOK).end() == CardLooked(3)
