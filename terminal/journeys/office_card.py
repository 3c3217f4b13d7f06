"""An office as a contact for the citizen's phone: a vCard small enough for a code that every camera reads."""

from collections.abc import Iterator, Mapping

from terminal.central.offices import Office, OpeningHours, Span, Topic, in_language
from terminal.steps import QrCode
from terminal.wording import message

LARGEST_BYTES = 300
"""At 80 mm with its quiet zone (LOOK.md, section 6) each of the code's squares is still 1 mm wide."""

_DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def take_along(office: Office, topic: Topic | None, town: Mapping[str, str]) -> QrCode:
    """The code of the office's contact. What does not fit is left out: web address first, then hours, then e-mail.

    The phone shows it outside the terminal, where no language has been chosen; it is in German, as the door plate.
    """
    lines, hours = _lines(office, topic, town), _hours_line(office.hours)
    for optional in (("URL", "NOTE"), ("NOTE",), (), ("-EMAIL",)):
        kept = [line for name, line in lines if _keeps(name, optional)]
        with_hours = bool(hours) and "NOTE" in optional
        card = _card([*kept, hours] if with_hours else kept)
        if len(card.encode()) <= LARGEST_BYTES:
            caption = message("town-hall-code-hours") if with_hours else message("town-hall-code")
            return QrCode(card, caption, message("qr-title"))
    return QrCode(_plain(office), message("town-hall-code-address"), message("qr-title"))


def _keeps(name: str, optional: tuple[str, ...]) -> bool:
    return f"-{name}" not in optional and (name != "URL" or "URL" in optional)


def _card(lines: list[str]) -> str:
    # RFC 2426; lines stay unfolded, since some phones' scanners do not join folded ones.
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def _lines(office: Office, topic: Topic | None, town: Mapping[str, str]) -> list[tuple[str, str]]:
    name, place = _escaped(in_language(office.name, "de")), office.address
    phone = topic.phone if topic and topic.phone else office.phone
    street, town_name = _escaped(place.street), _escaped(in_language(town, "de"))
    lines = [
        ("N", f"N:{name};;;;"),
        ("FN", f"FN:{name}"),
        ("ORG", f"ORG:{town_name}"),
        ("ADR", f"ADR:;;{street};{_escaped(place.place)};;{place.postcode};"),
    ]
    if phone:
        lines.append(("TEL", f"TEL:{_dialled(phone)}"))
    if office.email:
        lines.append(("EMAIL", f"EMAIL:{office.email}"))
    if office.web:
        lines.append(("URL", f"URL:{office.web}"))
    return lines


def _hours_line(hours: OpeningHours) -> str:
    week = (hours.mon, hours.tue, hours.wed, hours.thu, hours.fri, hours.sat, hours.sun)
    days = " / ".join(f"{day} {_spans(spans)}" for day, spans in zip(_DAYS, week, strict=True) if spans)
    return f"NOTE:Geöffnet: {days}" if days else ""


def _spans(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{_clock(span.opens)}-{_clock(span.closes)}" for span in spans)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes % 60 else str(minutes // 60)


def _dialled(phone: str) -> str:
    kept = "".join(_dialled_signs(phone.replace("(0)", "")))
    return f"+49{kept[1:]}" if kept.startswith("0") and not kept.startswith("00") else kept


def _dialled_signs(phone: str) -> Iterator[str]:
    return (sign for sign in phone if sign.isdecimal() or sign == "+")


def _plain(office: Office) -> str:
    place = office.address
    written = f"{place.street}, {place.postcode} {place.place}"
    return written.encode()[:LARGEST_BYTES].decode(errors="ignore")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")
