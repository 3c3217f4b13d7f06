"""A shelf in memory: for a simulated kiosk without a server, and for whoever tests journeys."""

import itertools
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from terminal.central.appointments.codes import Ref
from terminal.central.appointments.entry import Blocker, Days, Entry, Kept, Note, listed
from terminal.central.appointments.port import BookUnavailableError


class InMemoryShelf:
    """A `Shelf` (see there for every method) for any number of books and threads. Staff's events are added by hand."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[Ref, Kept] = {}
        self._blockers: dict[str, list[Blocker]] = {}
        self._notes: dict[str, Note] = {}
        self._versions = itertools.count()
        self.down = False

    def block(self, office: str, blocker: Blocker) -> None:
        """Staff write an event into the office's calendar."""
        with self._lock:
            self._blockers.setdefault(office, []).append(blocker)

    def begin(self) -> None:
        """See `Shelf.begin`."""

    def read(self, ref: Ref) -> Kept | None:
        """See `Shelf.read`."""
        self.ping()
        with self._lock:
            return self._kept.get(ref)

    def write(self, entry: Entry, version: str | None) -> str | None:
        """See `Shelf.write`."""
        self.ping()
        with self._lock:
            before = self._kept.get(entry.ref)
            if version != (before.version if before else None):
                return None
            now = str(next(self._versions))
            self._kept[entry.ref] = Kept(replace(entry, nonce=now), now)
            return now

    def remove(self, ref: Ref, version: str) -> bool:
        """See `Shelf.remove`."""
        self.ping()
        with self._lock:
            before = self._kept.get(ref)
            if before and before.version == version:
                del self._kept[ref]
            return ref not in self._kept

    def between(self, office: str, start: datetime, end: datetime, *, strays: bool = True) -> Days:
        """See `Shelf.between`."""
        self.ping()
        with self._lock:
            of_office = (listed(kept) for kept in self._kept.values() if kept.entry.ref.office == office)
            entries = tuple(entry for entry in of_office if entry.overlaps(start, end))
            blockers = tuple(
                blocker for blocker in self._blockers.get(office, ()) if blocker.start < end and start < blocker.end
            )
        return Days(entries, blockers)

    def ended(self, office: str, before: datetime) -> Iterable[Kept]:
        """See `Shelf.ended`."""
        self.ping()
        with self._lock:
            return [
                kept for kept in self._kept.values() if kept.entry.ref.office == office and kept.entry.end <= before
            ]

    def open(self, office: str, first: date, last: date) -> None:
        """See `Shelf.open`: memory is always open."""

    def note(self, key: str, note: Note) -> None:
        """See `Shelf.note`."""
        self.ping()
        with self._lock:
            self._notes.setdefault(key, note)

    def recall(self, key: str) -> Note | None:
        """See `Shelf.recall`."""
        self.ping()
        with self._lock:
            return self._notes.get(key)

    def forget(self, before: datetime) -> None:
        """Nothing: it lives no two weeks."""

    def ping(self) -> None:
        """Answers unless it is `down`."""
        if self.down:
            raise BookUnavailableError("down")
