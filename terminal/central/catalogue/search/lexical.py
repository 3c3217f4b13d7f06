"""What can be found while one types: titles and synonyms first, then what is said about the services."""

from collections.abc import Iterator, Mapping

import numpy as np

from terminal.central.catalogue.model import Catalogue, Service, Topic
from terminal.central.catalogue.search.folding import LONGEST_QUERY, words_of
from terminal.central.catalogue.search.grams import bag, joined
from terminal.central.catalogue.search.index import Entry, Floats, Index, build
from terminal.central.catalogue.search.thesaurus import Thesaurus
from terminal.values import valueclass

SAID_COUNTS = 1.0
"""How much what is said about a service counts beside its name."""

MEANT_COUNTS = 1.3
"""How much the words of the thesaurus count beside those of the question."""

KEY_COUNTS = 0.3
"""What a service gains that has the LeiKa key of what was meant; half of it for the same Leistungsobjekt (its first eight digits)."""

_OBJECT = 8
_SAID = (Topic.SUMMARY, Topic.DOCUMENTS, Topic.HINTS, Topic.PROCEDURE)
_SAID_CHARACTERS = 900
_FLOOR_LETTERS = "abcd"


@valueclass(frozen=True)
class Lexical:
    """The indexes of one catalogue. Scores are about 0 to 2 and only comparable within one question."""

    names: Index
    said: Index
    keys: tuple[tuple[str, ...], ...]

    @staticmethod
    def of(catalogue: Catalogue) -> "Lexical":
        """Build them."""
        services = catalogue.services
        names = build(
            tuple(entry for number, service in enumerate(services) for entry in _names(number, service)), len(services)
        )
        said = build(
            tuple(entry for number, service in enumerate(services) for entry in _said(number, service)), len(services)
        )
        return Lexical(names, said, tuple(service.leika for service in services))

    def scores(self, query: str, thesaurus: Thesaurus, *, typing: bool = False) -> Floats:
        """For each service. `typing`: the last word may go on."""
        words = words_of(query[:LONGEST_QUERY])
        if not words:
            return np.zeros(self.names.size, dtype=np.float32)
        asked = bag(words, open_end=typing)
        meant = thesaurus.meant(words, open_end=typing)
        wider = joined([(asked, 1.0), *((bag(one.words), MEANT_COUNTS * one.weight) for one in meant)])
        scores = self.names.scores(asked) + self.names.scores(wider) + SAID_COUNTS * self.said.scores(wider)
        return scores + self._gained({key: one.weight for one in reversed(meant) for key in one.keys})

    def _gained(self, meant: Mapping[str, float]) -> Floats:
        """For the keys of what was meant."""
        gained = np.zeros(self.names.size, dtype=np.float32)
        if not meant:
            return gained
        objects = {key[:_OBJECT]: weight for key, weight in meant.items()}
        for number, keys in enumerate(self.keys):
            for key in keys:
                worth = max(meant.get(key, 0.0), objects.get(key[:_OBJECT], 0.0) / 2)
                gained[number] = max(gained[number], KEY_COUNTS * worth)
        return gained


def _names(number: int, service: Service) -> Iterator[Entry]:
    for title in service.titles.values():
        yield number, title
    for synonyms in service.synonyms.values():
        yield from ((number, synonym) for synonym in synonyms)


def _said(number: int, service: Service) -> Iterator[Entry]:
    """In every language, and what the catalogue files it under."""
    for topics in service.texts.values():
        text = " ".join(line.text for topic in _SAID for line in topics.get(topic, ()))
        if text:
            yield number, text[:_SAID_CHARACTERS]
    if service.theme:
        yield number, service.theme
