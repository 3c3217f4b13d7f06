"""The confirmation by e-mail, typed in front of the display: real visits, a real mail server."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from icalendar import Calendar

from tests.central.mail.letters import attached, body_of, read
from tests.central.mail.servers import HOST, PostOffice, opened
from tests.kiosk.appointments import (
    answer_unasked,
    appointments,
    command,
    commit_and_leave,
    only_the_calendar_knows,
    to_the_name,
)
from tests.kiosk.conftest import Build
from tests.kiosk.machine import SUPERVISION, Machine
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.processes import residents
from tests.kiosk.screen import Screen
from tests.kiosk.test_nothing_stays import marker

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

PASSWORD = "hunter2-password-marker"


def town_of(port: int) -> str:
    """A town that books, and sends mail through the server at `port`."""
    return f"""
[mail]
host = "{HOST}"
port = {port}
encryption = "none"
sender = "termine@example.org"
user = "kiosk"
password_file = "mail-password"
{SUPERVISION}"""


def configure(machine: Machine, port: int) -> Machine:
    secret = machine.town / "mail-password"
    secret.touch(mode=0o600)
    secret.write_text(PASSWORD + "\n")
    machine.configure(town_of(port))
    return machine


@dataclass
class Town:
    """A kiosk and its mail server."""

    kiosk: Machine
    office: PostOffice


@pytest.fixture(scope="module")
def living(build: Build) -> Iterator[Town]:
    with opened(PostOffice(password=PASSWORD)) as office:
        yield Town(configure(build("portrait"), office.port).start(), office)


@pytest.fixture
def town(living: Town) -> Town:
    """Its kiosk on the start screen, with the calendar running."""
    ready(living.kiosk)
    return living


def ready(kiosk: Machine) -> None:
    kiosk.home()
    kiosk.until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])


def type_address(kiosk: Machine, local: str) -> None:
    kiosk.person.type(local)
    kiosk.person.key("Shift_L", "2")
    kiosk.person.type("example.org")


def book(kiosk: Machine) -> Screen:
    """From the start screen to the result, with the address erika@example.org."""
    to_the_name(kiosk)
    kiosk.person.type("erika")
    asked = kiosk.walk("main")
    assert "Dorthin schicken wir die Bestätigung." in asked.text
    type_address(kiosk, "erika")
    kiosk.walk("main", "skip")
    kiosk.tap("main")
    return kiosk.expect(lambda screen: screen.find("more"))


def test_what_is_booked_arrives_by_mail_with_the_appointment_for_the_calendar(town: Town) -> None:
    done = book(town.kiosk)
    assert done.title == "Ihr Termin ist gebucht."
    assert "Die Bestätigung ist an Ihre E‑Mail-Adresse geschickt." in done.text
    envelope = town.office.letter()
    assert envelope.rcpt_tos == ["erika@example.org"]
    assert isinstance(envelope.content, bytes)
    message, number = read(envelope.content), done.node("figure").name
    assert f"Terminnummer: {number}\n" in body_of(message)
    assert "Ort: Bürgerbüro" in body_of(message)
    (file,) = attached(message, "text/calendar")
    text = file.get_payload(decode=True)
    assert isinstance(text, bytes)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event["summary"].startswith(f"Termin {number}: Bürgerbüro")


def test_a_mail_server_that_is_gone_is_said_and_the_appointment_stands(own: Machine) -> None:
    with opened(PostOffice()) as closing:
        pass
    ready(configure(own, closing.port).start())
    done = book(own)
    assert done.title == "Ihr Termin ist gebucht."
    assert "Die E‑Mail lässt sich gerade nicht schicken." in done.text
    (file,) = appointments(own)
    assert "X-BUERGERTERMINAL-STATE:booked" in file.read_text()
    assert list((own.places["state"] / "unwitnessed").iterdir()) == []
    (said,) = [event for event in own.events() if event["event"] == "mail-not-sent"]
    assert {name: value for name, value in said.items() if name not in ("at", "event")} == {"why": "unreachable"}


def test_after_the_visit_only_the_calendar_knows_the_address_and_only_a_file_the_password(town: Town) -> None:
    kiosk, local, front = town.kiosk, marker(), town.kiosk.settled()["front"]["pid"]
    need_to_read(kiosk.pid)
    to_the_name(kiosk)
    kiosk.person.type("erika")
    kiosk.walk("main")
    type_address(kiosk, local)
    answer_unasked(kiosk, front, f"{local}@example.org")
    kiosk.tap("skip")
    commit_and_leave(kiosk, front)
    assert town.office.letter().rcpt_tos == [f"{local}@example.org"]
    assert only_the_calendar_knows(kiosk, local, kiosk.settled())
    commands = {pid: command(pid) for pid in residents(kiosk.places["run"])}
    assert {pid: commands[pid] for pid in commands if hits(pid, [PASSWORD])} == {}
    assert hits_in_files(kiosk.places.values(), [PASSWORD]) == []
