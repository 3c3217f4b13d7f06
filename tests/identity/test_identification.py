"""A card read from beginning to end: AusweisApp, pcscd, the virtual card, a test eID server, and our adapter towards its customer interface."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Any

import pytest

from hardware.ausweisapp.client import AusweisApp
from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.attributes import Attribute, PersonalData
from terminal.central.identity.port import NotIdentified, Opened, Why
from terminal.central.identity.tr03130.service import Tr03130
from terminal.eid import (
    CardWanted,
    Consent,
    EidEnd,
    Entry,
    EntryWanted,
    NotDone,
    PinBlocked,
    Read,
    SwitchedOff,
    Trouble,
)
from tests.eid.conversation import CAN, PATIENCE_S, PIN
from tests.identity.conftest import customer_of
from tests.identity.whole_service import WholeService

REQUIRED = (Attribute.GIVEN_NAMES, Attribute.FAMILY_NAMES)
OPTIONAL = (Attribute.PLACE_OF_RESIDENCE, Attribute.DATE_OF_BIRTH)


class Identification:
    """One, with the citizen in the hands of a test."""

    def __init__(self, app: AusweisApp, town: Tr03130) -> None:
        self.town = town
        opened = town.open(REQUIRED, OPTIONAL)
        assert isinstance(opened, Opened), opened
        self.opened = opened
        self.heard: SimpleQueue[Any] = SimpleQueue()
        self.session = app.identify(opened.tc_token_url, self.heard.put, self.heard.put)

    def hears(self, *kinds: type) -> Any:
        while True:
            said = self.heard.get(timeout=PATIENCE_S)
            if isinstance(said, (*kinds, EidEnd)):
                return said

    def agree(self, *chosen: Attribute) -> Consent:
        consent = self.hears(Consent)
        assert isinstance(consent, Consent), consent
        self.session.consent(chosen)
        return consent

    def enter(self, entry: Entry, value: str) -> None:
        asked = self.hears(EntryWanted)
        assert isinstance(asked, EntryWanted), asked
        assert asked.entry is entry
        self.session.enter(value)

    def end(self) -> EidEnd:
        end: EidEnd = self.hears()
        return end

    def as_far_as_it_goes(self) -> EidEnd:
        """Agree and enter the PIN, if it comes to that."""
        said = self.hears(Consent)
        if isinstance(said, Consent):
            self.session.consent(())
            said = self.hears(EntryWanted)
        if isinstance(said, EntryWanted):
            self.session.enter(PIN)
            said = self.end()
        end: EidEnd = said
        return end


Identify = Callable[[str], Identification]


@pytest.fixture
def identify(own_reader: SimulatedReader, relaxed_app: AusweisApp, service: WholeService) -> Iterator[Identify]:
    begun: list[Identification] = []

    def begin(card: str) -> Identification:
        assert own_reader.ask(f"insert {card}" if card else "remove") == "ok"
        begun.append(Identification(relaxed_app, customer_of(service)))
        return begun[-1]

    yield begin
    for one in begun:
        one.session.close()
    own_reader.ask("remove")


def test_who_asks_and_for_what_is_shown_and_the_card_tells_it(identify: Identify) -> None:
    visit = identify("citizen")
    consent = visit.agree(*OPTIONAL)
    assert (consent.who, set(consent.required), set(consent.optional)) == (
        "Stadt Musterstadt",
        set(REQUIRED),
        set(OPTIONAL),
    )
    assert "Anzeige der eigenen Daten" in consent.purpose
    visit.enter(Entry.PIN, PIN)
    assert visit.end() == Read()
    found = visit.town.result(visit.opened)
    assert isinstance(found, PersonalData)
    assert found.name == "ERIKA MUSTERMANN"
    assert found.texts[Attribute.DATE_OF_BIRTH] == "12.08.1964"
    assert found.residence is not None
    assert found.residence.line == "HEIDESTRASSE 17, 51147 KÖLN"


def test_what_is_left_out_is_not_told(identify: Identify) -> None:
    visit = identify("citizen")
    visit.agree(Attribute.DATE_OF_BIRTH)
    visit.enter(Entry.PIN, PIN)
    assert visit.end() == Read()
    found = visit.town.result(visit.opened)
    assert isinstance(found, PersonalData)
    assert set(found.texts) == {*REQUIRED, Attribute.DATE_OF_BIRTH}
    assert found.residence is None


def test_a_wrong_pin_is_asked_for_again(identify: Identify) -> None:
    visit = identify("citizen")
    visit.agree()
    visit.enter(Entry.PIN, "111111")
    assert visit.hears(EntryWanted) == EntryWanted(Entry.PIN, tries=2, wrong=True)
    visit.session.enter(PIN)
    assert visit.end() == Read()


def test_before_the_third_try_comes_the_can(identify: Identify) -> None:
    visit = identify("suspended")
    visit.agree()
    visit.enter(Entry.CAN, CAN)
    visit.enter(Entry.PIN, PIN)
    assert visit.end() == Read()


def test_a_blocked_pin_ends_it(identify: Identify) -> None:
    visit = identify("blocked")
    visit.agree()
    assert visit.end() == PinBlocked()


def test_a_card_whose_function_is_off_ends_it(identify: Identify) -> None:
    visit = identify("deactivated")
    visit.agree()
    assert visit.end() == SwitchedOff()


def test_whoever_does_not_agree_has_told_nothing(identify: Identify, service: WholeService) -> None:
    visit = identify("citizen")
    assert isinstance(visit.hears(Consent), Consent)
    visit.session.close()
    found = visit.town.result(visit.opened)
    assert isinstance(found, NotIdentified)
    assert service.server.sessions[visit.opened.id].read is None


def test_a_card_taken_away_before_the_pin_is_asked_for_again(identify: Identify, own_reader: SimulatedReader) -> None:
    visit = identify("citizen")
    visit.agree()
    assert isinstance(visit.hears(EntryWanted), EntryWanted)
    own_reader.ask("remove")
    assert visit.hears(CardWanted) == CardWanted(again=True)
    own_reader.ask("insert citizen")
    assert isinstance(visit.hears(EntryWanted), EntryWanted)
    visit.session.enter(PIN)
    assert visit.end() == Read()


@pytest.mark.parametrize("kind", ["expired", "foreign"])
def test_a_certificate_that_does_not_hold_reads_nothing(identify: Identify, service: WholeService, kind: str) -> None:
    setattr(service.server, kind, True)
    visit = identify("citizen")
    assert isinstance(visit.as_far_as_it_goes(), NotDone)
    assert service.server.sessions[visit.opened.id].read is None
    assert isinstance(visit.town.result(visit.opened), NotIdentified)


@pytest.mark.parametrize(
    "step", ["StartPAOS", "InitializeFrameworkResponse", "DIDAuthenticateResponse", "TransmitResponse"]
)
def test_a_server_that_dies_at_any_step_ends_it_and_the_next_one_works(
    identify: Identify, service: WholeService, step: str
) -> None:
    service.server.down_at = step
    visit = identify("citizen")
    assert isinstance(visit.as_far_as_it_goes(), NotDone)
    service.server.down_at = ""
    following = identify("citizen")
    following.agree()
    following.enter(Entry.PIN, PIN)
    assert following.end() == Read()


@pytest.mark.parametrize("step", ["InitializeFrameworkResponse", "DIDAuthenticateResponse"])
def test_a_card_taken_away_while_it_is_read_tells_nothing_and_the_next_one_works(
    identify: Identify, service: WholeService, own_reader: SimulatedReader, step: str
) -> None:
    def take_away(message: str) -> None:
        if message == step and service.server.heard.count("DIDAuthenticateResponse") == (
            step != "InitializeFrameworkResponse"
        ):
            own_reader.ask("remove")

    service.server.on = take_away
    visit = identify("citizen")
    visit.agree()
    said = visit.hears(EntryWanted, CardWanted)
    if isinstance(said, EntryWanted):
        visit.session.enter(PIN)
        said = visit.hears(CardWanted)
    assert isinstance(said, NotDone | CardWanted)
    visit.session.close()
    service.server.on = lambda message: None
    # A program from which a card was torn away may be silent once more; that is told, and whoever tries again is served.
    ends = [identify("citizen").as_far_as_it_goes() for _ in range(2)]
    assert ends[1] == Read()
    assert ends[0] in (Read(), NotDone(Trouble.TOO_SLOW))


def test_a_result_that_nobody_has_made_is_not_waited_for_long(
    identify: Identify, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.central.identity.tr03130.service.LONGEST_S", 0.0)
    visit = identify("citizen")
    assert visit.town.result(visit.opened) == NotIdentified(Why.NOT_YET)
