"""What lists of events are asked for, and what is read of them: times, places, states, and nobody's name.

Servers may send less than an event only when asked to (RFC 4791, section 9.6), and few do. Those that send all the same
are read just as far.
"""

import re
from xml.sax.saxutils import quoteattr

from terminal.central.appointments.caldav.lines import PREFIX, moment_in, times_in, unfolded
from terminal.central.appointments.codes import Ref
from terminal.central.appointments.entry import Listed, Mode

_TIMES = ("UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
_WEIGHT = ("STATUS", "TRANSP", "LOCATION")
_OWN = ("STATE", "OP", "EXPIRES", "NUMBER", "REPLACES")
_LINE = re.compile(rf"\n{PREFIX}({'|'.join(_OWN)})(?:;[^:\r\n]*)?:([^\r\n]*)")


def _props(*names: str) -> str:
    return "".join(f"<C:prop name={quoteattr(name)}/>" for name in names)


WANTED = (
    f'<C:calendar-data><C:comp name="VCALENDAR">{_props("VERSION")}'
    f'<C:comp name="VEVENT">{_props(*_TIMES, *_WEIGHT, *(PREFIX + name for name in _OWN))}</C:comp>'
    '<C:comp name="VTIMEZONE"><C:allprop/><C:allcomp/></C:comp></C:comp></C:calendar-data>'
)
"""The element of a REPORT; C is CalDAV's namespace. VTIMEZONE: whole, staff's programs write times in it."""

WHOLE = "<C:calendar-data/>"
"""The same for events with all that is in them."""


def listed_in(text: str, ref: Ref, version: str) -> Listed | None:
    """The entry in the text of the resource at `ref`; None when it is none of ours. Raises `ValueError` for a broken one."""
    plain = unfolded(text)
    said: dict[str, str] = {}
    for line in _LINE.finditer(plain):
        said.setdefault(line[1], line[2])
    if "STATE" not in said:
        return None
    start, end = times_in(plain)
    return Listed(
        ref=ref,
        version=version,
        mode=Mode(said["STATE"]),
        op=said.get("OP", ""),
        start=start,
        end=end,
        expires=moment_in(said["EXPIRES"]) if "EXPIRES" in said else None,
        number=said.get("NUMBER", ""),
        unfinished=bool(said.get("REPLACES")),
    )
