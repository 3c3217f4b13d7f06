"""Entries as resources of a CalDAV server: the name is the lock, the ETag the version.

One calendar an office and month, `<office>-<yyyymm>`, keeps our entries. Staff may write into those, and into the
office's own calendar `<office>`, where series belong. Staff may drag an entry to another time; it is looked for in the
months beside its own. Notes of operations are in one calendar a week, `operations-<year>w<week>`.
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.lines import entry_in, own_lines, written_moment
from terminal.central.appointments.caldav.listing import listed_in
from terminal.central.appointments.caldav.multistatus import Resource
from terminal.central.appointments.caldav.server import Found, Server
from terminal.central.appointments.codes import Ref, ref_at, ref_of
from terminal.central.appointments.entry import Blocker, Days, Entry, Kept, Listed, Note
from terminal.central.appointments.port import BookUnavailableError
from terminal.central.appointments.practice import Practice
from terminal.central.offices import in_language
from terminal.moments import Clock

_MISSING = (404, 409)
_CONDITION = (404, 409, 410, 412)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_WEEK = timedelta(days=7)
_WEEKS_BACK = 3
_OPERATIONS = re.compile(r"operations-(\d{4})w(\d{2})")
_REFS = re.compile(r"^X-BUERGERTERMINAL-REF:([^\r\n]*)", re.MULTILINE)


class CalDavShelf:
    """A `Shelf` (see there for every method)."""

    def __init__(self, account: Account, practice: Practice, clock: Clock) -> None:
        self._server = Server(account)
        self._practice = practice
        self._clock = clock

    def begin(self) -> None:
        """See `Shelf.begin`."""
        self._server.begin()

    def read(self, ref: Ref) -> Kept | None:
        """See `Shelf.read`."""
        found = self._server.get(_path(ref))
        return _kept(found, ref) if found else None

    def write(self, entry: Entry, version: str | None) -> str | None:
        """See `Shelf.write`."""
        from terminal.central.appointments.caldav.writing import written  # slow to import; a visit starts without it

        entry = replace(entry, nonce=secrets.token_hex(8))
        body = written(entry, self._practice, self._clock.now())
        answer = self._server.put(_path(entry.ref), body, version)
        refused = answer is not None and answer.status in _CONDITION
        if refused and version is None and self._server.get(_path(entry.ref)) is None:
            self._make_calendars(entry.ref)  # or what was in the way has just gone
            answer = self._server.put(_path(entry.ref), body, version)
        if answer and answer.acknowledged and answer.etag.startswith('"'):
            return answer.etag
        return self._proven(entry, version)

    def remove(self, ref: Ref, version: str) -> bool:
        """See `Shelf.remove`."""
        answer = self._server.delete(_path(ref), version)
        if answer and (answer.acknowledged or answer.status in (404, 410)):
            return True
        now = self._server.get(_path(ref))
        if now is not None and now.version == version:
            raise BookUnavailableError("a removal without effect")
        return now is None

    def between(self, office: str, start: datetime, end: datetime, *, strays: bool = True) -> Days:
        """See `Shelf.between`."""
        entries: list[Listed] = []
        blockers: list[Blocker] = []
        for calendar in (office, *_months(office, start, end, beside=int(strays))):
            for resource in self._server.listed(calendar, written_moment(start), written_moment(end)):
                self._server.check_time()
                entry = _listed_at(resource, calendar)
                if entry is None:
                    blockers += self._blockers(resource.text, office, start, end)
                elif entry.overlaps(start, end):
                    entries.append(entry)
        return Days(tuple(entries), tuple(blockers))

    def ended(self, office: str, before: datetime) -> Iterable[Kept]:
        """See `Shelf.ended`."""
        own = re.compile(rf"{re.escape(office)}-\d{{6}}")
        for calendar in sorted(name for name in self._server.calendars() if own.fullmatch(name)):
            for resource in self._server.events(calendar, written_moment(_LONG_AGO), written_moment(before)):
                kept = _entry_at(resource, calendar)
                if kept and kept.entry.end <= before:
                    yield kept

    def open(self, office: str, first: date, last: date) -> None:
        """See `Shelf.open`."""
        there = self._server.calendars()
        for calendar in (office, *_months_of(office, first, last)):
            if calendar not in there:
                self._server.make(calendar, self._title(office, calendar), "VEVENT")

    def note(self, key: str, note: Note) -> None:
        """See `Shelf.note`."""
        from terminal.central.appointments.caldav.writing import written_note

        calendar = _operations(self._clock.now())
        path, stem = f"{calendar}/o-{key}.ics", f"o-{key}"
        body = written_note(stem, note, self._clock.now())
        answer = self._server.put(path, body, None)
        if answer and answer.status in _MISSING and self._server.get(path) is None:
            self._server.make(calendar, "Terminal (intern)", "VJOURNAL")
            answer = self._server.put(path, body, None)
        if not (answer and answer.acknowledged) and self._server.get(path) is None:
            raise BookUnavailableError("an operation could not be noted")

    def recall(self, key: str) -> Note | None:
        """See `Shelf.recall`."""
        for weeks in range(_WEEKS_BACK):
            found = self._server.get(f"{_operations(self._clock.now() - weeks * _WEEK)}/o-{key}.ics")
            if found:
                return _note_in(found.text)
        return None

    def forget(self, before: datetime) -> None:
        """See `Shelf.forget`."""
        for calendar in self._server.calendars():
            named = _OPERATIONS.fullmatch(calendar)
            if named and calendar < _operations(before):
                self._server.drop(calendar)

    def ping(self) -> None:
        """See `Shelf.ping`."""
        self._server.calendars()

    def _proven(self, entry: Entry, version: str | None) -> str | None:
        """What a write without a plain yes came to, by looking."""
        now = self._server.get(_path(entry.ref))
        if now and own_lines(now.text).get("NONCE") == entry.nonce:
            return now.version
        if (now.version if now else None) != version:
            return None
        raise BookUnavailableError("a write without an answer")

    def _blockers(self, text: str, office: str, start: datetime, end: datetime) -> Iterator[Blocker]:
        from terminal.central.appointments.caldav.staff import blockers_in  # slow to import, and rarely needed

        counters = tuple(counter for counter in self._practice.counters if counter.office == office)
        try:
            yield from blockers_in(text, start, end, counters)
        except ValueError:
            # The server found something in this time, and it cannot be read: nobody is booked into it.
            yield Blocker(start, end, None)

    def _make_calendars(self, ref: Ref) -> None:
        for calendar in (ref.office, ref.calendar):
            self._server.make(calendar, self._title(ref.office, calendar), "VEVENT")

    def _title(self, id: str, calendar: str) -> str:
        """What staff see in their programs."""
        office = self._practice.office(id)
        name, month = in_language(office.name, "de") if office else id, calendar[-6:]
        return f"{name}: Sperrzeiten" if calendar == id else f"{name} {month[:4]}-{month[4:]}"


def _path(ref: Ref) -> str:
    return f"{ref.calendar}/{ref.stem}.ics"


def _kept(found: Found, ref: Ref) -> Kept | None:
    try:
        entry = entry_in(found.text, ref)
    except ValueError:
        return None
    return Kept(entry, found.version) if entry else None


def _entry_at(resource: Resource, calendar: str) -> Kept | None:
    ref = _ref_at(resource, calendar)
    return _kept(Found(resource.text, resource.etag), ref) if ref else None


def _listed_at(resource: Resource, calendar: str) -> Listed | None:
    ref = _ref_at(resource, calendar)
    try:
        return listed_in(resource.text, ref, resource.etag) if ref else None
    except ValueError:
        return None


def _ref_at(resource: Resource, calendar: str) -> Ref | None:
    """Where our own entry is that `resource` may be; without a strong version it is as good as a stranger's."""
    name = resource.path[-1]
    own = name.endswith(".ics") and resource.etag.startswith('"')
    return ref_at(calendar, name.removesuffix(".ics")) if own else None


def _months(office: str, start: datetime, end: datetime, beside: int) -> list[str]:
    """The calendars of the months from `start` to `end`, and of so many before and after."""
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return _named(office, first - beside, last + beside)


def _months_of(office: str, first: date, last: date) -> list[str]:
    """The calendars of the months in which these days are."""
    return _named(office, first.year * 12 + first.month - 1, last.year * 12 + last.month - 1)


def _named(office: str, first: int, last: int) -> list[str]:
    """Months are counted from the beginning of our era."""
    return [f"{office}-{month // 12:04d}{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _operations(moment: datetime) -> str:
    year, week, _ = moment.isocalendar()
    return f"operations-{year:04d}w{week:02d}"


def _note_in(text: str) -> Note:
    said = own_lines(text)
    refs = [ref_of(written.strip()) for written in _REFS.findall(re.sub(r"\r?\n[ \t]", "", text))]
    if "HOLD" not in said or not refs:
        raise BookUnavailableError("a note that is none")
    return Note(said["HOLD"], tuple(ref for ref in refs if ref), said.get("SEALED", ""))
