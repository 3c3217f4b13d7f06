"""Texts as bags of their words' pieces: what is misspelt, inflected or part of a compound still has most of them in common."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from zlib import crc32

SHORTEST, LONGEST = 3, 5

Bag = Mapping[int, float]
"""CRC-32 of a piece to its weight."""


@lru_cache(maxsize=50_000)
def pieces(word: str, *, open_end: bool = False) -> tuple[int, ...]:
    """The 3- to 5-letter pieces of a folded word with a mark at both ends; `open_end`: it may go on, it is still being typed."""
    marked = f" {word}" if open_end else f" {word} "
    found = [
        crc32(marked[begin : begin + length].encode())
        for length in range(SHORTEST, LONGEST + 1)
        for begin in range(len(marked) - length + 1)
    ]
    if len(word) < LONGEST and not open_end:
        found.append(crc32(f"={word}".encode()))  # a short word has few pieces
    return tuple(found)


def bag(words: Iterable[str], *, open_end: bool = False) -> Bag:
    """The pieces of all words, each weighted by how often it stands there; `open_end` is about the last word."""
    listed = list(words)
    counts: Counter[int] = Counter()
    for place, word in enumerate(listed):
        counts.update(pieces(word, open_end=open_end and place == len(listed) - 1))
    return {piece: 1.0 + math.log(count) for piece, count in counts.items()}


def joined(bags: Iterable[tuple[Bag, float]]) -> Bag:
    """One bag of several, each with its weight."""
    total: dict[int, float] = {}
    for one, weight in bags:
        for piece, value in one.items():
            total[piece] = total.get(piece, 0.0) + weight * value
    return total
