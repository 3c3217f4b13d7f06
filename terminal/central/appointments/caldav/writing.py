"""Entries as staff see them in their calendar program, with our own properties beside what is to be read.

No ATTENDEE or ORGANIZER: servers and calendar programs send mail to such people (RFC 6638), and citizens who gave an
address for this appointment did not ask for a mail from whoever opens it.
"""

import unicodedata
from contextlib import suppress
from datetime import datetime
from urllib.parse import quote

from icalendar import Calendar, Event, vText

from terminal.central.appointments.caldav.foreign import calendar_in
from terminal.central.appointments.caldav.lines import PREFIX, written_moment, written_need
from terminal.central.appointments.entry import Entry, Mode, Note
from terminal.central.appointments.model import Contact, Need
from terminal.central.appointments.practice import Practice
from terminal.central.offices import in_language

_PRODUCT = "-//Bürger-Terminal//Termine//DE"
_LONGEST = 200
_JOINERS = "\u200c\u200d"
_STATUS = {Mode.CLAIM: "TENTATIVE", Mode.HOLD: "TENTATIVE", Mode.CANCELLED: "CANCELLED"}
_PERSONAL = ("ATTENDEE", "ORGANIZER", "CONTACT", "COMMENT")
_STAFF = "de"


def written(entry: Entry, practice: Practice, now: datetime) -> bytes:
    """The text of `entry`. What staff have added stays, unless it could hold a contact that is erased now."""
    calendar = _calendar_of(entry, now)
    event = next(event for event in calendar.walk("VEVENT") if isinstance(event, Event))
    before = str(event.get(f"{PREFIX}NAME", ""))
    for name in [name for name in event if str(name).upper().startswith(PREFIX)]:
        del event[name]
    for name, value in _own(entry).items():
        if value:
            event.add(PREFIX + name, vText(value))
    _set(event, "SUMMARY", _summary(entry, practice))
    _set(event, "STATUS", _STATUS.get(entry.mode, "CONFIRMED"))
    _set(event, "TRANSP", "TRANSPARENT" if entry.mode is Mode.CANCELLED else "OPAQUE")
    _set(event, "LAST-MODIFIED", now)
    if before != str(event.get(f"{PREFIX}NAME", "")) or "DESCRIPTION" not in event:
        for name in _PERSONAL:
            event.pop(name, None)
        _set(event, "DESCRIPTION", _description(entry, practice))
        _set(event, "LOCATION", _place(entry, practice))
    return bytes(calendar.to_ical())


def written_note(stem: str, note: Note, now: datetime) -> bytes:
    """A note of an operation. A journal entry: calendar programs do not show it among the appointments."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "BEGIN:VJOURNAL",
        f"UID:{stem}",
        f"DTSTAMP:{written_moment(now)}",
        f"DTSTART:{written_moment(now)}",
        f"{PREFIX}HOLD:{note.hold}",
        *(f"{PREFIX}REF:{ref.id}" for ref in note.refs),
        *([f"{PREFIX}SEALED:{note.sealed}"] if note.sealed else []),
        "END:VJOURNAL",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def plain(text: str) -> str:
    """`text` on one line, without control and formatting signs, 200 characters at most."""
    shown = (sign if sign in _JOINERS or unicodedata.category(sign)[0] != "C" else " " for sign in text[:10_000])
    return " ".join("".join(shown).split())[:_LONGEST]


def _calendar_of(entry: Entry, now: datetime) -> Calendar:
    # One that cannot be read can still be cancelled, and its contact erased: then it is written anew.
    with suppress(ValueError):
        read = calendar_in(entry.source)
        if isinstance(read, Calendar) and read.walk("VEVENT"):
            return read
    calendar, event = Calendar(), Event()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    event.add("UID", entry.ref.stem)
    event.add("DTSTAMP", now)
    event.add("DTSTART", entry.start)
    event.add("DTEND", entry.end)
    calendar.add_component(event)
    return calendar


def _own(entry: Entry) -> dict[str, str]:
    contact = entry.contact or Contact("")
    return {
        "STATE": entry.mode.value,
        "OP": entry.op,
        "NEED": written_need(entry.need),
        "COUNTER": entry.counter,
        "EXPIRES": written_moment(entry.expires) if entry.expires else "",
        "NUMBER": entry.number,
        "SECRET": entry.secret,
        "REPLACES": entry.replaces,
        "REPLACED": entry.replaced,
        "BY": entry.by,
        "NONCE": entry.nonce,
        "NAME": quote(plain(contact.name)),
        "EMAIL": quote(plain(contact.email)),
        "PHONE": quote(plain(contact.phone)),
    }


def _set(event: Event, name: str, value: str | datetime) -> None:
    event.pop(name, None)
    if value:
        event.add(name, value)


def _summary(entry: Entry, practice: Practice) -> str:
    what = ", ".join(_wishes(entry.need, practice))
    if entry.mode in (Mode.CLAIM, Mode.HOLD):
        return f"Wird gerade gebucht: {what}"
    said = f"{entry.number[:3]} {entry.number[3:]} {what}"
    if entry.mode is Mode.CANCELLED:
        return f"Abgesagt: {said}"
    who = f", {plain(entry.contact.name)}" if entry.contact else ""
    return f"{'Angekommen: ' if entry.mode is Mode.CHECKED_IN else ''}{said}{who}"


def _description(entry: Entry, practice: Practice) -> str:
    lines = _wishes(entry.need, practice)
    if entry.number:
        lines.append(f"Nummer: {entry.number[:3]} {entry.number[3:]}")
    if entry.contact:
        shown = (("Name", entry.contact.name), ("E-Mail", entry.contact.email), ("Telefon", entry.contact.phone))
        lines += [f"{label}: {plain(value)}" for label, value in shown if plain(value)]
    return "\n".join(lines)


def _wishes(need: Need, practice: Practice) -> list[str]:
    shown = []
    for wish in need.wishes:
        concern = practice.concern(wish.concern)
        name = in_language(concern.name, _STAFF) if concern else wish.concern
        shown.append(plain(name) + (f" ({wish.persons} Personen)" if wish.persons > 1 else ""))
    return shown


def _place(entry: Entry, practice: Practice) -> str:
    counter = next((counter for counter in practice.counters if counter.id == entry.counter), None)
    return plain(in_language(counter.room or counter.name, _STAFF)) if counter else ""
