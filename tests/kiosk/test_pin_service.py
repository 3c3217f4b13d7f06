"""The PIN service in front of the display, with the real AusweisApp, the real pcscd and a virtual card."""

import secrets
from collections.abc import Iterator

import psutil
import pytest

from tests.kiosk.conftest import Build
from tests.kiosk.identification import offer
from tests.kiosk.machine import Machine, is_settled
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.patience import gone, until
from tests.kiosk.processes import residents

PIN = "123456"


@pytest.fixture(scope="module")
def shared(build: Build) -> Machine:
    """A kiosk that offers the PIN service."""
    machine = build("portrait")
    offer(machine, "pin-service")
    machine.start()
    machine.settled()
    return machine


@pytest.fixture(autouse=True)
def card_taken(kiosk: Machine) -> Iterator[None]:
    """Whoever comes next need not wait for a card that was left on the reader."""
    yield
    kiosk.dock(ask="card", card=None)


def title(kiosk: Machine, wanted: str) -> None:
    """Wait for the page, until presses count on it."""
    kiosk.expect(lambda screen: screen.title == wanted and screen.accepting)


def to_the_pin(kiosk: Machine) -> None:
    """From the start screen to the question for the PIN."""
    kiosk.walk("option:pin-service", "option:change-pin")
    kiosk.dock(ask="card", card="citizen")
    title(kiosk, "Wie ist Ihre PIN?")


def enter(kiosk: Machine, secret: str) -> None:
    """On the keyboard, answered with a finger: Enter at this pace would be a scanner's."""
    kiosk.person.type(secret)
    kiosk.expect(lambda screen: screen.node("field").value == "•" * len(secret))
    kiosk.tap("main")


def unused(pids: list[int]) -> str:
    """A PIN of which no process has the digits."""
    while True:
        pin = f"{secrets.randbelow(1_000_000):06}"
        if not any(hits(pid, [pin]) for pid in pids):
            return pin


def programs(front: int) -> list[psutil.Process]:
    """What this visit has begun for cards."""
    return [
        child for child in psutil.Process(front).children(recursive=True) if child.name() in ("AusweisApp2", "pcscd")
    ]


def test_the_pin_is_changed_and_nothing_of_it_stays(kiosk: Machine) -> None:
    before = kiosk.settled()
    need_to_read(kiosk.pid)
    front = before["front"]["pid"]
    pin = unused(residents(kiosk.places["run"]))
    to_the_pin(kiosk)
    enter(kiosk, PIN)
    title(kiosk, "Denken Sie sich eine neue PIN aus.")
    enter(kiosk, pin)
    title(kiosk, "Geben Sie die neue PIN noch einmal ein.")
    assert hits(front, [pin])
    enter(kiosk, pin)
    title(kiosk, "Ihre neue PIN gilt.")
    begun = programs(front)
    assert {process.name() for process in begun} == {"AusweisApp2", "pcscd"}
    kiosk.dock(ask="card", card=None)
    kiosk.tap("main")
    assert gone(front)
    kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    everybody = residents(kiosk.places["run"])
    assert {pid: hits(pid, [pin]) for pid in everybody} == dict.fromkeys(everybody, 0)
    assert hits_in_files(kiosk.places.values(), [pin]) == []
    assert psutil.wait_procs(begun, timeout=10)[1] == []
    assert list((kiosk.places["run"] / "eid" / str(front)).glob("*/*.conf")) == []


def unused_digits(pids: list[int], length: int) -> str:
    """Digits that no process holds."""
    while True:
        digits = "".join(secrets.choice("0123456789") for _ in range(length))
        if not any(hits(pid, [digits]) for pid in pids):
            return digits


@pytest.mark.parametrize(
    ("card", "question", "length"),
    [
        ("suspended", "Wie ist die Nummer auf dem Ausweis?", 6),
        ("blocked", "Wie ist die PUK aus dem Brief?", 10),
    ],
)
def test_can_and_puk_leave_nothing_either(kiosk: Machine, card: str, question: str, length: int) -> None:
    front = kiosk.settled()["front"]["pid"]
    need_to_read(kiosk.pid)
    entered = unused_digits(residents(kiosk.places["run"]), length)
    kiosk.walk("option:pin-service", "option:change-pin")
    kiosk.dock(ask="card", card=card)
    title(kiosk, question)
    kiosk.person.type(entered)
    kiosk.expect(lambda screen: screen.node("field").value == "•" * length)
    assert hits(front, [entered])
    assert not any(entered in " ".join(one.info["cmdline"] or ()) for one in psutil.process_iter(["cmdline"]))
    kiosk.tap("main")
    kiosk.expect(lambda screen: screen.title != question or screen.node("field").value == "")
    kiosk.dock(ask="card", card=None)
    kiosk.dock(ask="end")
    assert gone(front)
    kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    everybody = residents(kiosk.places["run"])
    assert {pid: hits(pid, [entered]) for pid in everybody} == dict.fromkeys(everybody, 0)
    assert hits_in_files(kiosk.places.values(), [entered]) == []


def test_a_card_left_on_the_reader_is_asked_for_until_it_is_taken(kiosk: Machine) -> None:
    front = kiosk.settled()["front"]["pid"]
    kiosk.walk("option:pin-service", "option:look")
    kiosk.dock(ask="card", card="citizen")
    title(kiosk, "Mit Ihrer PIN ist alles in Ordnung.")
    kiosk.dock(ask="end")
    until(
        lambda: (screen := kiosk.look()) is not None and screen.title == "Bitte nehmen Sie Ihre Karte mit.",
        lambda: str(kiosk.look()),
        pid=kiosk.pid,
    )
    assert kiosk.dock(ask="sounds")["rung"] >= 1
    assert kiosk.status()["front"]["pid"] == front
    kiosk.dock(ask="card", card=None)
    assert gone(front)
    kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)


def test_what_is_entered_is_told_by_no_node(kiosk: Machine) -> None:
    to_the_pin(kiosk)
    kiosk.person.type("84620")
    screen = kiosk.expect(lambda screen: screen.node("field").value == "•••••")
    assert not any("84620" in f"{node.name}{node.value}" for node in screen.nodes)


def test_another_card_is_called_by_its_name(kiosk: Machine) -> None:
    kiosk.walk("option:pin-service", "option:look")
    kiosk.dock(ask="card", card="health")
    title(kiosk, "Das ist eine andere Karte.")
    kiosk.dock(ask="card", card="citizen")
    title(kiosk, "Mit Ihrer PIN ist alles in Ordnung.")


def test_a_card_that_is_off_leads_to_the_office(kiosk: Machine) -> None:
    kiosk.walk("option:pin-service", "option:first-pin")
    kiosk.dock(ask="card", card="deactivated")
    title(kiosk, "Die Online-Funktion Ihres Ausweises ist ausgeschaltet.")


def test_whoever_kills_ausweisapp_stops_no_visit(kiosk: Machine) -> None:
    to_the_pin(kiosk)
    for process in programs(kiosk.settled()["front"]["pid"]):
        if process.name() == "AusweisApp2":
            process.kill()
    title(kiosk, "Der Kartenleser geht gerade nicht.")
    kiosk.tap("way:again")
    title(kiosk, "Wie ist Ihre PIN?")
