"""A service (Leistung) as the kiosk knows it, whatever catalogue it comes from."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Literal, TypeVar

from pydantic import Field

from terminal.central.offices.frozen import Frozen

T = TypeVar("T")

Language = str
"""BCP 47, such as "de" or "uk"."""


class Topic(Enum):
    """What is said about a service, in the order in which citizens ask for it (XZuFi's modules in brackets)."""

    SUMMARY = "summary"  # 05, 06
    DOCUMENTS = "documents"  # 08
    FEES = "fees"  # 10
    PREREQUISITES = "prerequisites"  # 09
    PROCEDURE = "procedure"  # 11
    DEADLINE = "deadline"  # 12
    DURATION = "duration"  # 13
    VALIDITY = "validity"
    HINTS = "hints"  # 15
    LEGAL_BASIS = "legal-basis"  # 16


class Line(Frozen):
    """A paragraph, an item of a list, or a heading. Plain text; lines of a heading's part follow it."""

    text: str
    kind: Literal["text", "item", "heading"] = "text"


class Link(Frozen):
    """Somewhere to go on: a form, an online service. `address` is http or https."""

    name: str
    address: str


class Place(Frozen):
    """An office that a catalogue brings along, with what it says of it."""

    id: str
    name: str
    street: str = ""
    postcode: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""
    hours: tuple[str, ...] = ()


class Service(Frozen):
    """`id` is the catalogue's own; `leika` are 14-digit keys.

    `responsible` names an office of `responsible.toml` or, with `places`, offices of the catalogue itself. `as_of` is when the catalogue
    last looked at it; `valid_until` when the description runs out.
    """

    id: str
    titles: Mapping[Language, str]
    leika: tuple[str, ...] = ()
    synonyms: Mapping[Language, tuple[str, ...]] = Field(default_factory=dict)
    texts: Mapping[Language, Mapping[Topic, tuple[Line, ...]]] = Field(default_factory=dict)
    life_situations: tuple[str, ...] = ()
    theme: str = ""
    responsible: str = ""
    places: tuple[str, ...] = ()
    appointment: bool = False
    online: tuple[Link, ...] = ()
    forms: tuple[Link, ...] = ()
    sources: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    as_of: date | None = None
    valid_until: date | None = None

    def title(self, language: Language) -> tuple[Language, str]:
        """The title, in `language` if there is one, else in German, else in whatever there is; with the language it has."""
        return in_language(self.titles, language)

    def topics(self, language: Language) -> tuple[Language, Mapping[Topic, tuple[Line, ...]]]:
        """What is said, in `language` or the one that there is; with the language it has."""
        return in_language(self.texts, language) if self.texts else (language, {})


def in_language(by_language: Mapping[Language, T], language: Language) -> tuple[Language, T]:
    """Of what there is: `language`, German, or the first."""
    found = next((code for code in (language, "de") if code in by_language), next(iter(by_language)))
    return found, by_language[found]


class Catalogue(Frozen):
    """All services of one source. `read` is when it was imported or last fetched; `origin` is what it came from, for staff."""

    origin: str
    read: date
    services: tuple[Service, ...]
    places: tuple[Place, ...] = ()


class Problem(Frozen):
    """A record that was left out, or lost a part: where it stands, and why."""

    where: str
    why: str
    related: str = ""
    """The service that is missing, where that is all: another catalogue may hold it."""

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class Import(Frozen):
    """What came of reading a source."""

    catalogue: Catalogue
    problems: tuple[Problem, ...] = ()
