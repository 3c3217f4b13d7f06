"""Services in the words of the Portalverbund: whole, resumable, and whatever the service does, what is in use stays."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from terminal.central.catalogue import syncing
from terminal.central.catalogue.library import Library
from terminal.central.catalogue.model import Import, Service, Topic
from terminal.central.catalogue.pvog import ars_upwards, described
from terminal.central.catalogue.syncing import MOST_IN_A_ROW, NotSyncedError, Source
from tests.central.catalogue.conftest import TODAY
from tests.central.catalogue.search_service import BRANDIS, SearchService, description, search_service

CARD = "99008001012000"


@pytest.fixture
def service() -> Iterator[SearchService]:
    with search_service() as running:
        yield running


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only three services are asked for, and nobody waits long."""
    whole = syncing.fetch

    def fetch(pvog, services, fetched, progress):  # type: ignore[no-untyped-def]
        wanted = tuple(one for one in services if one.id in ("identity-card", "dog-tax-registration", "open-fire"))
        return whole(pvog, wanted, fetched, progress)

    monkeypatch.setattr("terminal.central.catalogue.library.fetch", fetch)
    monkeypatch.setattr(syncing, "DEADLINE_S", 1.0)


class Town:
    """A library that syncs with a service, and remembers how long it was to wait."""

    def __init__(self, state: Path, service: SearchService) -> None:
        self.library = Library(state, TODAY, source="imported")
        self.source = Source(service.address, BRANDIS, "our-id")
        self.waited: list[float] = []

    def sync(self) -> Import:
        found = self.library.sync(self.source, lambda done, all: None, self.waited.append)
        self.library.keep(found.catalogue)
        self.library.synced(self.source)
        return found

    def card(self) -> Service:
        return next(one for one in self.library.services().services if one.id == "identity-card")


@pytest.fixture
def town(tmp_path: Path, service: SearchService, few: None) -> Town:
    return Town(tmp_path, service)


def test_a_place_is_looked_for_upwards() -> None:
    assert list(ars_upwards(BRANDIS)) == [BRANDIS, "147290040000", "147290000000", "140000000000", "000000000000"]


def test_the_words_are_the_portals_and_the_rest_stays(town: Town, service: SearchService) -> None:
    service.has(CARD)
    found = town.sync()
    card = town.card()
    language, topics = card.topics("de")
    assert (language, card.title("de")[1]) == ("de", "Personalausweis beantragen (Sachsen)")
    assert [line.text for line in topics[Topic.DOCUMENTS]] == ["Passfoto", "alter Ausweis"]
    assert [line.text for line in topics[Topic.FEES]] == ["ab 24 Jahren: 46,00 EUR"]
    assert [line.text for line in topics[Topic.LEGAL_BASIS]] == ["§ 9 PAuswG"]
    assert Topic.DEADLINE not in topics
    assert Topic.PROCEDURE not in topics
    assert (card.responsible, card.sources) == ("citizens-office", ("https://amt24.sachsen.de/",))
    assert [link.address for link in card.online] == ["https://example.org/antrag"]
    assert card.as_of is not None
    assert "Perso" in card.synonyms["de"]
    assert found.problems == ()
    assert len(found.catalogue.services) > 100


def test_a_service_that_no_level_describes_keeps_its_own_words(town: Town) -> None:
    before = town.card()
    town.sync()
    assert town.card() == before


def test_the_id_of_this_client_is_sent_and_every_level_is_asked_once(town: Town, service: SearchService) -> None:
    service.has(CARD)
    town.sync()
    asked = [path for path in service.asked if f"leikaIds={CARD}" in path]
    assert len(asked) == 4


def test_who_asks_too_much_waits_as_long_as_it_is_told(town: Town, service: SearchService) -> None:
    service.has(CARD)
    busy = iter([True, True])
    service.lie = lambda handler: next(busy, False) and handler.say(429, b"", Retry_After="7")
    town.sync()
    assert town.waited == [7.0, 7.0]
    assert town.card().title("de")[1].endswith("(Sachsen)")


