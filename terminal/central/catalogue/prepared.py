"""A catalogue ready to be searched, kept on disk: written once, as a whole, and read by every visit.

A directory holds the catalogue, its indexes and its vectors. It is named after what it was made from, so that it is never out of date.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from tokenize import TokenError
from typing import Any

import numpy as np
from numpy.typing import NDArray

from terminal.central.catalogue.model import Catalogue
from terminal.central.catalogue.search.finder import Finder
from terminal.central.catalogue.search.index import Floats, Index
from terminal.central.catalogue.search.lexical import Lexical
from terminal.central.catalogue.search.meaning import Meaning, Model, meaning_of
from terminal.central.catalogue.search.thesaurus import Group, Thesaurus

FORM = "1"
"""Changes with the form of the directory, and with what the indexes hold."""

Progress = Callable[[int, int], None]
_KEPT = 4
"""Older preparations are kept for visits that still run, and for going back."""


class Shelf:
    """Preparations below `directory`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def place(self, catalogue: Catalogue, thesaurus_mark: bytes) -> Path:
        """Where the preparation of `catalogue` stands, or will."""
        # The day of reading is no content: the same services need no other indexes.
        services = catalogue.model_dump_json(include={"services", "places"}).encode()
        name = hashlib.sha256(b"\0".join((FORM.encode(), services, thesaurus_mark))).hexdigest()[:24]
        return self._directory / name

    def open(
        self, catalogue: Catalogue, thesaurus: Thesaurus, thesaurus_mark: bytes, load: Callable[[], Model | None]
    ) -> Finder:
        """A finder. What is not prepared yet is indexed now, and found by words only."""
        place = self.place(catalogue, thesaurus_mark)
        lexical = _read_lexical(place, catalogue)
        if lexical is None:
            lexical = Lexical.of(catalogue)
            with suppress(OSError):  # a full disk only costs time
                self._write(place, lexical, None, {})
        return Finder(catalogue, lexical, thesaurus, _read_meaning(place), load)

    def thesaurus(self, groups: tuple[Group, ...], known: Catalogue, mark: bytes) -> Thesaurus:
        """The thesaurus that `mark` stands for, with its indexes from the shelf if they are there."""
        place = self._directory / f"words-{hashlib.sha256(FORM.encode() + mark).hexdigest()[:20]}"
        try:
            expressions, spoken = (Index.of_arrays(_load(place, name, _INDEX)) for name in ("expressions", "spoken"))
            return Thesaurus(groups, known, expressions, spoken)
        except (OSError, ValueError):
            thesaurus = Thesaurus(groups, known)
            with suppress(OSError):
                for older in self._directory.glob("words-*"):
                    shutil.rmtree(older, ignore_errors=True)
                self._put(place, {"expressions": thesaurus.expressions.arrays(), "spoken": thesaurus.spoken.arrays()})
            return thesaurus

    def is_complete(self, catalogue: Catalogue, thesaurus_mark: bytes) -> bool:
        """Whether words and meaning are there."""
        return _read_meaning(self.place(catalogue, thesaurus_mark)) is not None

    def prepare(self, catalogue: Catalogue, thesaurus_mark: bytes, model: Model, progress: Progress) -> None:
        """Make it complete. Vectors of texts that any preparation knows are taken from there. Raises OSError."""
        place = self.place(catalogue, thesaurus_mark)
        if _read_meaning(place) is not None:
            return
        meaning, vectors = meaning_of(catalogue, model, self._known(), progress)
        lexical = _read_lexical(place, catalogue) or Lexical.of(catalogue)
        self._write(place, lexical, meaning, vectors)
        self._tidy(place)

    def _known(self) -> Mapping[str, Floats]:
        known: dict[str, Floats] = {}
        for place in self._places():
            with suppress(OSError, ValueError, KeyError):
                marks = json.loads((place / "marks.json").read_text(encoding="utf-8"))
                vectors = _array(place / "known.vectors.npy")
                known.update(zip(marks, vectors.astype(np.float32), strict=True))
        return known

    def _places(self) -> list[Path]:
        found = [place for place in self._directory.glob("?" * 24) if place.is_dir()]
        return sorted(found, key=lambda place: place.stat().st_mtime, reverse=True)

    def _tidy(self, current: Path) -> None:
        for place in [place for place in self._places() if place != current][_KEPT:]:
            shutil.rmtree(place, ignore_errors=True)

    def _write(self, place: Path, lexical: Lexical, meaning: Meaning | None, vectors: Mapping[str, Floats]) -> None:
        arrays = {"names": lexical.names.arrays(), "said": lexical.said.arrays()}
        if meaning:
            arrays["meaning"] = _arrays(meaning)
            arrays["known"] = {"vectors": np.array(list(vectors.values()), dtype=np.float16)}
        self._put(place, arrays, list(vectors))

    def _put(self, place: Path, arrays: Mapping[str, Mapping[str, NDArray[Any]]], marks: Sequence[str] = ()) -> None:
        """As a whole or not at all."""
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = Path(mkdtemp(prefix=".half-", dir=self._directory))
        try:
            for name, parts in arrays.items():
                for part, array in parts.items():
                    np.save(half / f"{name}.{part}.npy", array)
            (half / "marks.json").write_text(json.dumps(marks), encoding="utf-8")
            shutil.rmtree(place, ignore_errors=True)
            with suppress(FileExistsError):  # another visit was quicker
                os.rename(half, place)
        finally:
            shutil.rmtree(half, ignore_errors=True)


_INDEX = ("pieces", "begins", "entries", "weights", "rarity", "firsts", "owners", "numbers")
_MEANING = ("titles", "title_owners", "said", "said_owners")


def _arrays(meaning: Meaning) -> Mapping[str, NDArray[Any]]:
    return {**{name: getattr(meaning, name) for name in _MEANING}, "numbers": np.array([meaning.size])}


def _load(directory: Path, name: str, parts: tuple[str, ...]) -> Mapping[str, NDArray[Any]]:
    """Mapped, not read: visits share the memory."""
    return {part: _array(directory / f"{name}.{part}.npy") for part in parts}


def _array(file: Path) -> NDArray[Any]:
    """Raises OSError or ValueError. A power cut leaves empty files, and halves of them."""
    try:
        array: NDArray[Any] = np.load(file, mmap_mode="r")
    except (ArithmeticError, EOFError, TokenError) as error:
        raise ValueError(type(error).__name__) from None
    return array


def _read_lexical(place: Path, catalogue: Catalogue) -> Lexical | None:
    try:
        names, said = (Index.of_arrays(_load(place, name, _INDEX)) for name in ("names", "said"))
    except (OSError, ValueError):
        return None
    return Lexical(names, said, tuple(service.leika for service in catalogue.services))


def _read_meaning(place: Path) -> Meaning | None:
    try:
        loaded = _load(place, "meaning", (*_MEANING, "numbers"))
    except (OSError, ValueError):
        return None
    titles, title_owners, said, said_owners = (loaded[name] for name in _MEANING)
    return Meaning(titles, title_owners, said, said_owners, int(loaded["numbers"][0]))
