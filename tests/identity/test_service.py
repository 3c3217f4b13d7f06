"""The adapter over real TLS against a front that shares no code with it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from terminal.attributes import Attribute, PersonalData
from terminal.central.identity.port import NotIdentified, Opened, Why
from terminal.central.identity.tr03130 import service as module
from terminal.central.identity.tr03130.envelope import Identity
from terminal.central.identity.tr03130.service import Service, Tr03130
from terminal.http import Connection
from tests.identity.eid_service import PERSON, Front, front
from tests.identity.front import get_result_response, message, signer, use_id_response

REQUIRED = (Attribute.GIVEN_NAMES, Attribute.FAMILY_NAMES)
OPTIONAL = (Attribute.PLACE_OF_RESIDENCE,)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Front]:
    with front(tmp_path) as running:
        yield running


def customer(town: Front, *, tc_token: str = "", now: datetime | None = None) -> Tr03130:
    files = [str(town.directory / name) for name in ("service.pem", "kiosk.pem")]
    ours = Identity(town.customer.key, town.customer.certificate)
    connection = Connection(certificate=files[0], ours=files[1])
    moment = now or datetime.now(UTC)
    return Tr03130(
        Service(town.address, town.ours.certificate, tc_token), ours, connection, lambda: moment, lambda s: None
    )


def opened(town: Front, **more: str) -> Opened:
    found = customer(town, **more).open(REQUIRED, OPTIONAL)
    assert isinstance(found, Opened), found
    return found


def test_a_session_is_opened_for_what_is_asked_for_and_nothing_else(town: Front) -> None:
    found = opened(town)
    assert (found.id, found.tc_token_url) == (town.sessions[0], f"{town.tc_token}{town.sessions[0]}")
    asked = town.recorded.operations
    assert [name for name, value in asked.items() if value == "REQUIRED"] == ["GivenNames", "FamilyNames"]
    assert [name for name, value in asked.items() if value == "ALLOWED"] == ["PlaceOfResidence"]
    assert asked["DateOfBirth"] == "PROHIBITED"


def test_what_the_card_told_is_read(town: Front) -> None:
    found = customer(town).result(opened(town))
    assert isinstance(found, PersonalData)
    assert found.name == "Dr. ERIKA MUSTERMANN"
    assert found.texts[Attribute.DATE_OF_BIRTH] == "12.08.1964"
    assert found.texts[Attribute.PLACE_OF_BIRTH] == "BERLIN"
    assert found.residence is not None
    assert found.residence.line == "HEIDESTRASSE 17, 51147 KÖLN"


def test_a_result_that_is_not_there_yet_is_waited_for(town: Front) -> None:
    waits = iter(["", "", PERSON])
    town.result = lambda session: next(waits)
    assert isinstance(customer(town).result(opened(town)), PersonalData)
    assert town.recorded.counters == [1, 2, 3]


def test_but_not_for_ever(town: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_S", 0.0)
    town.result = lambda session: ""
    assert customer(town).result(opened(town)) == NotIdentified(Why.NOT_YET)


@pytest.mark.parametrize(
    ("minor", "why"),
    [
        ("cancellationByUser", Why.DENIED),
        ("missingTerminalRights", Why.NOT_PERMITTED),
        ("invalidSession", Why.DOWN),
        ("somethingNew", Why.DOWN),
    ],
)
def test_a_refusal_says_why(town: Front, minor: str, why: Why) -> None:
    town.result = lambda session: f"!{minor}"
    assert customer(town).result(opened(town)) == NotIdentified(why)


def test_a_session_that_is_not_ours_gives_nothing(town: Front) -> None:
    opened(town)
    stolen = Opened("00" * 16, town.tc_token)
    assert customer(town).result(stolen) == NotIdentified(Why.DOWN)


def test_an_answer_that_was_given_before_is_refused(town: Front) -> None:
    before = message(get_result_response(PERSON), town.ours)
    town.instead = lambda operation, session: before if operation == "getResult" else None
    asking, session = customer(town), opened(town)
    assert isinstance(asking.result(session), PersonalData)
    assert asking.result(session) == NotIdentified(Why.NOT_AUTHENTIC)
    town.instead = lambda operation, session: before.replace(b"</s:Envelope>", b" </s:Envelope>\n")
    assert asking.result(session) == NotIdentified(Why.NOT_AUTHENTIC), "what is not signed may differ"


def test_the_counter_of_a_session_goes_on_when_its_result_is_asked_for_again(town: Front) -> None:
    asking, session = customer(town), opened(town)
    town.status = 503
    assert asking.result(session) == NotIdentified(Why.DOWN)
    town.status = 200
    assert isinstance(asking.result(session), PersonalData)
    assert town.recorded.counters == [1, 2]


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/t",
        "https://evil.example/t",
        "https://localhost@evil.example/",
        "https://localhost:x/",
        "ftp://localhost/",
        "",
    ],
)
def test_a_card_is_sent_nowhere_else_than_to_the_configured_host(town: Front, address: str) -> None:
    town.server_address = lambda session: address
    assert customer(town).open(REQUIRED, ()) == NotIdentified(Why.NOT_AUTHENTIC)


def test_a_configured_address_takes_the_session(town: Front) -> None:
    template = "https://localhost/start?session={session}"
    assert opened(town, tc_token=template).tc_token_url == f"https://localhost/start?session={town.sessions[0]}"


def test_an_answer_of_another_service_is_refused(town: Front) -> None:
    other = signer("eid-service")
    town.instead = lambda operation, session: message(use_id_response("ab" * 16, "https://localhost/x"), other)
    assert customer(town).open(REQUIRED, ()) == NotIdentified(Why.NOT_AUTHENTIC)


def test_an_old_answer_is_refused(town: Front) -> None:
    old = datetime.now(UTC) - timedelta(hours=1)
    town.instead = lambda operation, session: message(use_id_response("ab" * 16, "https://localhost/x"), town.ours, old)
    assert customer(town).open(REQUIRED, ()) == NotIdentified(Why.NOT_AUTHENTIC)


@pytest.mark.parametrize(
    "body", ["<a/>", use_id_response("xyz", "https://localhost/"), use_id_response("ab", ""), "<a/><b/>", ""]
)
def test_a_signed_answer_that_is_none_is_refused(town: Front, body: str) -> None:
    town.instead = lambda operation, session: message(body, town.ours)
    assert customer(town).open(REQUIRED, ()) == NotIdentified(Why.NOT_AUTHENTIC)


@pytest.mark.parametrize("status", [301, 403, 500, 503])
def test_a_service_with_an_error_is_down(town: Front, status: int) -> None:
    town.status = status
    assert customer(town).open(REQUIRED, ()) == NotIdentified(Why.DOWN)


def test_a_service_that_is_not_there_is_down(town: Front) -> None:
    asking = customer(town)
    nowhere = Tr03130(
        Service("https://localhost:9/eid", town.ours.certificate),
        Identity(town.customer.key, town.customer.certificate),
        Connection(certificate=str(town.directory / "service.pem")),
        lambda: datetime.now(UTC),
    )
    assert nowhere.open(REQUIRED, ()) == NotIdentified(Why.DOWN)
    assert isinstance(asking.open(REQUIRED, ()), Opened)


def test_without_our_certificate_nobody_talks_to_us(town: Front) -> None:
    stranger = Tr03130(
        Service(town.address, town.ours.certificate),
        Identity(town.customer.key, town.customer.certificate),
        Connection(certificate=str(town.directory / "service.pem")),
        lambda: datetime.now(UTC),
    )
    assert stranger.open(REQUIRED, ()) == NotIdentified(Why.DOWN)


def test_staff_can_ask_what_the_certificate_allows(town: Front) -> None:
    assert customer(town).permitted() == {Attribute.GIVEN_NAMES, Attribute.FAMILY_NAMES}


def test_personal_data_has_no_representation(town: Front) -> None:
    found = customer(town).result(opened(town))
    assert "ERIKA" not in repr(found)
    assert town.sessions[0] not in repr(opened(town))
