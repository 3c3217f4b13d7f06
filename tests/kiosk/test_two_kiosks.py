"""A town with two kiosks and one calendar: that of the first, opened for the network with TLS and a password."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from terminal.central.appointments.embedded import free_port
from tests.kiosk.appointments import appointments, to_the_review
from tests.kiosk.conftest import Build
from tests.kiosk.machine import SUPERVISION, Json, Machine
from tests.kiosk.patience import until

OPENED = """
[calendar]
listen = "127.0.0.1:{port}"
certificate = "certificate"
key_file = "key"
password_file = "password"
"""

ELSEWHERE = """
[calendar]
url = "https://127.0.0.1:{port}/terminal/"
user = "terminal"
password_file = "password"
authority = "authority"
"""


@dataclass
class TwoKiosks:
    """`first` keeps the calendar, `second` has none."""

    first: Machine
    second: Machine


def unwell(status: Json) -> list[str]:
    """The parts that are not well."""
    return [part["part"] for part in status["parts"] if not part["well"]]


def private(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o600)


@pytest.fixture(scope="module")
def hall(build: Build) -> TwoKiosks:
    first, second, port = build("portrait"), build("landscape"), free_port()
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    private(first.town / "certificate", issued.cert_chain_pems[0].bytes())
    private(first.town / "key", issued.private_key_pem.bytes())
    private(second.town / "authority", authority.cert_pem.bytes())
    for machine, calendar in ((first, OPENED), (second, ELSEWHERE)):
        private(machine.town / "password", b"correct horse battery staple\n")
        machine.configure(SUPERVISION + calendar.format(port=port))
        machine.start()
    well = {"part": "calendar-network", "well": True, "why": None}
    first.until(lambda status: well in status["parts"])
    second.settled()
    return TwoKiosks(first, second)


def to_the_times(kiosk: Machine, concern: str) -> str:
    """From the start screen to the free times; the earliest of them."""
    screen = kiosk.walk("option:book-appointment")
    while not screen.find(f"option:{concern}"):
        turned = screen.page
        kiosk.tap("page:next")
        screen = kiosk.expect(lambda now, turned=turned: now.page != turned)
    kiosk.walk(f"option:{concern}", "way:on")
    screen = kiosk.expect(lambda screen: screen.find("earliest") or screen.find("way:again"))
    while screen.find("way:again"):
        kiosk.walk("way:again")
        screen = kiosk.expect(lambda screen: screen.find("earliest") or screen.find("way:again"))
    return screen.node("earliest").value


def test_a_time_chosen_at_one_kiosk_is_not_offered_at_the_other(hall: TwoKiosks) -> None:
    only_counter = "gewerbe-anmelden"
    offered = to_the_times(hall.second, only_counter)
    hall.second.home()
    to_the_times(hall.first, only_counter)
    hall.first.walk("earliest")
    hall.first.expect(lambda screen: screen.find("field"))
    assert to_the_times(hall.second, only_counter) != offered
    hall.first.home()
    hall.second.home()


def test_what_the_second_kiosk_books_is_in_the_calendar_of_the_first(hall: TwoKiosks) -> None:
    before = appointments(hall.first)
    to_the_times(hall.second, "personalausweis")
    hall.second.walk("earliest")
    hall.second.expect(lambda screen: screen.find("field"))
    to_the_review(hall.second, "erika")
    hall.second.tap("main")
    hall.second.expect(lambda screen: screen.title == "Ihr Termin ist gebucht.")
    (new,) = set(appointments(hall.first)) - set(before)
    assert "X-BUERGERTERMINAL-STATE:booked" in new.read_text()
    assert appointments(hall.second) == []
    hall.second.home()


def test_a_first_kiosk_that_is_off_is_said_and_back_the_second_books_again(hall: TwoKiosks) -> None:
    hall.first.stop()
    hall.second.walk("option:book-appointment", "option:personalausweis", "way:on")
    hall.second.expect(lambda screen: screen.find("way:again"))
    hall.second.command("reload")
    hall.second.until(lambda status: "calendar-elsewhere" in unwell(status))
    hall.first.start()
    hall.first.settled()

    def offered() -> bool | None:
        screen = hall.second.walk("way:again")
        screen = hall.second.expect(lambda now: now.find("earliest") or now.find("way:again"))
        return bool(screen.find("earliest")) or None

    until(offered, lambda: "the calendar answers again", pid=hall.second.pid)
    hall.second.until(lambda status: "calendar-elsewhere" not in unwell(status), within_s=60)
    hall.second.home()
