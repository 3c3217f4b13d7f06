"""An inverted index of pieces as plain arrays, so that it can be stored and shared as it is."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from terminal.central.catalogue.search.folding import words_of
from terminal.central.catalogue.search.grams import Bag, bag
from terminal.values import valueclass

Floats = NDArray[np.float32]

Entry = tuple[int, str]
"""Whose it is (from 0, in ascending order), and a text."""


@valueclass(frozen=True)
class Index:
    """TF-IDF over pieces, cosine, the best entry of each owner counts (Manning et al., Introduction to Information Retrieval, 6.3).

    `pieces` ascending; the postings of piece i are `begins[i]` to `begins[i+1]` of `entries` and `weights`. `firsts`: each owner's first entry.
    """

    pieces: NDArray[np.uint32]
    begins: NDArray[np.int64]
    entries: NDArray[np.int32]
    weights: Floats
    rarity: Floats
    firsts: NDArray[np.int64]
    owners: NDArray[np.int32]
    size: int
    unknown: float

    def scores(self, asked: Bag, floor: float = 0.0) -> Floats:
        """For each of `size` owners how well its best entry matches, 0 to 1; an entry is never better than its share of the question.

        `floor` is the least length of the question, so that a few letters do not count as a whole word.
        """
        keys = np.fromiter(asked.keys(), dtype=np.uint32, count=len(asked))
        values = np.fromiter(asked.values(), dtype=np.float32, count=len(asked))
        places = np.searchsorted(self.pieces, keys)
        places[places == len(self.pieces)] = 0
        known = self.pieces[places] == keys if len(self.pieces) else np.zeros(len(keys), dtype=bool)
        weighted = values * np.where(known, self.rarity[places] if len(self.pieces) else 0, self.unknown)
        total = np.zeros(int(self.firsts[-1]) if len(self.firsts) else 0, dtype=np.float32)
        for place, weight in zip(places[known].tolist(), weighted[known].tolist(), strict=True):
            begin, end = self.begins[place], self.begins[place + 1]
            total[self.entries[begin:end]] += weight * self.weights[begin:end]
        best = np.zeros(self.size, dtype=np.float32)
        if len(total):
            best[self.owners] = np.maximum.reduceat(total, self.firsts[:-1])
        length = max(float(np.sqrt((weighted**2).sum())), floor)
        return best / np.float32(length or 1.0)

    def arrays(self) -> Mapping[str, NDArray[np.generic]]:
        """All of it, for storing."""
        numbers = np.array([self.size, self.unknown], dtype=np.float64)
        return {
            **{
                name: getattr(self, name)
                for name in ("pieces", "begins", "entries", "weights", "rarity", "firsts", "owners")
            },
            "numbers": numbers,
        }

    @staticmethod
    def of_arrays(stored: Mapping[str, NDArray[np.generic]]) -> "Index":
        """What `arrays` gave."""
        fields = {
            name: stored[name] for name in ("pieces", "begins", "entries", "weights", "rarity", "firsts", "owners")
        }
        size, unknown = stored["numbers"].tolist()
        return Index(**fields, size=int(size), unknown=float(unknown))  # type: ignore[arg-type]


def build(entries: Sequence[Entry], size: int) -> Index:
    """The index of `entries`, which are in the order of their owners; `size` owners, some of which may have none."""
    bags = [bag(words_of(text)) for _, text in entries]
    lengths = [len(one) for one in bags]
    total = sum(lengths)
    keys = np.fromiter((piece for one in bags for piece in one), dtype=np.uint32, count=total)
    values = np.fromiter((value for one in bags for value in one.values()), dtype=np.float32, count=total)
    rows = np.repeat(np.arange(len(bags), dtype=np.int32), lengths)
    known, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    count = len(bags)
    rarity = np.log(1.0 + count / (1.0 + counts)).astype(np.float32)
    values *= rarity[inverse] if total else 1
    norms = np.sqrt(np.bincount(rows, weights=values.astype(np.float64) ** 2, minlength=count)).astype(np.float32)
    values /= np.maximum(norms, 1e-9)[rows] if total else 1
    order = np.argsort(inverse, kind="stable")
    owner_of = np.fromiter((owner for owner, _ in entries), dtype=np.int32, count=count)
    owners, firsts = np.unique(owner_of, return_index=True)
    return Index(
        pieces=known,
        begins=np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        entries=rows[order],
        weights=values[order],
        rarity=rarity,
        firsts=np.concatenate((firsts, [count])).astype(np.int64),
        owners=owners.astype(np.int32),
        size=size,
        unknown=float(np.log(1.0 + count)),
    )
