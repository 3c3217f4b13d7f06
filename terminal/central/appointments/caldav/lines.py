"""Our own properties in an iCalendar text (RFC 5545), read fast and from nowhere but whole lines of their own.

A month has thousands of events: parsing each in full costs a hundred times as much. Values hold no sign that iCalendar
escapes, so servers and calendar programs pass them on as they are.
"""

import re
from datetime import MAXYEAR, MINYEAR, datetime
from urllib.parse import unquote

from terminal.central.appointments.codes import Ref
from terminal.central.appointments.entry import Entry, Mode
from terminal.central.appointments.model import Contact, Need, Wish

PREFIX = "X-BUERGERTERMINAL-"

# Lines are found by the end of the one before: fast, and a calendar's first line is another anyway.
_LINE = re.compile(rf"\n{PREFIX}([A-Z]+)(?:;[^:\r\n]*)?:([^\r\n]*)")
_TIME = re.compile(r"\n(DTSTART|DTEND):(\d{8}T\d{6}Z)\r?(?=\n)")
_WRITTEN = "%Y%m%dT%H%M%SZ"
_MOMENT = re.compile(r"\d{8}T\d{6}Z")


def own_lines(text: str) -> dict[str, str]:
    """Our properties by name without prefix; of a name that stands twice the first."""
    found: dict[str, str] = {}
    for line in _LINE.finditer(unfolded(text)):
        found.setdefault(line[1], line[2])
    return found


def unfolded(text: str) -> str:
    """`text` with every line of content in one piece (RFC 5545, 3.1)."""
    for fold in ("\r\n ", "\r\n\t", "\n ", "\n\t"):
        text = text.replace(fold, "")
    return text


def entry_in(text: str, ref: Ref) -> Entry | None:
    """The entry in the text of the resource at `ref`; None when it is none of ours. Raises `ValueError` for a broken one."""
    said = own_lines(text)
    if "STATE" not in said:
        return None
    start, end = times_in(text)
    contact = Contact(*(unquote(said.get(name, "")) for name in ("NAME", "EMAIL", "PHONE")))
    return Entry(
        ref=ref,
        mode=Mode(said["STATE"]),
        op=said.get("OP", ""),
        need=need_in(said.get("NEED", "")),
        counter=said.get("COUNTER", ""),
        start=start,
        end=end,
        expires=moment_in(said["EXPIRES"]) if "EXPIRES" in said else None,
        number=said.get("NUMBER", ""),
        secret=said.get("SECRET", ""),
        replaces=said.get("REPLACES", ""),
        replaced=said.get("REPLACED", ""),
        by=said.get("BY", ""),
        contact=contact if contact.name else None,
        nonce=said.get("NONCE", ""),
        source=text,
    )


def need_in(written: str) -> Need:
    """Reads ``personalausweis*2 meldung*1``. Raises `ValueError`."""
    wishes = (word.partition("*") for word in written.split())
    return Need(tuple(Wish(concern, int(persons)) for concern, _, persons in wishes))


def written_need(need: Need) -> str:
    """The reverse of `need_in`."""
    return " ".join(f"{wish.concern}*{wish.persons}" for wish in need.wishes)


def moment_in(written: str) -> datetime:
    """Reads ``20261201T080000Z``. Raises `ValueError`."""
    if not _MOMENT.fullmatch(written):
        raise ValueError("no moment")
    return _showable(datetime.fromisoformat(written))


def written_moment(moment: datetime) -> str:
    """The reverse of `moment_in`, for a moment in UTC."""
    return moment.strftime(_WRITTEN)


def times_in(text: str) -> tuple[datetime, datetime]:
    """When the event in `text` begins and ends, in UTC. Raises `ValueError`."""
    times = {found[1]: moment_in(found[2]) for found in _TIME.finditer(text)}
    # A time zone's description has times of its own, but never in UTC.
    if len(times) == 2 and text.count("\nBEGIN:VEVENT") == 1:
        return times["DTSTART"], times["DTEND"]
    from terminal.central.appointments.caldav.staff import times_of_first

    start, end = times_of_first(text)
    return _showable(start), _showable(end)


def _showable(moment: datetime) -> datetime:
    """`moment`, unless it is so near the ends of the calendar that no other time zone has it. Raises `ValueError`."""
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("a moment that nobody means")
    return moment
