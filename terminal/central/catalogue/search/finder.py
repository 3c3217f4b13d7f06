"""Answers questions in one's own words: at once by words, and on reflection by meaning as well."""

from collections.abc import Callable

import numpy as np

from terminal.central.catalogue.model import Catalogue, Service
from terminal.central.catalogue.search.folding import LONGEST_QUERY, fold
from terminal.central.catalogue.search.index import Floats
from terminal.central.catalogue.search.lexical import Lexical
from terminal.central.catalogue.search.meaning import Meaning, Model
from terminal.central.catalogue.search.thesaurus import Thesaurus
from terminal.values import valueclass

MOST = 10
MEANING_COUNTS = 0.12
"""What one standard deviation of meaning counts beside words (found on development queries: docs/catalogue.md)."""

SURE_WORDS, SURE_LIKENESS = 1.1, 0.845
"""From either on the best is worth being called an answer."""

SOME_WORDS, SOME_LIKENESS = 0.6, 0.836
"""Below both there is none: what is left are accidents of letters."""

_SHARE = 0.3
"""Answers that are worth less than this share of the best one are not shown."""


@valueclass(frozen=True)
class Hit:
    """`score` compares answers to one question only."""

    service: Service
    score: float


@valueclass(frozen=True)
class Found:
    """The best first. `sure`: at least the first is worth being called an answer; empty: nothing fits."""

    hits: tuple[Hit, ...] = ()
    sure: bool = False


class Finder:
    """Finds in one `catalogue`. `load` gives the model when it is needed first; None where there is none."""

    def __init__(
        self,
        catalogue: Catalogue,
        lexical: Lexical,
        thesaurus: Thesaurus,
        meaning: Meaning | None = None,
        load: Callable[[], Model | None] = lambda: None,
    ) -> None:
        self.catalogue = catalogue
        self._lexical = lexical
        self._thesaurus = thesaurus
        self._meaning = meaning
        self._load = load
        self._model: Model | None = None

    def at_once(self, query: str, most: int = MOST) -> Found:
        """By words, while the last one is still being typed: a few milliseconds."""
        words = self._lexical.scores(query, self._thesaurus, typing=True)
        return self._found(query, words, words, None, most)

    def on_reflection(self, query: str, most: int = MOST) -> Found:
        """By words and meaning: some 20 ms."""
        words = self._lexical.scores(query, self._thesaurus)
        likeness = self._likeness(query)
        if likeness is None:
            return self._found(query, words, words, None, most)
        spread = float(likeness.std()) or 1.0
        scores = words + MEANING_COUNTS * (likeness - likeness.mean()) / spread
        return self._found(query, scores, words, likeness, most)

    def _likeness(self, query: str) -> Floats | None:
        if self._meaning is None or not fold(query):
            return None
        if self._model is None:
            self._model = self._load()
            if self._model is None:
                self._meaning = None
                return None
        return self._meaning.likeness(self._model.question(query[:LONGEST_QUERY]))

    def _found(self, query: str, scores: Floats, words: Floats, likeness: Floats | None, most: int) -> Found:
        if not fold(query) or not len(scores):
            return Found()
        best_word = float(words.max())
        best_likeness = float(likeness.max()) if likeness is not None else 0.0
        if best_word < SOME_WORDS and best_likeness < SOME_LIKENESS:
            return Found()
        order = np.argsort(-scores, kind="stable")[:most]
        top = float(scores[order[0]])
        hits = tuple(
            Hit(self.catalogue.services[number], round(float(scores[number]), 4))
            for number in order.tolist()
            if scores[number] >= _SHARE * top
        )
        return Found(hits, sure=best_word >= SURE_WORDS or best_likeness >= SURE_LIKENESS)
