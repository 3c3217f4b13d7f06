"""What people say, in any language, and what catalogues call it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from terminal.central.catalogue.model import Catalogue
from terminal.central.catalogue.search.folding import fold, windows
from terminal.central.catalogue.search.grams import Bag, bag
from terminal.central.catalogue.search.index import Entry, Index, build
from terminal.toml_text import tables_in
from terminal.values import valueclass

ALIKE = 0.72
"""From here on a run of words counts as an expression that is known: one letter wrong in a word of eight still does."""

ABOUT = 0.5
"""From here on a whole question counts as one for a service that is known."""

_LONGEST_RUN = 3
_SHORTEST_PART = 5
_LARGEST = 1_000_000


class ThesaurusError(Exception):
    """What is wrong with the file, for its author."""


@valueclass(frozen=True)
class Group:
    """Expressions that mean the same; `heads` are what German catalogues call it."""

    heads: tuple[str, ...]
    expressions: tuple[str, ...]


@valueclass(frozen=True)
class Meant:
    """Words to look for as well, and how sure that is, 0 to 1. `keys`: LeiKa keys of what was meant."""

    words: tuple[str, ...]
    weight: float
    keys: tuple[str, ...] = ()


class Thesaurus:
    """Expands questions by `groups`, and by services whose titles and synonyms are `known` in several languages. Indexes may be given."""

    def __init__(
        self, groups: Iterable[Group], known: Catalogue, expressions: Index | None = None, spoken: Index | None = None
    ) -> None:
        self._groups = tuple(groups)
        entries: list[Entry] = [
            (number, expression) for number, group in enumerate(self._groups) for expression in group.expressions
        ]
        self.expressions = expressions or build(entries, len(self._groups))
        self._parts = {
            fold(text): owner for owner, text in entries if len(fold(text)) >= _SHORTEST_PART and " " not in fold(text)
        }
        self._services = known.services
        self.spoken = spoken or build(tuple(_spoken(known)), len(known.services))
        self._heads = [tuple(fold(head).split()) for group in self._groups for head in [" ".join(group.heads)]]
        self._titles = [tuple(fold(service.title("de")[1]).split()) for service in known.services]

    def meant(self, words: list[str], *, open_end: bool = False) -> list[Meant]:
        """What else the folded `words` of a question could be called."""
        return [*self._by_groups(words, open_end=open_end), *self._by_services(bag(words, open_end=open_end))]

    def _by_groups(self, words: list[str], *, open_end: bool) -> Iterator[Meant]:
        """A longer run that is known is not taken apart."""
        free = [True] * len(words)
        for begin, end in windows(words, _LONGEST_RUN):
            if not all(free[begin:end]):
                continue
            last = open_end and end == len(words)
            scores = self.expressions.scores(bag(words[begin:end], open_end=last))
            group = int(scores.argmax()) if len(scores) else 0
            if len(scores) and scores[group] >= ALIKE:
                free[begin:end] = [False] * (end - begin)
                yield Meant(self._heads[group], float(scores[group]))
            elif end - begin == 1:
                yield from (Meant(self._heads[number], ALIKE) for number in self._parts_of(words[begin]))

    def _parts_of(self, word: str) -> set[int]:
        """Groups with an expression that a compound begins or ends with."""
        ends = {word[:size] for size in range(_SHORTEST_PART, len(word) - 2)} | {
            word[-size:] for size in range(_SHORTEST_PART, len(word) - 2)
        }
        return {self._parts[part] for part in ends if part in self._parts}

    def _by_services(self, asked: Bag) -> Iterator[Meant]:
        scores = self.spoken.scores(asked)
        for number in np.argsort(-scores)[:3].tolist():
            if scores[number] >= ABOUT:
                yield Meant(self._titles[number], float(scores[number]), self._services[number].leika)


def _spoken(known: Catalogue) -> Iterator[Entry]:
    for number, service in enumerate(known.services):
        for title in service.titles.values():
            yield number, title
        for synonyms in service.synonyms.values():
            yield from ((number, synonym) for synonym in synonyms)


def read_groups(file: Path) -> tuple[Group, ...]:
    """The groups of a synonyms file. Raises OSError and `ThesaurusError`."""
    if file.stat().st_size > _LARGEST:
        raise ThesaurusError(f"is larger than {_LARGEST} bytes")
    try:
        table = tables_in(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ThesaurusError(f"cannot be read: {error}") from None
    listed = table.get("same")
    if set(table) != {"same"} or not isinstance(listed, list):
        raise ThesaurusError("has to hold [[same]], and nothing else")
    return tuple(_group(number, one) for number, one in enumerate(listed, 1))


def _group(number: int, one: object) -> Group:
    if not isinstance(one, Mapping) or "called" not in one:
        raise ThesaurusError(f'[[same]] {number}: has no "called"')
    lists = {
        key: value for key, value in one.items() if isinstance(value, list) and all(isinstance(x, str) for x in value)
    }
    wrong = [key for key in one if key not in lists]
    if wrong:
        raise ThesaurusError(f"[[same]] {number}: {wrong[0]} has to be a list of texts")
    heads = tuple(lists["called"])
    if not any(fold(head) for head in heads):
        raise ThesaurusError(f'[[same]] {number}: "called" names nothing')
    return Group(heads, tuple(text for texts in lists.values() for text in texts if fold(text)))
