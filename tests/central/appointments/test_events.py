"""Entries written as events and read again, whatever citizens type and staff change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from terminal.central.appointments.caldav.lines import entry_in
from terminal.central.appointments.caldav.writing import plain, written
from terminal.central.appointments.codes import Ref, code_text, number_in, presented, ref_at
from terminal.central.appointments.entry import Entry, Mode
from terminal.central.appointments.model import Contact, Need, Wish
from terminal.central.appointments.offer import Policy
from terminal.central.appointments.sealing import sealed, secret_of, unsealed
from tests.central.appointments.test_practice import practice

START = datetime(2026, 12, 1, 8, tzinfo=UTC)
REF = Ref("buero", START, "c1-1")
ENTRY = Entry(
    REF, Mode.BOOKED, "ab" * 16, Need((Wish("pass", 2), Wish("move"))), "c1", START, START + timedelta(minutes=30),
    expires=START, number="417203", secret="cd" * 16, replaced=f"buero:202611300800:c1-1 {'ef' * 16}", nonce="12",
    contact=Contact("Erika Mustermann", "erika@example.org", "030 1"),
)  # fmt: skip
PRACTICE = practice(Policy())


def text_of(entry: Entry) -> str:
    return written(entry, PRACTICE, START).decode()


@pytest.mark.parametrize("mode", list(Mode))
def test_what_is_written_is_read(mode: Mode) -> None:
    entry = replace(ENTRY, mode=mode)
    assert entry_in(text_of(entry), REF) == entry


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1), st.text(), st.text())
def test_no_text_breaks_out_of_its_property(name: str, email: str, phone: str) -> None:
    text = text_of(replace(ENTRY, contact=Contact(name, email, phone)))
    usual = text_of(ENTRY)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    (expected,) = Calendar.from_ical(usual).walk("VEVENT")
    assert set(event) <= set(expected)
    read = entry_in(text, REF)
    assert read and read.contact == (Contact(plain(name), plain(email), plain(phone)) if plain(name) else None)


@pytest.mark.parametrize(
    "name", ["a\r\nATTENDEE:mailto:x@y.z", "a\nEND:VEVENT\nBEGIN:VEVENT", "a\x00\x1b[2J\u202eb", "a" * 10_000]
)
def test_hostile_names_are_one_short_line(name: str) -> None:
    text = text_of(replace(ENTRY, contact=Contact(name)))
    lines = text.split("\r\n")
    assert "ATTENDEE" not in {line.partition(":")[0].partition(";")[0] for line in lines}
    assert sum(line == "BEGIN:VEVENT" for line in lines) == 1
    assert len(plain(name)) <= 200
    assert not set("\x00\x1b\u202e") & set(text)


def test_staff_see_number_concern_and_contact() -> None:
    (event,) = Calendar.from_ical(text_of(ENTRY)).walk("VEVENT")
    assert str(event["SUMMARY"]) == "417 203 Pass (2 Personen), Umzug, Erika Mustermann"
    assert "Telefon: 030 1" in str(event["DESCRIPTION"])
    assert str(event["LOCATION"]) == "S"


def test_what_staff_add_and_move_stays_when_somebody_checks_in() -> None:
    changed = (
        text_of(ENTRY)
        .replace("DTSTART:20261201T080000Z", "DTSTART;TZID=Europe/Berlin:20261201T110000")
        .replace("DTEND:20261201T083000Z", "DTEND;TZID=Europe/Berlin:20261201T113000\r\nCATEGORIES:wichtig")
        .replace("DESCRIPTION:", "DESCRIPTION:bringt Kind mit\\; ")
    )
    read = entry_in(changed, REF)
    assert read and read.moved and read.start == START + timedelta(hours=2)
    again = text_of(replace(read, mode=Mode.CHECKED_IN))
    assert "CATEGORIES:wichtig" in again and "bringt Kind mit" in again
    after = entry_in(again, REF)
    assert after and (after.start, after.mode) == (read.start, Mode.CHECKED_IN)


def test_an_erased_contact_leaves_nothing_of_it_in_the_text() -> None:
    changed = text_of(ENTRY).replace("DESCRIPTION:", "ATTENDEE;CN=Erika:mailto:erika@example.org\r\nDESCRIPTION:Erika ")
    read = entry_in(changed, REF)
    assert read
    for mode in (Mode.CANCELLED, Mode.BOOKED):
        text = text_of(replace(read, mode=mode, contact=None))
        assert "rika" not in text and "030" not in text


@pytest.mark.parametrize("harm", ["BEGIN:VCALENDAR\r\nnonsense\r\n", "nonsense\r\nBEGIN:VCALENDAR\r\n"])
def test_an_appointment_in_a_text_that_no_program_reads_can_still_be_cancelled_and_its_contact_erased(
    harm: str,
) -> None:
    read = entry_in(text_of(ENTRY).replace("BEGIN:VCALENDAR\r\n", harm, 1), REF)
    assert read
    after = text_of(replace(read, mode=Mode.CANCELLED, contact=None))
    assert "nonsense" not in after and "rika" not in after
    assert entry_in(after, REF) == replace(read, mode=Mode.CANCELLED, contact=None)


@pytest.mark.parametrize("day", ["00010101", "99991231"])
def test_an_appointment_moved_to_an_end_of_the_calendar_is_none_as_no_screen_could_show_it(day: str) -> None:
    with pytest.raises(ValueError, match="nobody means"):
        entry_in(text_of(ENTRY).replace(":20261201T", f":{day}T"), REF)


def test_an_event_of_staff_is_none_of_ours() -> None:
    assert (
        entry_in("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:X-BUERGERTERMINAL-STATE:booked\r\nEND:VEVENT\r\n", REF)
        is None
    )


def test_our_properties_are_believed_at_the_start_of_a_line_only() -> None:
    fake = ENTRY.contact and replace(ENTRY, contact=Contact("x X-BUERGERTERMINAL-STATE:cancelled " * 5))
    assert fake
    read = entry_in(text_of(fake), REF)
    assert read and read.mode is Mode.BOOKED


@given(st.integers(0, 30), st.sampled_from(["c1-1", "schalter-1-20"]))
def test_codes_and_file_names_lead_back_to_the_place(turn: int, lane: str) -> None:
    ref = Ref("buero-2", START, lane, turn)
    secret = secret_of("op")
    said = presented(f"  {code_text('brandis', ref, secret).lower()} ")
    assert said and (said.town, said.ref, said.secret) == ("brandis", ref, secret)
    assert ref_at(ref.calendar, ref.stem) == ref
    assert ref_at("buero-2-202701", ref.stem) is None


@given(st.text())
def test_anything_may_be_presented(text: str) -> None:
    assert presented(text) is None
    assert number_in(text) is None or "".join(text.split()) == number_in(text)


def test_what_is_sealed_opens_with_its_key_only() -> None:
    seal = sealed("ab" * 16, "key")
    assert unsealed(seal, "key") == "ab" * 16
    assert "abab" not in seal
