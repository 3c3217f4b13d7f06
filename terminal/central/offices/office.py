"""An office of the town hall: what it does, where it is, when it is open."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from terminal.central.offices.frozen import Frozen
from terminal.central.offices.hours import OpeningHours
from terminal.central.offices.language_map import LanguageMap, Words

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _office_id(written: str) -> str:
    if not _ID.fullmatch(written) or len(written) > 40:
        raise ValueError('use lower-case letters, digits and hyphens, 40 at most, such as "buergerbuero"')
    return written


def _postcode(written: str) -> str:
    if len(written) != 5 or not (written.isascii() and written.isdigit()):
        raise ValueError('must be five digits in quotes, such as "04821"')
    return written


def _phone(written: str) -> str:
    if sum(letter.isdigit() for letter in written) < 3 or not set(written) <= set("0123456789 +/()-"):
        raise ValueError('is not a phone number; write it as "030 23125 100"')
    return written


def _email(written: str) -> str:
    name, _, host = written.partition("@")
    if not name or "." not in host.strip(".") or "@" in host or any(letter.isspace() for letter in written):
        raise ValueError('is not an e-mail address; write it as "rathaus@example.org"')
    return written


def _web(written: str) -> str:
    if not written.startswith(("https://", "http://")) or any(letter.isspace() for letter in written):
        raise ValueError('is not a web address; write it as "https://www.example.org/"')
    return written


OfficeId = Annotated[str, AfterValidator(_office_id)]
Postcode = Annotated[str, AfterValidator(_postcode)]
Phone = Annotated[str, Field(max_length=40), AfterValidator(_phone)]
Email = Annotated[str, Field(max_length=100), AfterValidator(_email)]
Web = Annotated[str, Field(max_length=200), AfterValidator(_web)]


class Address(Frozen):
    """Where a building stands."""

    street: Words = Field(description="Street and number.", examples=["Markt 1-3"])
    postcode: Postcode = Field(description="Five digits.", examples=["04821"])
    place: Words = Field(description="Town.", examples=["Brandis"])


class Topic(Frozen):
    """Something that citizens come for."""

    name: LanguageMap = Field(
        description="The everyday word.", examples=['{ de = "Wohnung anmelden", en = "Register your address" }']
    )
    search_words: tuple[Words, ...] = Field(
        default=(),
        description="Other words that people use for it.",
        examples=['["Umzug", "Meldebescheinigung", "moving"]'],
    )
    room: LanguageMap | None = Field(default=None, description="Its room, if not the office's.")
    phone: Phone | None = Field(default=None, description="Its phone number, if not the office's.")


class Office(Frozen):
    """An office that citizens can go to."""

    id: OfficeId = Field(
        description="Short name for this file: lower case, digits, hyphens.", examples=["buergerbuero"]
    )
    name: LanguageMap = Field(description="Its name.", examples=['{ de = "Bürgerbüro", en = "Citizens\' office" }'])
    summary: LanguageMap = Field(
        description="What it does, in one line.", examples=['{ de = "Ausweis, Umzug", en = "ID card, moving" }']
    )
    topics: tuple[Topic, ...] = Field(default=(), description="What one can do there.")
    address: Address = Field(description="Its building.")
    floor: LanguageMap | None = Field(
        default=None, description="Its floor.", examples=['{ de = "Erdgeschoss", en = "Ground floor" }']
    )
    room: LanguageMap | None = Field(
        default=None, description="Its room.", examples=['{ de = "Raum 0.02", en = "Room 0.02" }']
    )
    phone: Phone | None = Field(default=None, description="Phone number.", examples=["030 23125 100"])
    email: Email | None = Field(default=None, description="E-mail address.", examples=["rathaus@example.org"])
    web: Web | None = Field(default=None, description="Web address.", examples=["https://www.example.org/"])
    hours: OpeningHours = Field(default=OpeningHours(), description="Its opening hours.")
    note: LanguageMap | None = Field(default=None, description="What one should know before going there.")
