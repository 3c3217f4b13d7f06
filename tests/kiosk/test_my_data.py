"""A card read in front of the display: the real AusweisApp, pcscd and a virtual card, a test eID server behind a TR-03130 front."""

import secrets
from collections.abc import Iterator

import pytest

from tests.identity.whole_service import WholeService
from tests.kiosk.conftest import Build
from tests.kiosk.identification import eid_service, offer, settings, start
from tests.kiosk.machine import SUPERVISION, Machine, is_settled
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.patience import gone, until
from tests.kiosk.processes import residents
from tests.kiosk.test_nothing_stays import marker


@pytest.fixture(scope="module")
def person() -> dict[str, str]:
    """Words that nobody has ever used, where a card has names."""
    told = {
        name: marker().upper()
        for name in ("given_names", "family_names", "title", "place_of_birth", "street", "city", "birth_name")
    }
    born = f"19{secrets.randbelow(90) + 10}{secrets.randbelow(12) + 1:02}{secrets.randbelow(28) + 1:02}"
    return {**told, "date_of_birth": born, "postcode": f"{secrets.randbelow(90_000) + 10_000}"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeService]:
    """The town's eID service."""
    with eid_service(tmp_path_factory.mktemp("eid-service")) as running:
        yield running


@pytest.fixture(scope="module")
def shared(build: Build, service: WholeService, person: dict[str, str]) -> Machine:
    """A kiosk that offers it."""
    machine = build("portrait")
    machine.configure(SUPERVISION + settings(service))
    offer(machine, "my-data")
    start(machine, person)
    return machine


@pytest.fixture(autouse=True)
def card_taken(kiosk: Machine) -> Iterator[None]:
    """Whoever comes next need not wait for a card that was left on the reader."""
    yield
    kiosk.dock(ask="card", card=None)


def to_the_pin(kiosk: Machine) -> None:
    """From the start screen past the consent."""
    kiosk.dock(ask="card", card="citizen")
    kiosk.walk("option:my-data", "way:begin")
    consent = kiosk.expect(lambda screen: screen.find("option:agree"))
    assert "Stadt Musterstadt" in consent.title
    kiosk.tap("option:agree")
    kiosk.expect(lambda screen: screen.title == "Wie ist Ihre PIN?" and screen.accepting)


def words_of(person: dict[str, str]) -> list[str]:
    """Everything on the card that could be somebody's alone, as the kiosk shows it. A postcode is too short to be looked for."""
    year, month, day = person["date_of_birth"][:4], person["date_of_birth"][4:6], person["date_of_birth"][6:]
    alike = {"date_of_birth", "postcode"}
    return [*(word for name, word in person.items() if name not in alike), f"{day}.{month}.{year}"]


def test_who_asks_is_shown_and_what_can_be_left_out(kiosk: Machine) -> None:
    kiosk.dock(ask="card", card="citizen")
    kiosk.walk("option:my-data", "way:begin")
    consent = kiosk.expect(lambda screen: screen.find("option:toggle:PlaceOfResidence"))
    assert consent.node("option:agree").value == "Nachname, Vornamen"
    kiosk.tap("option:toggle:PlaceOfResidence")
    left_out = "Wird nicht gelesen. Tippen, um es zu erlauben."
    kiosk.expect(lambda screen: (node := screen.find("option:toggle:PlaceOfResidence")) and node.value == left_out)
    kiosk.tap("option:refuse")
    kiosk.expect(lambda screen: screen.title == "Es wurde nichts gelesen.")


def test_the_card_is_read_and_nothing_of_it_stays(kiosk: Machine, person: dict[str, str]) -> None:
    front = kiosk.settled()["front"]["pid"]
    need_to_read(kiosk.pid)
    words = words_of(person)
    to_the_pin(kiosk)
    kiosk.person.type("123456")
    kiosk.expect(lambda screen: screen.node("field").value == "••••••")
    kiosk.tap("main")
    # The dock is not asked while the data are shown: its answer would carry them through the supervisor.
    until(lambda: all(hits(front, [word]) for word in words) or None, lambda: "the data are there", pid=front)
    kiosk.dock(ask="card", card=None)
    kiosk.dock(ask="end")
    assert gone(front)
    kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    everybody = residents(kiosk.places["run"])
    assert {pid: hits(pid, words) for pid in everybody if hits(pid, words)} == {}
    assert hits_in_files(kiosk.places.values(), words) == []


def test_a_service_that_does_not_answer_is_told_and_the_visit_goes_on(kiosk: Machine, service: WholeService) -> None:
    service.front.status = 503
    kiosk.walk("option:my-data", "way:begin")
    kiosk.expect(lambda screen: screen.title == "Der Dienst für den Ausweis antwortet gerade nicht.")
    service.front.status = 200
    kiosk.dock(ask="card", card="citizen")
    kiosk.tap("way:again")
    kiosk.expect(lambda screen: screen.find("option:agree"))


def test_a_server_that_dies_while_it_reads_is_told_and_the_visit_goes_on(kiosk: Machine, service: WholeService) -> None:
    service.server.down_at = "DIDAuthenticateResponse"
    to_the_pin(kiosk)
    kiosk.person.type("123456")
    kiosk.expect(lambda screen: screen.node("field").value == "••••••")
    kiosk.tap("main")
    kiosk.expect(lambda screen: screen.title == "Der Ausweis konnte nicht gelesen werden.")
    service.server.down_at = ""
    kiosk.tap("way:again")
    kiosk.expect(lambda screen: screen.find("option:agree"))


@pytest.mark.parametrize(
    ("condition", "title"),
    [
        ("down", "Der Dienst für den Ausweis antwortet gerade nicht."),
        ("denies", "Der Dienst für den Ausweis antwortet gerade nicht."),
        ("lies", "Das geht an diesem Terminal nicht."),
    ],
)
def test_a_hindered_service_is_told(kiosk: Machine, condition: str, title: str) -> None:
    kiosk.walk("option:my-data")
    assert kiosk.dock(ask="eid-service", condition=condition)["ok"]
    kiosk.tap("way:begin")
    kiosk.expect(lambda screen: screen.title == title)
