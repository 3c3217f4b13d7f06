"""The PIN service from the first question to the last page, with a card in the test's hands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from terminal.adapters import Adapters
from terminal.eid import (
    EID,
    Busy,
    CardKind,
    CardLooked,
    CardWanted,
    EidEnd,
    EidState,
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
from terminal.journeys.registry import JOURNEYS
from terminal.steps import Ask, Done, Failed, InputKind, Read
from tests.journeys.town import PRAYER_DAY, SNAPSHOT, at
from tests.journeys.walk import texts_in
from tests.terminal.stage import Stage
from tests.texts.shipped import shipped_texts


class Card:
    """An `EidClient` whose card says what the test says."""

    def __init__(self) -> None:
        self.purposes: list[Purpose] = []
        self.entered: list[str] = []
        self.closed = 0

    def manage_pin(self, purpose: Purpose, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]) -> "Card":
        self.purposes.append(purpose)
        self.tell, self.end = tell, end
        return self

    def enter(self, value: str) -> None:
        self.entered.append(value)

    def close(self) -> None:
        self.closed += 1


class AtTheCard:
    """The journey with the card on the reader."""

    def __init__(self, what: str, **town: Any) -> None:
        self.card = Card()
        snapshot = replace(SNAPSHOT, **town)
        ports = replace(at(PRAYER_DAY), adapters=Adapters().having(EID, self.card))
        self.stage = Stage(lambda: JOURNEYS["pin-service"].begin(snapshot), reach=ports)
        self.stage.answer(what)

    def says(self, state: EidState) -> Any:
        """The page that the state of the card shows."""
        self.card.tell(state)
        self.stage.loop.run_until_idle()
        return self.stage.scene.step

    def ends(self, end: EidEnd) -> Any:
        """The page that is shown when it has ended so."""
        self.card.end(end)
        self.stage.loop.run_until_idle()
        return self.stage.scene.step

    def answers(self, answer: str) -> Any:
        """The page after an entry."""
        self.stage.runner.answer(self.stage.scene.serial, answer)
        self.stage.loop.run_until_idle()
        return self.stage.scene.step


PIN, NEW, OTHER = "846201", "195377", "195378"
STATES: tuple[EidState, ...] = (
    CardWanted(),
    CardWanted(again=True),
    Busy(),
    *(WrongCard(kind) for kind in CardKind),
    *(EntryWanted(entry, tries, wrong=wrong, keypad=keypad)
      for entry in Entry for tries in (1, 3) for wrong in (False, True) for keypad in (False, True)),
)  # fmt: skip
ENDS: tuple[EidEnd, ...] = (
    PinChanged(),
    Unblocked(),
    *(CardLooked(tries) for tries in range(4)),
    SwitchedOff(),
    PukUsedUp(),
    *(NotDone(trouble, perhaps) for trouble in Trouble for perhaps in (False, True)),
)


@pytest.mark.parametrize("purpose", [purpose.value for purpose in Purpose])
def test_the_card_is_spoken_to_for_what_the_citizen_came_for(purpose: str) -> None:
    assert AtTheCard(purpose).card.purposes == [Purpose(purpose)]


@pytest.mark.parametrize("state", STATES, ids=str)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_state_of_the_card_has_a_page_with_words(state: EidState, language: str) -> None:
    step, texts = AtTheCard("change-pin").says(state), shipped_texts()
    assert all(texts.render(text, language).speech.strip() for text in texts_in(step))


@pytest.mark.parametrize("end", ENDS, ids=str)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_end_has_a_page_with_words_and_a_way_on(end: EidEnd, language: str) -> None:
    step, texts = AtTheCard("change-pin").ends(end), shipped_texts()
    assert isinstance(step, Done) or step.ways
    assert all(texts.render(text, language).speech.strip() for text in texts_in(step))


def test_the_letters_pin_has_five_digits_and_ones_own_six() -> None:
    wanted = EntryWanted(Entry.PIN, tries=3)
    lengths = [AtTheCard(what).says(wanted).longest for what in ("first-pin", "change-pin")]
    assert lengths == [5, 6]


@pytest.mark.parametrize("entry", list(Entry))
def test_what_is_secret_is_asked_for_as_a_secret(entry: Entry) -> None:
    asked = AtTheCard("change-pin").says(EntryWanted(entry, tries=3))
    assert isinstance(asked, Ask)
    assert asked.input is InputKind.SECRET


def test_an_entry_goes_to_the_card_and_nowhere_else() -> None:
    at_the_card = AtTheCard("change-pin")
    at_the_card.says(EntryWanted(Entry.PIN, tries=3))
    at_the_card.answers(PIN)
    assert at_the_card.card.entered == [PIN]
    assert PIN not in repr(at_the_card.stage.runner.tape)


def test_a_new_pin_is_entered_twice_before_the_card_gets_it() -> None:
    at_the_card = AtTheCard("change-pin")
    at_the_card.says(EntryWanted(Entry.NEW_PIN, tries=3))
    assert at_the_card.answers(NEW).key == "card-repeat"
    assert at_the_card.card.entered == []
    at_the_card.answers(NEW)
    assert at_the_card.card.entered == [NEW]


def test_two_new_pins_that_differ_begin_again() -> None:
    at_the_card = AtTheCard("change-pin")
    at_the_card.says(EntryWanted(Entry.NEW_PIN, tries=3))
    at_the_card.answers(NEW)
    assert at_the_card.answers(OTHER).problem is not None
    at_the_card.answers(NEW)
    at_the_card.answers(NEW)
    assert at_the_card.card.entered == [NEW]


def test_whoever_does_not_know_the_pin_is_told_where_to_get_one() -> None:
    at_the_card = AtTheCard("change-pin")
    at_the_card.says(EntryWanted(Entry.PIN, tries=3))
    assert at_the_card.answers("").key == "forgotten"
    assert at_the_card.card.closed == 1


def test_a_reader_with_keys_is_pointed_to() -> None:
    step = AtTheCard("change-pin").says(EntryWanted(Entry.PIN, tries=3, keypad=True))
    assert isinstance(step, Read)


def test_success_is_told_only_when_the_card_has_told_it() -> None:
    assert AtTheCard("change-pin").ends(PinChanged()).key == "changed"
    assert isinstance(AtTheCard("change-pin").ends(NotDone(Trouble.TOO_SLOW, perhaps=True)), Failed)


def test_trying_again_speaks_with_the_card_anew() -> None:
    at_the_card = AtTheCard("change-pin")
    at_the_card.ends(NotDone(Trouble.TOO_SLOW))
    at_the_card.answers("again")
    assert at_the_card.card.purposes == [Purpose.CHANGE_PIN] * 2


def test_keys_may_stand_in_another_order_but_are_always_all() -> None:
    at_the_card = AtTheCard("change-pin", pin_keys_shuffled=True)
    orders = {at_the_card.says(EntryWanted(Entry.PIN, tries=tries)).digits for tries in range(4) for _ in range(10)}
    assert len(orders) > 1
    assert {"".join(sorted(order)) for order in orders} == {"0123456789"}


def test_forgotten_needs_no_card() -> None:
    at_the_card = AtTheCard("forgotten")
    assert at_the_card.card.purposes == []
    assert at_the_card.stage.key == "forgotten"


def test_leaving_closes_the_conversation() -> None:
    at_the_card = AtTheCard("look")
    at_the_card.stage.runner.back()
    assert at_the_card.card.closed == 1
