"""Every state of a card, by its own APDUs, through pcscd and AusweisApp to what the kiosk is told."""

import pytest

from hardware.ausweisapp.client import AusweisApp
from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.eid import (
    CardKind,
    CardLooked,
    CardWanted,
    EidEnd,
    Entry,
    EntryWanted,
    NotDone,
    PinChanged,
    PukUsedUp,
    Purpose,
    SwitchedOff,
    Trouble,
    Unblocked,
    WrongCard,
)
from tests.eid.conftest import Begin
from tests.eid.conversation import CAN, NEW_PIN, PIN, PUK, TRANSPORT_PIN, Conversation


def test_the_pin_is_changed(begin: Begin, reader: SimulatedReader) -> None:
    card = begin("citizen", Purpose.CHANGE_PIN)
    card.enter(Entry.PIN, PIN)
    card.enter(Entry.NEW_PIN, NEW_PIN)
    assert card.end() == PinChanged()
    assert reader.ask("secrets") == f"{NEW_PIN} 3 10 False"


def test_the_letters_pin_becomes_ones_own(begin: Begin, reader: SimulatedReader) -> None:
    card = begin("transport-pin", Purpose.FIRST_PIN)
    card.enter(Entry.PIN, TRANSPORT_PIN)
    card.enter(Entry.NEW_PIN, NEW_PIN)
    assert card.end() == PinChanged()
    assert reader.ask("secrets") == f"{NEW_PIN} 3 10 False"


def test_a_wrong_pin_costs_a_try_and_is_asked_for_again(begin: Begin) -> None:
    card = begin("citizen", Purpose.CHANGE_PIN)
    card.enter(Entry.PIN, "111111")
    assert card.asked() == EntryWanted(Entry.PIN, tries=2, wrong=True)


def test_a_pin_of_the_wrong_length_costs_none(begin: Begin) -> None:
    card = begin("citizen", Purpose.CHANGE_PIN)
    card.enter(Entry.PIN, "12")
    assert card.asked() == EntryWanted(Entry.PIN, tries=3, wrong=True)


def test_before_the_third_try_comes_the_can(begin: Begin) -> None:
    card = begin("suspended", Purpose.CHANGE_PIN)
    card.enter(Entry.CAN, "000000")
    assert card.asked() == EntryWanted(Entry.CAN, tries=1, wrong=True)
    card.session.enter(CAN)
    assert card.asked() == EntryWanted(Entry.PIN, tries=1)
    card.session.enter(PIN)
    card.enter(Entry.NEW_PIN, NEW_PIN)
    assert card.end() == PinChanged()


def test_the_puk_unblocks(begin: Begin, reader: SimulatedReader) -> None:
    card = begin("blocked", Purpose.UNBLOCK)
    card.enter(Entry.PUK, "0000000000")
    assert card.asked() == EntryWanted(Entry.PUK, tries=0, wrong=True)
    card.session.enter(PUK)
    assert card.end() == Unblocked()
    assert reader.ask("secrets") == f"{PIN} 3 9 False"


def test_a_puk_that_was_used_ten_times_unblocks_nothing(begin: Begin) -> None:
    card = begin("puk-used-up", Purpose.UNBLOCK)
    card.enter(Entry.PUK, PUK)
    assert card.end() == PukUsedUp()


def test_a_card_whose_function_is_off_is_told_and_not_waited_for(begin: Begin) -> None:
    assert begin("deactivated", Purpose.CHANGE_PIN).end() == SwitchedOff()


@pytest.mark.parametrize(("card", "tries"), [("citizen", 3), ("wrong-once", 2), ("suspended", 1), ("blocked", 0)])
def test_looking_tells_how_many_tries_are_left_and_takes_none(
    begin: Begin, reader: SimulatedReader, card: str, tries: int
) -> None:
    assert begin(card, Purpose.LOOK).end() == CardLooked(tries)
    assert reader.ask("secrets") == f"{PIN} {tries} 10 False"


