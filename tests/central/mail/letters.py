"""A letter, and what is read of one by whoever gets it."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from terminal.central.mail.letter import CalendarFile, Letter

ENTRY = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"

LETTER = Letter(
    to="erika@example.org",
    sender_name="Stadt Brandis – Bürgerbüro",
    subject="Ihr Termin für „Wohnung anmelden“ am Donnerstag, 26. November 2026, im Bürgerbüro",
    body="Guten Tag,\n\nIhr Termin im Bürgerbüro.\n.\nEine Zeile, die mit einem Punkt beginnt, ist kein Ende.",
    language="de",
    written=datetime(2026, 11, 24, 7, 0, tzinfo=UTC),
    calendar=(CalendarFile("Termin.ics", "PUBLISH", ENTRY),),
)


def read(message: bytes) -> EmailMessage:
    """As a mail program reads it."""
    parsed = message_from_bytes(message, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    assert parsed.defects == []
    return parsed


def body_of(message: EmailMessage) -> str:
    """The text that is shown."""
    body = message.get_body(("plain",))
    assert body
    return str(body.get_content()).replace("\r\n", "\n")


def attached(message: EmailMessage, kind: str) -> list[EmailMessage]:
    """Its attachments of one type, such as "text/calendar"."""
    found = [part for part in message.iter_attachments() if part.get_content_type() == kind]
    return [part for part in found if isinstance(part, EmailMessage)]
