"""Finding a service in front of the display: in one's own words, in four languages, on to the booked appointment."""

from collections.abc import Iterator

import pytest

from tests.kiosk.appointments import appointments, to_the_review
from tests.kiosk.conftest import Build
from tests.kiosk.machine import Machine, is_settled
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.patience import gone, until
from tests.kiosk.processes import residents
from tests.kiosk.test_nothing_stays import marker

QUESTIONS = [
    ("perso weg", "identity-card-lost"),
    ("загубив посвідчення", "identity-card-lost"),
    ("yeni adrese taşındım", "address-change"),
    ("moved to a new flat", "address-change"),
    ("umgezogen", "address-change"),
    ("brauche reisepass", "passport"),
    ("потрібен закордонний паспорт", "passport"),
    ("evlenmek istiyoruz", "marriage-notice"),
    ("start a business", "business-registration"),
    ("polizeiliches fürungszeugnis", "certificate-of-conduct"),
]


@pytest.fixture(scope="module")
def town(build: Build) -> Machine:
    """A kiosk with services and appointments."""
    return build("portrait").start()


@pytest.fixture
def kiosk(town: Machine) -> Iterator[Machine]:
    """On its start screen, with its calendar running."""
    town.home()
    town.until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])
    return town


def ask(kiosk: Machine, question: str) -> None:
    """Type it into the search field."""
    kiosk.walk("option:find-service")
    kiosk.tap("search")
    kiosk.expect(lambda screen: screen.find("keyboard:close"))
    kiosk.dock(ask="type", text=question)


def answered_by(kiosk: Machine, service: str) -> None:
    """Choose it where it is found."""
    kiosk.expect(lambda screen: screen.find(f"option:{service}"))
    kiosk.tap(f"option:{service}")
    kiosk.expect(lambda screen: screen.find("option:topic:documents"))


def book(kiosk: Machine, question: str, service: str) -> None:
    """From the start screen to the appointment."""
    before = appointments(kiosk)
    ask(kiosk, question)
    answered_by(kiosk, service)
    kiosk.tap("option:book")
    kiosk.expect(lambda screen: screen.find("earliest"))
    kiosk.tap("earliest")
    kiosk.expect(lambda screen: screen.find("field"))
    to_the_review(kiosk, "erika")
    kiosk.tap("main")
    kiosk.expect(lambda screen: screen.title == "Ihr Termin ist gebucht.")
    assert len(set(appointments(kiosk)) - set(before)) == 1


@pytest.mark.parametrize(("question", "service"), QUESTIONS[:3])
def test_from_one_s_own_words_to_the_booked_appointment(kiosk: Machine, question: str, service: str) -> None:
    book(kiosk, question, service)


@pytest.mark.slow
@pytest.mark.parametrize(("question", "service"), QUESTIONS[3:])
def test_from_other_words_too(kiosk: Machine, question: str, service: str) -> None:
    book(kiosk, question, service)


def test_a_service_is_printed_with_what_to_bring(kiosk: Machine) -> None:
    ask(kiosk, "hund")
    answered_by(kiosk, "dog-tax-registration")
    kiosk.tap("page:next")
    kiosk.expect(lambda screen: screen.find("option:print"))
    kiosk.tap("option:print")
    kiosk.expect(lambda screen: screen.title == "Ihr Zettel ist gedruckt.")


def test_without_paper_it_says_so_and_shows_the_code(kiosk: Machine) -> None:
    kiosk.dock(ask="printer", condition="paper-out")
    ask(kiosk, "hund")
    answered_by(kiosk, "dog-tax-registration")
    kiosk.tap("page:next")
    kiosk.expect(lambda screen: screen.find("option:print"))
    kiosk.tap("option:print")
    screen = kiosk.expect(lambda screen: screen.title == "Der Drucker druckt gerade nicht.")
    kiosk.dock(ask="printer", condition="ok")
    assert any(node.role == "image" for node in screen.nodes)


def test_where_nothing_fits_there_are_people(kiosk: Machine) -> None:
    ask(kiosk, "asdfgh")
    kiosk.expect(
        lambda screen: screen.find("option:help") and screen.node("option:help").name == "Dazu wurde nichts gefunden"
    )
    kiosk.tap("option:help")
    kiosk.expect(lambda screen: screen.title == "Hier hilft Ihnen jemand weiter.")


def test_nothing_of_a_question_stays(kiosk: Machine) -> None:
    front = kiosk.settled()["front"]["pid"]
    need_to_read(kiosk.pid)
    question = marker()
    kiosk.walk("option:find-service")
    kiosk.tap("search")
    kiosk.person.type(question)
    # The dock is not asked meanwhile: its answer would carry the question through the supervisor.
    until(lambda: hits(front, [question]) or None, lambda: "the front has read it", pid=front)
    kiosk.dock(ask="end")
    assert gone(front)
    kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    everybody = residents(kiosk.places["run"])
    assert {pid: hits(pid, [question]) for pid in everybody if hits(pid, [question])} == {}
    assert hits_in_files(kiosk.places.values(), [question]) == []
