"""An appointment as an iCalendar event (RFC 5545) for the citizen's own calendar, in German as the door plate."""

from collections.abc import Iterator
from datetime import UTC, datetime

from terminal.central.appointments.model import Appointment
from terminal.central.mail.letter import Method
from terminal.central.offices import in_language
from terminal.journeys.appointments.offered import office_of
from terminal.journeys.snapshot import Snapshot

_LONGEST_LINE = 75
_CANCELLED = ("SEQUENCE:1", "STATUS:CANCELLED")
_PUBLISHED = ("SEQUENCE:0", "STATUS:CONFIRMED")


def calendar_entry(snapshot: Snapshot, appointment: Appointment, stamped: datetime) -> str:
    """For a code on paper: as short as can be. Lines stay unfolded: phones read them so."""
    return _whole((), _event(snapshot, appointment, stamped))


def mailed_entry(snapshot: Snapshot, appointment: Appointment, stamped: datetime, method: Method) -> str:
    """The same event for a mail: with the method, and what RFC 5546 (3.2.1 and 3.2.5) asks of each, in folded lines.

    CANCEL, and not PUBLISH of a cancelled event: calendars offer to remove the event of that UID for the former, and
    some enter another one for the latter. Either is only understood from the organizer of the first.
    """
    name = in_language(snapshot.town, "de").replace('"', "'")
    more = (
        f'ORGANIZER;CN="{_plain(name)}":mailto:{snapshot.mail}',
        *(_CANCELLED if method == "CANCEL" else _PUBLISHED),
    )
    lines = _whole((f"METHOD:{method}",), _event(snapshot, appointment, stamped, more))
    return "\r\n".join(map(_folded, lines.split("\r\n")))


def _whole(head: tuple[str, ...], event: tuple[str, ...]) -> str:
    begin = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Buerger-Terminal//DE")
    return "\r\n".join((*begin, *head, "BEGIN:VEVENT", *event, "END:VEVENT", "END:VCALENDAR", ""))


def _event(
    snapshot: Snapshot, appointment: Appointment, stamped: datetime, more: tuple[str, ...] = ()
) -> tuple[str, ...]:
    slot = appointment.slot
    office = office_of(snapshot, slot.office)
    place = office.address if office else snapshot.address
    name = in_language(office.name if office else snapshot.town, "de")
    where = f"{name}, {place.street}, {place.postcode} {place.place}"
    return (
        f"UID:{appointment.id}",
        f"DTSTAMP:{_utc(stamped)}",
        f"DTSTART:{_utc(slot.start)}",
        f"DTEND:{_utc(slot.end)}",
        f"SUMMARY:{_escaped(f'Termin {appointment.number}: {name}')}",
        f"LOCATION:{_escaped(where)}",
        *more,
    )


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _folded(line: str) -> str:
    """RFC 5545, 3.1: no line longer than 75 octets; a continued one begins with a space."""
    return "\r\n ".join(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    piece, octets = "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _LONGEST_LINE:
            yield piece
            piece, octets = "", 1
        piece, octets = piece + sign, octets + size
    yield piece
