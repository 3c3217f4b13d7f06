"""What stands on the slip of an appointment."""

from dataclasses import replace
from functools import partial

import pytest
from icalendar import Calendar

from terminal.central.appointments.model import Appointment, Need, Slot, State, Wish
from terminal.central.mail.letter import Method
from terminal.journeys.appointments.calendar_entry import calendar_entry, mailed_entry
from terminal.journeys.appointments.receipt import receipt
from terminal.receipts.slip import MOST_CODE_BYTES, Code, Figure, Line, Slip, Title
from tests.journeys.appointments import NOW, TEXTS, THURSDAY_9, TOWN

APPOINTMENT = Appointment(
    id="buergerbuero:202611260800:buero-1",
    number="417 203",
    code="BT1:BRANDIS:BUERGERBUERO:202611260800:BUERO-1:ABCDEFGH234567AB",
    need=Need((Wish("umzug", 2), Wish("pass"))),
    slot=Slot(THURSDAY_9, 40, "buergerbuero"),
    counter="buero",
    state=State.BOOKED,
)


def slip(language: str = "de", appointment: Appointment = APPOINTMENT) -> Slip:
    return receipt(TOWN, appointment, NOW, partial(TEXTS.render, language=language), "ltr")


def texts(of: Slip, kind: type) -> list[str]:
    return [
        (part.value if isinstance(part, Figure) else part.text).replace("\u00a0", " ")
        for part in of.parts
        if isinstance(part, kind)
    ]


def test_it_says_what_when_where_which_number_and_what_to_bring() -> None:
    assert texts(slip(), Title) == ["Termin"]
    assert texts(slip(), Line) == [
        "Stadt Brandis",
        "Donnerstag, 26. November, 9:00 Uhr",
        "Wohnung anmelden, 2 Personen, Pass beantragen",
        "Markt 1-3, 04821 Brandis",
    ]
    assert texts(slip(), Figure) == [
        "417 203",
        "Bürgerbüro, Erdgeschoss, Raum 0.03",
        "alten Pass, Bestätigung",
    ]


def test_it_is_in_the_language_of_the_citizen() -> None:
    assert texts(slip("en"), Line)[1:3] == [
        "Thursday, 26 November, 9:00",
        "Register your address, 2 people, Apply for a passport",
    ]


def test_its_first_code_is_the_appointments() -> None:
    codes = [part.data for part in slip().parts if isinstance(part, Code)]
    assert codes[0] == APPOINTMENT.code
    assert len(codes) == 2


def test_without_a_secret_there_is_no_code_to_change_it() -> None:
    codes = [part.data for part in slip(appointment=replace(APPOINTMENT, code="")).parts if isinstance(part, Code)]
    assert [code[:15] for code in codes] == ["BEGIN:VCALENDAR"]


def test_the_calendar_entry_is_one_that_calendars_read() -> None:
    (event,) = Calendar.from_ical(calendar_entry(TOWN, APPOINTMENT, NOW)).walk("VEVENT")
    assert event.decoded("dtstart") == THURSDAY_9
    assert event.decoded("dtend") == APPOINTMENT.slot.end
    assert event["summary"] == "Termin 417 203: Bürgerbüro"
    assert event["location"] == "Bürgerbüro, Markt 1-3, 04821 Brandis"
    assert "ABCDEFGH" not in str(event)


@pytest.mark.parametrize("method", ["PUBLISH", "CANCEL"])
@pytest.mark.parametrize("sign", ["ü", "\r\nATTACH:x", '"', ";", ",", "\\", "😀"])
def test_in_a_mail_it_has_short_lines_and_what_each_method_asks_for(method: Method, sign: str) -> None:
    office = TOWN.offices[0].model_copy(update={"name": {"de": f"Büro{sign * 60}Ende"}})
    town = replace(TOWN, offices=(office,), town={"de": f"Stadt{sign}Brandis"}, mail="termine@example.org")
    entry = mailed_entry(town, APPOINTMENT, NOW, method)
    assert max(len(line.encode()) for line in entry.split("\r\n")) <= 75
    calendar = Calendar.from_ical(entry)
    (event,) = calendar.walk("VEVENT")
    assert (calendar["method"], event["organizer"]) == (method, "mailto:termine@example.org")
    assert str(event["summary"]).replace(" ", "") == f"Termin417203:Büro{''.join(sign.split()) * 60}Ende"
    assert {"attach"}.isdisjoint(map(str.lower, event))


@pytest.mark.parametrize("sign", ["\r\nATTACH:x", ";", ",", "\\"])
def test_nothing_in_a_name_breaks_out_of_its_line(sign: str) -> None:
    office = TOWN.offices[0].model_copy(update={"name": {"de": f"Büro{sign}Ende"}})
    town = replace(TOWN, offices=(office,))
    entry = calendar_entry(town, APPOINTMENT, NOW)
    (event,) = Calendar.from_ical(entry).walk("VEVENT")
    assert "attach" not in event
    assert len(entry.encode()) <= MOST_CODE_BYTES
