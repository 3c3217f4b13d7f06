"""The PIN service in front of the display, with the real AusweisApp, the real pcscd and a virtual card."""

import secrets

import psutil
import pytest

from tests.kiosk.conftest import Build
from tests.kiosk.machine import Machine, is_settled
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.patience import gone
from tests.kiosk.processes import residents

PIN = "123456"


@pytest.fixture(scope="module")
def shared(build: Build) -> Machine:
    """A kiosk that offers the PIN service."""
    machine = build("portrait")
    appointments = machine.town / "appointments.toml"
    text = appointments.read_text(encoding="utf-8")
    appointments.write_text(text.replace('"town-hall"', '"pin-service", "town-hall"'), encoding="utf-8")
    machine.start()
    machine.settled()
    return machine


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
    kiosk.tap("main")
    assert gone(front)
    kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    everybody = residents(kiosk.places["run"])
    assert {pid: hits(pid, [pin]) for pid in everybody} == dict.fromkeys(everybody, 0)
    assert hits_in_files(kiosk.places.values(), [pin]) == []
    assert psutil.wait_procs(begun, timeout=10)[1] == []
    assert list((kiosk.places["run"] / "eid" / str(front)).glob("*/*.conf")) == []


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
