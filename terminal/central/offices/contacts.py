"""Who does what: one contact for each topic of each office, and finding it by an everyday word."""

import unicodedata
from collections.abc import Iterable

from terminal.central.offices.language_map import LanguageMap
from terminal.central.offices.office import Office, Topic
from terminal.values import valueclass

_INSIDE_FROM = 4
_SOFT_HYPHEN = "\u00ad"


@valueclass(frozen=True)
class Contact:
    """A topic and the office that does it; room and phone are the topic's own or else the office's."""

    topic: Topic
    office: Office

    @property
    def room(self) -> LanguageMap | None:
        """Where to go, as a language map."""
        return self.topic.room or self.office.room

    @property
    def phone(self) -> str | None:
        """Whom to call."""
        return self.topic.phone or self.office.phone


def contacts(offices: Iterable[Office]) -> tuple[Contact, ...]:
    """All contacts, in the order in which staff wrote them."""
    return tuple(Contact(topic, office) for office in offices for topic in office.topics)


def matching(found_in: Iterable[Contact], typed: str) -> tuple[Contact, ...]:
    """Those contacts where every typed word begins a word of topic, search words or office.

    From four letters on it may also stand inside one: Germans look for "büro" and mean the Bürgerbüro. Case, accents, umlauts (ä = ae = a), ß and soft hyphens are ignored. Nothing typed matches all.
    """
    wanted = [_spellings(word) for word in typed.split()]
    return tuple(contact for contact in found_in if _has_all(contact, wanted))


def _has_all(contact: Contact, wanted: list[set[str]]) -> bool:
    texts = (*contact.topic.name.values(), *contact.topic.search_words, *contact.office.name.values())
    words = {spelling for text in texts for word in text.split() for spelling in _spellings(word)}
    return all(any(_finds(spelling, word) for spelling in spellings for word in words) for spellings in wanted)


def _finds(wanted: str, word: str) -> bool:
    return word.startswith(wanted) or (len(wanted) >= _INSIDE_FROM and wanted in word)


def _spellings(word: str) -> set[str]:
    """`word` without marks, and with ä written as ae: "Bürger" is "burger" and "buerger"."""
    folded = word.casefold().replace(_SOFT_HYPHEN, "").strip("().,;:-")
    written_out = folded.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})
    bare = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return {bare, written_out}