def test_a_card_that_is_not_blocked_needs_no_puk(begin: Begin) -> None:
    assert begin("citizen", Purpose.UNBLOCK).end() == CardLooked(3)


@pytest.mark.parametrize(("card", "kind"), [("health", CardKind.HEALTH), ("unknown", CardKind.UNREADABLE)])
def test_another_card_is_called_by_its_name_and_the_right_one_goes_on(
    begin: Begin, reader: SimulatedReader, card: str, kind: CardKind
) -> None:
    conversation = begin(card, Purpose.LOOK)
    while conversation.hears(WrongCard, EidEnd) != WrongCard(kind):
        pass
    reader.ask("insert citizen")
    assert conversation.end() == CardLooked(3)


def test_a_card_may_come_late(begin: Begin, reader: SimulatedReader) -> None:
    conversation = begin("", Purpose.LOOK)
    assert conversation.hears(CardWanted) == CardWanted()
    reader.ask("insert citizen")
    assert conversation.end() == CardLooked(3)


@pytest.mark.parametrize("entry", [Entry.PIN, Entry.CAN, Entry.PUK])
def test_a_card_taken_away_at_a_question_is_asked_for_again(
    begin: Begin, reader: SimulatedReader, entry: Entry
) -> None:
    name = {Entry.PIN: "citizen", Entry.CAN: "suspended", Entry.PUK: "blocked"}[entry]
    card = begin(name, Purpose.CHANGE_PIN)
    asked = card.asked()
    assert asked.entry is entry
    reader.ask("remove")
    assert card.hears(CardWanted) == CardWanted(again=True)
    reader.ask(f"insert {name}")
    assert card.asked() == asked
    card.session.close()


def test_a_card_taken_away_before_the_new_pin_keeps_the_old_one(begin: Begin, reader: SimulatedReader) -> None:
    card = begin("citizen", Purpose.CHANGE_PIN)
    card.enter(Entry.PIN, PIN)
    assert card.asked().entry is Entry.NEW_PIN
    reader.ask("remove")
    assert card.hears(CardWanted) == CardWanted(again=True)


def test_whoever_leaves_at_a_question_leaves_the_card_as_it_was(begin: Begin, reader: SimulatedReader) -> None:
    card = begin("citizen", Purpose.CHANGE_PIN)
    card.asked()
    card.session.close()
    following = begin("citizen", Purpose.LOOK)
    assert following.end() == CardLooked(3)
    assert card.heard.empty()


def test_a_reader_that_is_unplugged_ends_it_and_the_next_conversation_works(
    begin: Begin, reader: SimulatedReader
) -> None:
    card = begin("citizen", Purpose.CHANGE_PIN)
    card.asked()
    reader.ask("unplug")
    assert card.end() == NotDone(Trouble.NO_READER)
    reader.ask("plug")
    assert begin("citizen", Purpose.LOOK).end() == CardLooked(3)


@pytest.mark.parametrize("entry", list(Entry))
def test_when_the_readers_service_dies_at_a_question_the_next_conversation_works(
    begin: Begin, reader: SimulatedReader, entry: Entry
) -> None:
    name = {Entry.CAN: "suspended", Entry.PUK: "blocked"}.get(entry, "citizen")
    card = begin(name, Purpose.CHANGE_PIN)
    if entry is Entry.NEW_PIN:
        card.enter(Entry.PIN, PIN)
    assert card.asked().entry is entry
    reader.ask("crash")
    assert card.end() == NotDone(Trouble.NO_READER)
    reader.ask("plug")
    assert begin("citizen", Purpose.LOOK).end() == CardLooked(3)


def test_without_a_reader_nobody_is_asked_for_a_card_for_ever(
    begin: Begin, reader: SimulatedReader, ausweisapp: AusweisApp
) -> None:
    assert begin("citizen", Purpose.LOOK).end() == CardLooked(3)
    reader.ask("unplug")
    card = Conversation(ausweisapp, Purpose.LOOK)
    assert card.end() == NotDone(Trouble.NO_READER)