@pytest.mark.parametrize("status", [301, 302, 307, 400, 403, 500])
def test_a_redirect_or_an_error_is_not_followed_and_the_old_words_stay(
    town: Town, service: SearchService, status: int
) -> None:
    service.has(CARD)
    town.sync()
    words = town.card()
    service.lie = lambda handler: handler.say(status, b"", Location="http://127.0.0.1:9/elsewhere")
    found = town.sync()
    assert town.card() == words
    assert {str(problem) for problem in found.problems} >= {f"identity-card: it answers with status {status}"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b'{"content": 5}',
        b'{"content": [7]}' * 2,
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"content": {"id": []}}',
    ],
)
def test_an_answer_that_is_none_is_a_problem_of_that_service_alone(
    town: Town, service: SearchService, body: bytes
) -> None:
    service.lie = lambda handler: CARD in handler.path and handler.say(200, body)
    found = town.sync()
    assert [problem.where for problem in found.problems] == ["identity-card"]


def test_a_very_long_answer_is_cut_off(town: Town, service: SearchService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syncing, "LIMIT_BYTES", 10_000)
    service.lie = lambda handler: CARD in handler.path and handler.say(200, b" " * 100_000)
    found = town.sync()
    assert [str(problem) for problem in found.problems] == ["identity-card: no answer: answer too long"]


def test_a_service_that_says_nothing_is_not_waited_for(town: Town, service: SearchService) -> None:
    never = Event()
    service.lie = lambda handler: CARD in handler.path and not never.wait(20)
    found = town.sync()
    never.set()
    assert [problem.where for problem in found.problems] == ["identity-card"]


def test_when_it_is_down_it_is_given_up_and_gone_on_with_later(tmp_path: Path, service: SearchService) -> None:
    service.has(CARD)
    town = Town(tmp_path, service)
    answered: list[str] = []

    def lie(handler):  # type: ignore[no-untyped-def]
        answered.append(handler.path)
        return len(answered) > 40 and handler.say(500, b"")

    service.lie = lie
    with pytest.raises(NotSyncedError, match=f"status 500, for {MOST_IN_A_ROW} services in a row"):
        town.sync()
    assert "passport" in {one.id for one in town.library.services().services}
    fetched = {path.split("leikaIds=")[1][:14] for path in service.asked[:35] if "leikaIds" in path}
    service.asked.clear()
    service.lie = lambda handler: False
    town.sync()
    again = {path.split("leikaIds=")[1][:14] for path in service.asked if "leikaIds" in path}
    assert fetched
    assert not set(list(fetched)[:5]) & again


def test_after_a_sync_the_next_one_asks_anew(town: Town, service: SearchService) -> None:
    town.sync()
    service.has(CARD)
    town.sync()
    assert town.card().title("de")[1].endswith("(Sachsen)")


BUNDLED = Service(id="identity-card", titles={"de": "Ausweis"}, leika=(CARD,))


@pytest.mark.parametrize(
    "wrong", [None, 7, [], {}, {"id": 7}, {"id": "x", "details": [{"code": "08", "text": "<script>x</script>"}]}]
)
def test_what_describes_nothing_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"is not a description|says nothing"):
        described(wrong, BUNDLED)


@pytest.mark.parametrize(
    "junk", [None, 7, "x", [], [None], [7], [{}], {"a": 1}, [{"uri": "javascript:x"}], [{"code": []}]]
)
@pytest.mark.parametrize("part", ["leikakeys", "onlineServiceLinks", "sourcePortals", "externalLastUpdate", "name"])
def test_junk_in_one_part_costs_that_part_only(part: str, junk: object) -> None:
    found = described(description("x", CARD, **{part: junk}), BUNDLED)
    assert [line.text for line in found.topics("de")[1][Topic.DOCUMENTS]] == ["Passfoto", "alter Ausweis"]
