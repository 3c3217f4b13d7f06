"""Finding a service: by words, by life situation, by its first letter."""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from terminal.central.catalogue.model import Service
from terminal.central.catalogue.port import CATALOGUE
from terminal.central.offices import LanguageMap
from terminal.journeys.find_service.topics import of_the_catalogue
from terminal.steps import Icon, Option, Ports, Reading
from terminal.values import valueclass
from terminal.wording import Text, Words, message

HELP = "help"
SITUATION = "situation:"
ALL = "all:"
LETTER = "letter:"

_ON_REFLECTION_S = 0.35
"""Whoever pauses for so long gets an answer by meaning as well."""

_OFTEN = 3600.0

SITUATIONS: Mapping[str, Icon] = MappingProxyType(
    {
        "documents": "id",
        "moving": "home-move",
        "family": "users",
        "marriage": "certificate",
        "vehicle": "steering-wheel",
        "money": "receipt",
        "work": "tool",
        "business": "building-store",
        "building": "home",
        "taxes": "scale",
        "school": "book-2",
        "disability": "accessible",
        "retirement": "clock",
        "immigration": "world",
        "waste": "trash",
        "animals": "license",
        "order": "traffic-cone",
        "participation": "file-description",
        "death": "file-text",
    }
)
"""In the order shown, with their icons."""


@valueclass(frozen=True)
class ServiceFinder:
    """Nothing typed: life situations, and all from A to Z. Else what fits, and always a way to people."""

    every_s: ClassVar[float] = _ON_REFLECTION_S
    local: ClassVar[bool] = False
    responsible: Mapping[str, LanguageMap]

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """See `LiveQuery`."""
        catalogue = ports.adapters.of(CATALOGUE)
        if not typed.strip():
            return tuple(_browsing(catalogue.services()))
        found, sure = catalogue.find(typed)
        options = tuple(service_option(service, self.responsible) for service in found)
        return (*options, _people(found=bool(options), sure=sure))


@valueclass(frozen=True)
class ServiceList:
    """The services of a life situation or letter, or the letters that there are."""

    every_s: ClassVar[float] = _OFTEN
    local: ClassVar[bool] = False
    of: str
    responsible: Mapping[str, LanguageMap]

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """See `LiveQuery`."""
        services = ports.adapters.of(CATALOGUE).services()
        if self.of == ALL:
            return tuple(_letters(services))
        if self.of.startswith(LETTER):
            letters = self.of.removeprefix(LETTER)
            chosen = [service for service in services if _letter(service) in letters]
        else:
            situation = self.of.removeprefix(SITUATION)
            chosen = [service for service in services if situation in service.life_situations]
        listed = tuple(service_option(service, self.responsible) for service in sorted(chosen, key=_by_title))
        return (*listed, _people(found=True, sure=True))


@valueclass(frozen=True)
class ReadService(Reading[Service | None]):
    """All about one service; None when the catalogue no longer has it."""

    id: str

    def run(self, ports: Ports, op: str) -> Service | None:
        """See `Effect`."""
        return next((service for service in ports.adapters.of(CATALOGUE).services() if service.id == self.id), None)


def service_option(service: Service, responsible: Mapping[str, LanguageMap]) -> Option:
    """A service as something to choose, with who is responsible."""
    return Option(
        value=service.id,
        label=of_the_catalogue(service.titles),
        sublabel=responsible_words(service, responsible),
        icon="file-text",
    )


def responsible_words(service: Service, responsible: Mapping[str, LanguageMap]) -> Text | None:
    """Who is responsible, by name."""
    names = responsible.get(service.responsible)
    return of_the_catalogue(names) if names else None


def _browsing(services: Iterable[Service]) -> Iterator[Option]:
    known = {situation for service in services for situation in service.life_situations}
    yield Option(value=ALL, label=message("service-all"), icon="book-2")
    for situation, icon in SITUATIONS.items():
        if situation in known:
            yield Option(value=f"{SITUATION}{situation}", label=message(f"service-situation-{situation}"), icon=icon)


_MOST_A_LETTER = 8


def _letters(services: Iterable[Service]) -> Iterator[Option]:
    """Neighbouring letters share an option until it would hold too many."""
    by_letter = Tally(map(_letter, services))
    group, held = "", 0
    for letter in sorted(by_letter):
        if group and held + by_letter[letter] > _MOST_A_LETTER:
            yield _letter_option(group)
            group, held = "", 0
        group, held = group + letter, held + by_letter[letter]
    if group:
        yield _letter_option(group)


def _letter_option(letters: str) -> Option:
    shown = letters if len(letters) == 1 else f"{letters[0]} \u2013 {letters[-1]}"
    return Option(value=f"{LETTER}{letters}", label=Words.same(shown), icon="book-2")


def _letter(service: Service) -> str:
    first = _by_title(service)[:1].upper()
    return {"Ä": "A", "Ö": "O", "Ü": "U"}.get(first, first if first.isalpha() else "#")


def _by_title(service: Service) -> str:
    return service.title("de")[1].casefold().replace("ä", "a").replace("ö", "o").replace("ü", "u")


def _people(*, found: bool, sure: bool) -> Option:
    """People always help; the less was found, the more it says so."""
    label = (
        message("service-not-here")
        if found and sure
        else message("service-not-sure")
        if found
        else message("service-nothing")
    )
    return Option(value=HELP, label=label, sublabel=message("service-people"), icon="phone")
