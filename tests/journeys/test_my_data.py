"""Reading one's own card: consent, PIN, the data, paper; and every way in which it comes to nothing has a page of its own."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import pytest

from terminal.adapters import Adapters
from terminal.attributes import Attribute, PersonalData, Place
from terminal.card_reading import AGREE, REFUSE, TOGGLE
from terminal.central.identity.port import EID_SERVICE, NotIdentified, Opened, Why
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.eid import (
    EID,
    Busy,
    CardWanted,
    Consent,
    EidEnd,
    EidState,
    Entry,
    EntryWanted,
    NotDone,
    PinBlocked,
    PukUsedUp,
    Purpose,
    Read,
    SwitchedOff,
    Trouble,
    Unblocked,
)
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.registry import JOURNEYS
from terminal.receipts.journal import Outcome
from terminal.receipts.plain import in_plain_text
from terminal.receipts.printing import RECEIPTS
from terminal.steps import Ask, Choose, Fact, Failed
from terminal.steps import Read as ReadStep
from terminal.workers import Lane
from tests.journeys.test_printing import Printer, saying
from tests.journeys.town import PRAYER_DAY, SNAPSHOT, at
from tests.journeys.walk import texts_in
from tests.terminal.stage import Stage
from tests.texts.shipped import shipped_texts

OPENED = Opened("ab" * 16, "https://eid.example/tctoken?s=1")
CONSENT = Consent(
    "Stadt Musterstadt",
    "https://musterstadt.example",
    "Anzeige der eigenen Daten",
    (Attribute.FAMILY_NAMES, Attribute.GIVEN_NAMES),
    (Attribute.PLACE_OF_RESIDENCE, Attribute.DATE_OF_BIRTH),
)
DATA = PersonalData(
    {Attribute.FAMILY_NAMES: "MUSTERMANN", Attribute.GIVEN_NAMES: "ERIKA", Attribute.DATE_OF_BIRTH: "12.08.1964"},
    Place("HEIDESTRASSE 17", "51147", "KÖLN", "D"),
)


class Town:
    """Card and eID service in the hands of a test."""

    def __init__(self) -> None:
        self.opened: Opened | NotIdentified = OPENED
        self.told: PersonalData | NotIdentified = DATA
        self.urls: list[str] = []
        self.consented: list[Collection[Attribute]] = []
        self.entered: list[str] = []
        self.closed = 0
        self.purposes: list[Purpose] = []

    def open(self, required: Collection[Attribute], optional: Collection[Attribute]) -> Opened | NotIdentified:
        return self.opened

    def result(self, opened: Opened) -> PersonalData | NotIdentified:
        assert opened == OPENED
        return self.told

    def identify(self, url: str, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]) -> "Town":
        self.urls.append(url)
        self.tell, self.end = tell, end
        return self

    def manage_pin(self, purpose: Purpose, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]) -> "Town":
        self.purposes.append(purpose)
        self.tell, self.end = tell, end
        return self

    def consent(self, chosen: Collection[Attribute]) -> None:
        self.consented.append(frozenset(chosen))

    def enter(self, value: str) -> None:
        self.entered.append(value)

    def close(self) -> None:
        self.closed += 1


class Reading:
    """The journey, begun."""

    def __init__(self, town: Town, printer: Printer | None = None, *, shuffled: bool = False) -> None:
        self.town = town
        adapters = Adapters().having(EID, town).having(EID_SERVICE, town)
        if printer:
            adapters = adapters.having(RECEIPTS, printer).having(SAYING, saying("de"))  # type: ignore[arg-type]
        snapshot = replace(SNAPSHOT, printer=bool(printer), pin_keys_shuffled=shuffled)
        self.stage = Stage(
            lambda: JOURNEYS["my-data"].begin(snapshot), reach=replace(at(PRAYER_DAY), adapters=adapters)
        )
        self.answer("begin")

    @property
    def step(self) -> Any:
        return self.stage.scene.step

    def answer(self, answer: str) -> Any:
        self.stage.answer(answer)
        return self.on()

    def on(self) -> Any:
        self.stage.loop.run_until_idle()
        while self.stage.workers.queued(Lane.WORK):
            self.stage.workers.finish(Lane.WORK)
            self.stage.loop.run_until_idle()
        return None if self.stage.ended else self.step

    def says(self, state: EidState) -> Any:
        self.town.tell(state)
        return self.on()

    def agrees(self) -> Any:
        """And the card is read."""
        self.says(CONSENT)
        self.answer(AGREE)
        return self.ends(Read())

    def ends(self, end: EidEnd) -> Any:
        self.town.end(end)
        return self.on()


def test_consent_comes_first_then_the_pin_then_the_data() -> None:
    reading = Reading(Town())
    assert reading.town.urls == [OPENED.tc_token_url]
    asked = reading.says(CONSENT)
    assert isinstance(asked, Choose)
    assert [option.value for option in asked.options] == [
        AGREE,
        REFUSE,
        f"{TOGGLE}PlaceOfResidence",
        f"{TOGGLE}DateOfBirth",
    ]
    reading.answer(AGREE)
    assert reading.town.consented == [frozenset(CONSENT.optional)]
    reading.says(Busy())
    assert isinstance(reading.says(EntryWanted(Entry.PIN, tries=3)), Ask)
    reading.answer("123456")
    assert reading.town.entered == ["123456"]
    shown = reading.ends(Read())
    assert [block.value.by_language for block in shown.blocks if isinstance(block, Fact)] == [
        (("", "MUSTERMANN"),),
        (("", "ERIKA"),),
        (("", "12.08.1964"),),
    ]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Printed(), "Ihr Zettel ist gedruckt."),
        (NotPrinted(PrinterState.PAPER_OUT, certain=True), "Der Drucker druckt gerade nicht."),
    ],
)
def test_what_became_of_the_print_is_said_and_the_data_can_be_seen_again(outcome: Outcome, said: str) -> None:
    printer = Printer(outcome)
    reading = Reading(Town(), printer)
    shown = reading.agrees()
    told = reading.answer("print")
    assert shipped_texts().render(told.title, "de").text == said
    assert "MUSTERMANN" in "\n".join(in_plain_text(printer.slips[0][1]))
    again = reading.answer("look")
    assert (again.title, again.blocks) == (shown.title, shown.blocks)
    assert [way.value for way in again.ways] == ["more"]
    assert len(printer.slips) == 1


def test_what_is_optional_can_be_left_out_and_taken_in_again() -> None:
    reading = Reading(Town())
    reading.says(CONSENT)
    reading.answer(f"{TOGGLE}PlaceOfResidence")
    reading.answer(f"{TOGGLE}DateOfBirth")
    reading.answer(f"{TOGGLE}DateOfBirth")
    reading.answer(AGREE)
    assert reading.town.consented == [frozenset({Attribute.DATE_OF_BIRTH})]


def test_what_is_required_cannot_be_smuggled_in_or_out() -> None:
    reading = Reading(Town())
    reading.says(CONSENT)
    reading.answer(f"{TOGGLE}FamilyNames")
    reading.answer(f"{TOGGLE}Nationality")
    reading.answer(AGREE)
    assert reading.town.consented == [frozenset(CONSENT.optional)]


def test_what_nobody_agreed_to_is_not_shown_whatever_the_service_sends() -> None:
    reading = Reading(Town())
    reading.says(CONSENT)
    reading.answer(f"{TOGGLE}DateOfBirth")
    reading.answer(AGREE)
    shown = reading.ends(Read())
    assert [block.value.by_language for block in shown.blocks if isinstance(block, Fact)] == [
        (("", "MUSTERMANN"),),
        (("", "ERIKA"),),
    ]


def test_a_service_that_has_nothing_to_tell_is_not_taken_for_success() -> None:
    town = Town()
    town.told = PersonalData({})
    assert isinstance(Reading(town).agrees(), Failed)


@pytest.mark.parametrize(
    "asked",
    [
        replace(CONSENT, required=(*CONSENT.required, Attribute.ISSUING_STATE)),
        replace(CONSENT, unnamed=True),
    ],
    ids=["more than we want", "what has no name"],
)
def test_nobody_is_asked_to_agree_to_more_than_the_journey_wants(asked: Consent) -> None:
    reading = Reading(Town())
    assert isinstance(reading.says(asked), Failed)
    assert reading.town.consented == []
    assert reading.town.closed >= 1


def test_what_is_optional_is_only_offered_where_the_journey_wants_it() -> None:
    asked = Reading(Town()).says(replace(CONSENT, optional=(Attribute.DATE_OF_BIRTH, Attribute.DOCUMENT_TYPE)))
    assert [option.value for option in asked.options] == [AGREE, REFUSE, f"{TOGGLE}DateOfBirth"]


def test_the_keys_for_the_pin_are_shuffled_where_the_town_wants_that() -> None:
    orders = set()
    for _ in range(5):
        reading = Reading(Town(), shuffled=True)
        orders.add(reading.says(EntryWanted(Entry.PIN, tries=3)).digits)
    assert len(orders) > 1


def test_whoever_refuses_has_told_nothing_and_the_visit_lives() -> None:
    reading = Reading(Town())
    reading.says(CONSENT)
    page = reading.answer(REFUSE)
    assert isinstance(page, Failed)
    assert reading.town.consented == []
    assert reading.town.closed >= 1
    reading.answer("again")
    assert len(reading.town.urls) == 2


ENDS = [
    *(NotDone(trouble) for trouble in Trouble),
    PinBlocked(),
    SwitchedOff(),
]


@pytest.mark.parametrize("end", ENDS, ids=str)
def test_every_end_has_a_page_with_words_in_both_languages_and_a_way_on(end: EidEnd) -> None:
    page = Reading(Town()).ends(end)
    assert isinstance(page, Failed)
    assert page.ways
    texts = shipped_texts()
    assert all(texts.render(text, language).text.strip() for text in texts_in((page,)) for language in ("de", "en"))


@pytest.mark.parametrize("why", Why)
def test_every_refusal_of_the_service_has_a_page(why: Why) -> None:
    before, after = Town(), Town()
    before.opened = NotIdentified(why)
    assert isinstance(Reading(before).step, Failed)
    after.told = NotIdentified(why)
    assert isinstance(Reading(after).agrees(), Failed)


def test_whoever_does_not_know_the_pin_is_told_where_to_go() -> None:
    reading = Reading(Town())
    reading.says(CONSENT)
    reading.answer(AGREE)
    reading.says(EntryWanted(Entry.PIN, tries=3))
    assert isinstance(reading.answer(""), Failed)
    assert reading.town.closed >= 1


@pytest.mark.parametrize("state", [CONSENT, CardWanted(), Busy(), EntryWanted(Entry.PIN, 3), EntryWanted(Entry.CAN, 1)])
def test_every_page_on_the_way_has_words_in_both_languages(state: EidState) -> None:
    page, texts = Reading(Town()).says(state), shipped_texts()
    assert all(texts.render(text, language).text.strip() for text in texts_in((page,)) for language in ("de", "en"))


def test_the_pin_is_not_on_the_tape_and_data_have_no_representation() -> None:
    reading = Reading(Town())
    reading.says(CONSENT)
    reading.answer(AGREE)
    reading.says(EntryWanted(Entry.PIN, tries=3))
    reading.answer("493817")
    reading.ends(Read())
    assert "493817" not in repr(vars(reading.stage.runner))
    assert isinstance(reading.step, ReadStep)
    assert "MUSTERMANN" not in repr(DATA)


def test_a_blocked_pin_is_unblocked_on_the_spot_and_the_card_is_read() -> None:
    reading = Reading(Town())
    reading.ends(PinBlocked())
    reading.answer("unblock")
    assert reading.town.purposes == [Purpose.UNBLOCK]
    reading.ends(Unblocked())
    assert len(reading.town.urls) == 2


def test_a_puk_that_is_used_up_ends_it() -> None:
    reading = Reading(Town())
    reading.ends(PinBlocked())
    reading.answer("unblock")
    page = reading.ends(PukUsedUp())
    assert isinstance(page, Failed)
    assert [way.value for way in page.ways] == ["more"]
