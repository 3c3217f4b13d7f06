"""Texts in calendars that anybody may write into: read or refused by one error, soon, and never in the way of a cancellation."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.central.appointments.caldav.lines import entry_in
from terminal.central.appointments.caldav.listing import listed_in
from terminal.central.appointments.caldav.staff import blockers_in
from terminal.central.appointments.caldav.writing import written
from terminal.central.appointments.entry import Mode
from terminal.central.offices.opening import TOWN_ZONE
from tests.central.appointments.test_events import ENTRY, PRACTICE, REF, START, text_of
from tests.faults.bounds import bounded
from tests.faults.damage import damaged, with_words
from tests.faults.test_hostile_input import EVENT

FEW, MANY = 100, 4000
FIRST, LAST = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 1, 31, tzinfo=UTC)

OWN = text_of(ENTRY)
ZONE = EVENT.replace("Europe/Berlin", "Amtszimmer").replace(
    "END:STANDARD", "END:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT"
)  # fmt: skip
WORDS = (
    *("DAILY", "SECONDLY", "YEARLY", ";INTERVAL=0", ";COUNT=1000000000", ";BYMONTH=2;BYMONTHDAY=30", ";BYSETPOS=1,-1", ";BYSECOND=0,1,2"),
    *("RRULE:FREQ=DAILY;INTERVAL=0;BYMONTH=2\r\n", "RRULE:FREQ=SECONDLY\r\n"),
    *("00010101T000000", "99991231T235959", "99991231T235959Z", "P99999999999W", "-P1D", "RDATE:", "EXRULE:FREQ=SECONDLY"),
    *("\r\n ", "\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", ";TZID=Amtszimmer", ";VALUE=DATE:20261123", "RECURRENCE-ID:20261123T090000Z"),
)  # fmt: skip
SOUND = st.sampled_from([text.encode() for text in (EVENT, ZONE, OWN)])
TEXTS = with_words(SOUND, WORDS) | with_words(damaged(SOUND), WORDS)


def check_text(text: str) -> None:
    """What is read can be shown in the town; an entry can be cancelled, and nothing of its contact is left then."""
    with bounded(seconds=10, megabytes=300):
        with suppress(ValueError):
            for blocker in blockers_in(text, FIRST, LAST, ()):
                assert blocker.end > FIRST and blocker.start < LAST
        with suppress(ValueError):
            listed = listed_in(text, REF, '"1"')
            assert listed is None or listed.start.astimezone(TOWN_ZONE) - timedelta(hours=1)
        with suppress(ValueError):
            check_entry(text)


def check_entry(text: str) -> None:
    entry = entry_in(text, REF)
    if entry:
        try:
            after = written(replace(entry, mode=Mode.CANCELLED, contact=None), PRACTICE, START).decode()
        except ValueError as error:
            raise AssertionError("an entry that cannot be written again") from error
        read = entry_in(after, REF)
        assert read and read.mode is Mode.CANCELLED and read.contact is None


@settings(max_examples=FEW, deadline=None)
@given(TEXTS)
def test_any_text_in_a_calendar_is_read_or_refused(text: bytes) -> None:
    check_text(text.decode("utf-8", "replace"))


@pytest.mark.slow
@settings(max_examples=MANY, deadline=None)
@given(TEXTS)
def test_very_many_texts_in_calendars(text: bytes) -> None:
    check_text(text.decode("utf-8", "replace"))
