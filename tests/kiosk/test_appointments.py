"""Booking in front of the display: real visits, the real calendar server, the simulated printer."""

import os
import secrets
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from terminal.central.appointments.model import Appointment
from tests.kiosk.appointments import (
    answer_unasked,
    appointments,
    book_in,
    booked_elsewhere,
    command,
    commit_and_leave,
    only_the_calendar_knows,
    to_the_name,
    to_the_review,
)
from tests.kiosk.conftest import Build
from tests.kiosk.machine import SUPERVISION, Machine
from tests.kiosk.memory import need_to_read
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
    return build("portrait").start()


@pytest.fixture
def kiosk(town: Machine) -> Iterator[Machine]:
    """On its start screen, with its calendar running."""
    town.home()
    town.until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])
    return town


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


def test_a_booking_that_no_screen_confirmed_is_released(kiosk: Machine) -> None:
    book, booked = book_in(kiosk), booked_elsewhere(kiosk, confirm_op="dd" * 16)
    front = kiosk.settled()["front"]["pid"]
    (kiosk.places["state"] / "unwitnessed").mkdir(exist_ok=True)
    (kiosk.places["state"] / "unwitnessed" / f"{front}.{'dd' * 16}").touch()
    os.kill(front, signal.SIGKILL)
    until(lambda: not isinstance(book.find(booked.code), Appointment) or None, lambda: "it is released", pid=kiosk.pid)


def test_after_a_booking_only_its_own_file_and_the_calendar_know_the_name(kiosk: Machine) -> None:
    name, front = marker(), kiosk.settled()["front"]["pid"]
    need_to_read(kiosk.pid)
    to_the_name(kiosk)
    kiosk.person.type(name)
    answer_unasked(kiosk, front, name)
    kiosk.walk("skip")
    kiosk.tap("skip")
    commit_and_leave(kiosk, front)
    assert only_the_calendar_knows(kiosk, name, kiosk.settled())


def test_wrong_numbers_are_limited_over_visits(own: Machine) -> None:
    own.configure(STRICT + SUPERVISION)
    own.start().until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])
    for _ in range(2):
        own.walk("option:my-appointment")
        own.person.type("000000")
        assert own.walk("main").title == "Diese Nummer kennen wir nicht."
        own.home()
    own.walk("option:my-appointment")
    own.person.type("000000")
    assert own.walk("main").title == "An diesem Terminal waren gerade viele Nummern falsch."


def test_a_code_held_to_the_scanner_on_the_start_screen_finds_the_appointment(kiosk: Machine) -> None:
    booked = booked_elsewhere(kiosk, secrets.token_hex(16))
    kiosk.person.scan(booked.code)
    found = kiosk.expect(lambda screen: screen.find("option:check-in"))
    kiosk.tap("option:check-in")
    kiosk.expect(lambda screen: screen.title not in ("", found.title) and not screen.find("option:check-in"))


def test_a_code_held_to_the_scanner_in_the_midst_of_a_name_leaves_the_name(kiosk: Machine) -> None:
    booked = booked_elsewhere(kiosk, secrets.token_hex(16))
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
