"""Where entries are kept: the little that a book needs of a calendar server. One adapter a kind of server."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from terminal.central.appointments.codes import Ref
from terminal.central.appointments.entry import Days, Entry, Kept, Note


class Shelf(Protocol):
    """Calls block and may raise `BookUnavailableError`; writes are atomic, and reads see what was written before."""

    def begin(self) -> None:
        """A call of the book begins on this thread: what follows on it shares one deadline."""

    def read(self, ref: Ref) -> Kept | None:
        """The entry at `ref`; None when there is none, or something that is none of ours."""

    def write(self, entry: Entry, version: str | None) -> str | None:
        """Write at `entry.ref` if the present state is still `version` (None: nothing), and answer the new version.

        None when it is another, proven by reading it. A lost answer is settled by reading; where that does not tell
        either, raises.
        """

    def remove(self, ref: Ref, version: str) -> bool:
        """Remove it if its state is still `version`; whether nothing is there now."""

    def between(self, office: str, start: datetime, end: datetime, *, strays: bool = True) -> Days:
        """Everything at `office` that overlaps the time from `start` to `end`; no contact is read.

        Without `strays`, entries that staff have moved there from another month may be missing.
        """

    def ended(self, office: str, before: datetime) -> Iterable[Kept]:
        """Entries at `office` that ended before or just then, as far back as there are calendars."""

    def open(self, office: str, first: date, last: date) -> None:
        """Make what `office` needs for entries from day `first` to `last`, as far as it is not there yet."""

    def note(self, key: str, note: Note) -> None:
        """Remember an operation; the first note of a key stays."""

    def recall(self, key: str) -> Note | None:
        """What was noted under `key`, for two weeks at least."""

    def forget(self, before: datetime) -> None:
        """Drop notes of weeks that ended before."""

    def ping(self) -> None:
        """Ask the server whether it answers."""
