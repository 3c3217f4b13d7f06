"""Booking in front of the display: real visits, the real calendar server, the simulated printer."""

import os
import secrets
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from config.loader import Loaded, load
from terminal.assembly.appointments import book_of
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Wish
from terminal.central.appointments.port import AppointmentBook
from terminal.central.offices import in_town
from terminal.moments import SystemClock
from tests.kiosk.conftest import Build
from tests.kiosk.machine import SUPERVISION, Machine
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.patience import until
from tests.kiosk.photograph import appointment_code_on, read_off
from tests.kiosk.processes import residents
from tests.kiosk.test_nothing_stays import marker

STRICT = """
[appointments]
wrong_codes_per_hour = 2
"""


@pytest.fixture(scope="module")
def town(build: Build) -> Machine:
    """A kiosk that books."""
    machine = build("portrait")
    machine.configure(STRICT + SUPERVISION)
    return machine.start()


@pytest.fixture
def kiosk(town: Machine) -> Iterator[Machine]:
    """On its start screen, with its calendar running."""
    town.home()
    town.until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])
    return town


def to_the_name(kiosk: Machine) -> None:
    """From the start screen to a chosen time."""
    kiosk.walk("option:book-appointment", "option:personalausweis", "way:on", "earliest")
    kiosk.expect(lambda screen: screen.find("field"))


def to_the_review(kiosk: Machine, name: str) -> None:
    """Give a name and nothing else; the dock would carry what it is asked, so the keyboard types."""
    kiosk.person.type(name)
    kiosk.walk("main", "skip", "skip")
    kiosk.expect(lambda screen: screen.title == "Stimmt alles?")


def appointments(kiosk: Machine) -> list[Path]:
    """The files of booked and held appointments."""
    return sorted((kiosk.places["state"] / "calendar").rglob("s-*.ics"))


