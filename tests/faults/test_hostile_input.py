"""What comes from outside may be anything: every reader answers, soon, with a value or with the error that it promises."""

import socket
import tempfile
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.loader import Broken, load
from hardware.escpos_receipt_printer import EscposReceiptPrinter, status
from hardware.escpos_receipt_printer.time_limit import TimeLimit
from hardware.escpos_receipt_printer.wire import DescriptorWire, Wire
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of
from terminal.central.appointments.caldav.multistatus import NoMultistatusError, resources
from terminal.central.appointments.port import BookUnavailableError
from terminal.devices import NotPrinted, Printed
from terminal.scanning import code_in
from terminal.wording import message
from tests.contracts.appointments.town import PASS, TODAY, Desk, booked, free, op
from tests.faults.damage import damaged
from tests.faults.quick_calendar import Kept, QuickCalendar, quick_calendar
from tests.hardware.receipts import SLIP, composer

FEW, MANY = 60, 3000
SOON = timedelta(seconds=5)
"""What takes longer hangs; most take a thousandth of it."""

EVENT = "\r\n".join((
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//staff//DE", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD",
    "DTSTART:19701025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", "SUMMARY:Besprechung",
    "DTSTART;TZID=Europe/Berlin:20261123T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=20;BYDAY=MO,WE",
    "EXDATE;TZID=Europe/Berlin:20261125T090000", "END:VEVENT", "END:VCALENDAR", "",
))  # fmt: skip
LIST = (
    b'<?xml version="1.0"?><multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>/a/b.ics'
    b'</href><propstat><prop><getetag>"1"</getetag><C:calendar-data>BEGIN:VCALENDAR</C:calendar-data></prop>'
    b"<status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"
)
WORDING = (
    "start-title = Willkommen in { $town }\n    .speech = Willkommen\nhelp-bar = { start-title } { DATETIME($day) }\n"
)
CODE = "BT1:BUERGERBUERO:202612010800:SCHALTER-1-1:ABCDEFGHIJKLMNOP"


@pytest.fixture(scope="module")
def quick() -> Iterator[QuickCalendar]:
    with quick_calendar() as running:
        yield running


def check_list(body: bytes) -> None:
    try:
        found = resources(body)
    except NoMultistatusError:
        return
    assert all(resource.path for resource in found)


@settings(max_examples=FEW, deadline=SOON)
@given(damaged(st.just(LIST)))
def test_a_damaged_list_is_read_or_refused(body: bytes) -> None:
    check_list(body)


@pytest.mark.slow
@settings(max_examples=MANY, deadline=SOON)
@given(damaged(st.just(LIST)))
def test_three_thousand_damaged_lists(body: bytes) -> None:
    check_list(body)


def check_event(quick: QuickCalendar, text: bytes) -> None:
    """An event of staff and one of ours are damaged: free times are found around them, or the calendar counts as down."""
    quick.forget()
    desk = Desk(quick.account)
    book = desk.kiosk()
    appointment = booked(book, PASS, free(book, PASS, desk.office)[0])
    calendars = quick.calendars.kept
    calendars[desk.office]["staff.ics"] = Kept(text.decode("utf-8", "replace"), '"0"')
    month = next(kept for name, kept in calendars.items() if name.startswith(f"{desk.office}-"))
    own = next(iter(month.values()))
    own.text = own.text.replace("DTEND", text[:40].decode("latin-1"), 1)
    for look in (
        lambda: desk.kiosk().free(PASS, desk.office, TODAY, TODAY + timedelta(days=9)),
        lambda: desk.kiosk().find(appointment.code),
        lambda: desk.kiosk().cancel(op(), appointment.code),
        lambda: desk.kiosk().erase_contacts(desk.clock.now() + timedelta(days=99)),
    ):
        try:
            look()
        except BookUnavailableError:
            continue


@settings(max_examples=FEW, deadline=SOON, suppress_health_check=list(HealthCheck))
@given(damaged(st.just(EVENT.encode())))
def test_damaged_events_stop_nobody_from_asking(quick: QuickCalendar, text: bytes) -> None:
    check_event(quick, text)


@pytest.mark.slow
@settings(max_examples=MANY // 4, deadline=SOON, suppress_health_check=list(HealthCheck))
@given(damaged(st.just(EVENT.encode())))
def test_many_damaged_events(quick: QuickCalendar, text: bytes) -> None:
    check_event(quick, text)


def check_scan(scan: str) -> None:
    code = code_in(scan, "BT1:")
    assert code is None or (code.startswith("BT1:") and len(code) <= 200 and code.isascii())


@settings(max_examples=FEW * 5, deadline=SOON)
@given(st.text(max_size=12_000) | damaged(st.just(CODE.encode())).map(lambda data: data.decode("latin-1")))
def test_whatever_is_scanned_is_a_code_or_nothing(scan: str) -> None:
    check_scan(scan)


class Babbler:
    """A printer at the other end of a socket that answers whatever is sent with the bytes of the test."""

    def __init__(self, answers: bytes) -> None:
        ours, theirs = socket.socketpair()
        self.wire = DescriptorWire(ours.detach())
        self._theirs, self._answers = theirs, answers
        threading.Thread(target=self._babble, daemon=True).start()

    def connect(self, limit: TimeLimit) -> Wire:
        return self.wire

    def _babble(self) -> None:
        with self._theirs as line:
            try:
                for place in range(0, len(self._answers) + 1, 4):
                    if not line.recv(65536):
                        return
                    line.sendall(self._answers[place : place + 4] or b"\0")
            except OSError:
                return


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status, "ANSWER_S", 0.01)


def check_printer(cache: Path, answers: bytes) -> None:
    outcome = EscposReceiptPrinter(Babbler(answers).connect, composer(cache), 1.0).print(SLIP)
    assert isinstance(outcome, Printed | NotPrinted)


@settings(max_examples=FEW, deadline=SOON, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([b"\x12", b"\x16", b"\x1a", b"\x1e", b"\x32", b"\x7e", b"\x00", b"\xff", b"\x37"])).map(b"".join) | st.binary(max_size=64))  # fmt: skip
def test_whatever_a_printer_answers_there_is_an_outcome(impatient: None, tmp_path_factory: pytest.TempPathFactory, answers: bytes) -> None:  # fmt: skip
    check_printer(tmp_path_factory.getbasetemp(), answers)


def check_wording(wording: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "texts.ftl").write_bytes(wording)
        (place / "town.toml").write_text('[texts]\noverrides = { de = "texts.ftl" }\n', encoding="utf-8")
        result = load(place)
    if isinstance(result, Broken):
        assert all(str(problem).isprintable() for problem in result.problems)
        return
    texts = texts_of(first_sight_of(result.configuration))
    for id in ("start-title", "help-bar", "start-greeting"):
        assert texts.render(message(id), "de").text


@settings(max_examples=FEW // 2, deadline=SOON)
@given(damaged(st.just(WORDING.encode())))
def test_damaged_wording_is_shown_or_refused(wording: bytes) -> None:
    check_wording(wording)


@pytest.mark.slow
@settings(max_examples=MANY // 4, deadline=SOON)
@given(damaged(st.just(WORDING.encode())))
def test_much_damaged_wording(wording: bytes) -> None:
    check_wording(wording)
