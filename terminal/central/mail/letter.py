"""A letter as data: texts that are already rendered, and nothing of any mail server."""

import re
import unicodedata
from dataclasses import field
from datetime import datetime
from typing import Literal

from terminal.values import valueclass

Method = Literal["PUBLISH", "CANCEL"]

_CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_PICTURE = b"\x89PNG\r\n\x1a\n"
_LONGEST_ADDRESS = 254
_LONGEST_LOCAL_PART = 64
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])"
)


def is_address(text: str) -> bool:
    """Whether `text` is one mail address that every server takes: RFC 5321, 4.1.2, a dot-string at a domain, in ASCII.

    Quoted local parts, address literals, several addresses, and letters that need SMTPUTF8 (RFC 6531) are none.
    """
    local = text.partition("@")[0]
    fits = len(text) <= _LONGEST_ADDRESS and len(local) <= _LONGEST_LOCAL_PART
    return fits and _ADDRESS.fullmatch(text) is not None


@valueclass(frozen=True)
class CalendarFile:
    """An iCalendar object (RFC 5545) with the method that it names (RFC 5546). `name` is the file's."""

    name: str
    method: Method
    text: str = field(repr=False)


@valueclass(frozen=True)
class Picture:
    """A PNG file. `name` is the file's."""

    name: str
    png: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not self.png.startswith(_PICTURE):
            raise ValueError("not a PNG")


@valueclass(frozen=True)
class Letter:
    """To one reader. `language` is that of its texts (BCP 47), `sender_name` who writes, `written` an aware moment.

    Raises ValueError for a control character in a subject or name, or in the body for any but the line feed: none of
    these texts can begin a header of its own. `to` is what a citizen typed; whoever sends asks `is_address`.
    """

    to: str = field(repr=False)
    sender_name: str
    subject: str
    body: str = field(repr=False)
    language: str
    written: datetime
    calendar: tuple[CalendarFile, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def __post_init__(self) -> None:
        names = [file.name for file in self.calendar] + [picture.name for picture in self.pictures]
        if not all(map(_is_one_line, (self.subject, self.sender_name, self.language, *names))):
            raise ValueError("a control character in a line of a letter")
        if not all(map(_is_one_line, self.body.split("\n"))):
            raise ValueError("a control character in the body of a letter")


def _is_one_line(text: str) -> bool:
    return _CONTROLS.isdisjoint(map(unicodedata.category, text))