def command(pid: int) -> list[bytes]:
    """Its command line; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def test_booked_printed_and_in_the_calendar_once(kiosk: Machine) -> None:
    before = appointments(kiosk)
    to_the_name(kiosk)
    to_the_review(kiosk, "erika")
    kiosk.tap("main")
    done = kiosk.expect(lambda screen: screen.find("more"))
    assert done.title == "Ihr Termin ist gebucht."
    assert "Ihr Beleg ist gedruckt. Bitte nehmen Sie ihn mit." in done.text
    (new,) = set(appointments(kiosk)) - set(before)
    assert "X-BUERGERTERMINAL-STATE:booked" in new.read_text()
    assert f"SUMMARY:{done.node('figure').name}" in new.read_text()
    assert len(list((kiosk.places["run"] / "receipt-printer").glob("slip-*.png"))) >= 1
    assert list((kiosk.places["state"] / "unwitnessed").iterdir()) == []


def photographed(kiosk: Machine) -> Path:
    """A picture of the screen."""
    picture = kiosk.directory / "screen.png"
    assert kiosk.dock(ask="screenshot", file=str(picture))["ok"]
    return picture


def test_without_paper_the_whole_slip_is_on_the_screen_to_be_photographed(kiosk: Machine) -> None:
    kiosk.dock(ask="printer", condition="paper-out")
    to_the_name(kiosk)
    to_the_review(kiosk, "erika")
    kiosk.tap("main")
    done = kiosk.expect(lambda screen: screen.find("more"))
    kiosk.dock(ask="printer", condition="ok")
    assert "Der Drucker druckt gerade nicht. Bitte fotografieren Sie den Code." in done.text
    assert appointment_code_on(photographed(kiosk)).startswith("BT1:04821-BRANDIS:BUERGERBUERO:")
    kiosk.tap("page:next")
    rest = kiosk.expect(lambda screen: screen.page == (2, 2))
    assert "Bitte bringen Sie mit" in rest.text
    (event,) = Calendar.from_ical(read_off(photographed(kiosk))).walk("VEVENT")
    assert event["SUMMARY"] == f"Termin {done.node('figure').name}: Bürgerbüro (Beispiel)"
    assert event["LOCATION"].endswith("04821 Brandis")


def test_a_visit_that_ends_before_booking_leaves_the_time_free(kiosk: Machine) -> None:
    before = appointments(kiosk)
    to_the_name(kiosk)
    assert len(appointments(kiosk)) == len(before) + 1
    kiosk.home()
    until(lambda: appointments(kiosk) == before or None, lambda: "the hold is released", pid=kiosk.pid)


def test_the_calendar_killed_comes_back_and_the_next_visit_books(kiosk: Machine) -> None:
    (calendar,) = [pid for pid in residents(kiosk.places["run"]) if b"radicale:application" in command(pid)]
    os.kill(calendar, signal.SIGKILL)
    kiosk.walk("option:book-appointment", "option:personalausweis", "way:on")
    screen = kiosk.expect(lambda screen: screen.find("earliest") or screen.find("way:again"))
    while screen.find("way:again"):
        screen = kiosk.walk("way:again")
        screen = kiosk.expect(lambda screen: screen.find("earliest") or screen.find("way:again"))
    assert screen.title == "Wann passt es Ihnen?"


def test_a_calendar_that_is_down_is_said_and_one_that_is_slow_is_waited_for(kiosk: Machine) -> None:
    kiosk.dock(ask="calendar", condition="down")
    kiosk.walk("option:book-appointment", "option:personalausweis", "way:on")
    kiosk.expect(lambda screen: screen.find("way:again"))
    kiosk.dock(ask="calendar", condition="slow")
    screen = kiosk.expect(lambda screen: screen.find("way:again"))
    while screen.find("way:again"):
        kiosk.walk("way:again")
        screen = kiosk.expect(lambda screen: screen.find("earliest") or screen.find("way:again"))
    kiosk.dock(ask="calendar", condition="up")
    assert screen.title == "Wann passt es Ihnen?"


def booked_elsewhere(kiosk: Machine, confirm_op: str) -> tuple[AppointmentBook, Appointment]:
    """An appointment that no screen of this kiosk has made, and the book that it is in."""
    loaded = load(kiosk.town)
    assert isinstance(loaded, Loaded)
    book = book_of(loaded.configuration, kiosk.places["run"], SystemClock())
    assert book
    need, today = Need((Wish("reisepass"),)), in_town(SystemClock().now()).date()
    slot = book.free(need, "buergerbuero", today, today + timedelta(days=20))[-1]
    hold = book.hold(secrets.token_hex(16), need, slot)
    assert isinstance(hold, Hold)
    booked = book.confirm(confirm_op, hold, Contact("Erika Muster"))
    assert isinstance(booked, Appointment)
    return book, booked


def test_a_booking_that_no_screen_confirmed_is_released(kiosk: Machine) -> None:
    book, booked = booked_elsewhere(kiosk, confirm_op="dd" * 16)
    front = kiosk.settled()["front"]["pid"]
    (kiosk.places["state"] / "unwitnessed").mkdir(exist_ok=True)
    (kiosk.places["state"] / "unwitnessed" / f"{front}.{'dd' * 16}").touch()
    os.kill(front, signal.SIGKILL)
    until(lambda: not isinstance(book.find(booked.code), Appointment) or None, lambda: "it is released", pid=kiosk.pid)


def book_unasked(kiosk: Machine, front: int, name: str) -> None:
    """Book under `name` and leave, asking the dock nothing while the name is on the screen: its answer would carry it."""
    to_the_name(kiosk)
    title = [(x, y) for y in range(160, 300, 4) for x in range(48, 1000, 4)]
    asked = kiosk.display.pixels(title)
    kiosk.person.type(name)
    until(lambda: hits(front, [name]) or None, lambda: "the front has read the name", pid=front)
    kiosk.person.key("Return")
    until(lambda: kiosk.display.pixels(title) != asked or None, lambda: "another question", pid=front)
    kiosk.walk("skip")
    kiosk.tap("skip")

    def left() -> bool | None:
        kiosk.person.key("Return")  # commits, and then leaves the result
        status = kiosk.status()
        return bool(status and status["front"] and status["front"]["pid"] != front) or None

    until(left, lambda: "booked and left", pid=kiosk.pid)


def test_after_a_booking_only_its_own_file_and_the_calendar_know_the_name(kiosk: Machine) -> None:
    name, front = marker(), kiosk.settled()["front"]["pid"]
    need_to_read(kiosk.pid)
    book_unasked(kiosk, front, name)
    after = kiosk.settled()
    # The calendar server's caches lie in the runtime directory, which is memory on a kiosk (tmpfs): they are its own.
    caches = kiosk.places["run"] / "calendar" / "caches"
    (file,) = [file for file in hits_in_files(kiosk.places.values(), [name]) if caches not in file.parents]
    assert file in appointments(kiosk)
    # The caretaker reads names to erase them in time; it may be at work just now, and ends.
    commands = {pid: command(pid) for pid in residents(kiosk.places["run"])}
    staying = [pid for pid, called in commands.items() if not {b"radicale:application", b"_tend"} & set(called)]
    assert {kiosk.pid, after["front"]["pid"], after["spare"]["pid"]} <= set(staying)
    assert {pid: commands[pid] for pid in staying if hits(pid, [name])} == {}


def test_wrong_numbers_are_limited_over_visits(kiosk: Machine) -> None:
    for _ in range(2):
        kiosk.walk("option:my-appointment")
        kiosk.person.type("000000")
        assert kiosk.walk("main").title == "Diese Nummer kennen wir nicht."
        kiosk.home()
    kiosk.walk("option:my-appointment")
    kiosk.person.type("000000")
    assert kiosk.walk("main").title == "An diesem Terminal waren gerade viele Nummern falsch."


def test_a_code_held_to_the_scanner_on_the_start_screen_finds_the_appointment(kiosk: Machine) -> None:
    _, booked = booked_elsewhere(kiosk, secrets.token_hex(16))
    kiosk.person.scan(booked.code)
    found = kiosk.expect(lambda screen: screen.find("option:check-in"))
    kiosk.tap("option:check-in")
    kiosk.expect(lambda screen: screen.title not in ("", found.title) and not screen.find("option:check-in"))


def test_a_code_held_to_the_scanner_in_the_midst_of_a_name_leaves_the_name(kiosk: Machine) -> None:
    _, booked = booked_elsewhere(kiosk, secrets.token_hex(16))
    to_the_name(kiosk)
    kiosk.person.type("erika")
    kiosk.expect(lambda screen: screen.node("field").value == "erika")
    for text in (booked.code, "9" * 10_000):
        kiosk.tap("cover")
        assert kiosk.dock(ask="scan", text=text)["ok"]
        assert kiosk.expect(lambda screen: screen.find("field")).node("field").value in ("erika", "•••••")


def test_nothing_is_left_running_when_the_kiosk_stops(kiosk: Machine) -> None:
    assert kiosk.stop() == 0
    assert residents(kiosk.places["run"]) == []
    kiosk.start()
