"""A calendar server full of appointments: the example town, grown to as many counters as its appointments need."""

import json
import math
import random
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from config.loader import Loaded, load
from terminal.assembly.appointments import practice_of
from terminal.central.appointments.book import Book
from terminal.central.appointments.caldav.shelf import CalDavShelf
from terminal.central.appointments.caldav.writing import written
from terminal.central.appointments.codes import Ref
from terminal.central.appointments.embedded import USER, Launch, prepare
from terminal.central.appointments.entry import Entry, Mode
from terminal.central.appointments.model import Contact, Need, Slot, Wish
from terminal.central.appointments.practice import Lane, Practice
from tests.bench.contenders import TOWN

NOW = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
"""Monday, 7:00 in town."""
OFFICE = "buergerbuero"
NEED = Need((Wish("personalausweis"),))
WINDOW_DAYS = 92
MONTH = (date(2026, 12, 1), date(2026, 12, 31))

_FULL = 0.7
_BEHIND_DAYS = 31
_CANCELLED = 0.1
_CONTACT = Contact("Erika Mustermann", "erika.mustermann@example.org", "030 23125 100")


@dataclass(frozen=True)
class Held:
    """A clock that stands at `NOW`."""

    def now(self) -> datetime:
        return NOW


@dataclass
class FullCalendar:
    """The real embedded server over a storage of its own. It starts with empty caches, as after switching on."""

    directory: Path
    practice: Practice
    launch: Launch
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        quiet = subprocess.DEVNULL
        environment = dict(self.launch.environment)
        self.process = subprocess.Popen(self.launch.command, env=environment, stdout=quiet, stderr=quiet)

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    def book(self) -> Book:
        """Of one visit."""
        return Book(self.practice, CalDavShelf(self.launch.account, self.practice, Held()), Held())

    def end(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


@contextmanager
def full_calendar(directory: Path, events: int, *, in_one_month: bool = False) -> Iterator[FullCalendar]:
    """One with `events` ahead, spread over the window or all in one month, and a third of that in the month behind."""
    first, last = MONTH if in_one_month else (NOW.date(), NOW.date() + timedelta(days=WINDOW_DAYS))
    practice = _practice(1)
    ahead = list(_times(practice, first, last))
    practice = _practice(math.ceil(events / len(ahead) / _FULL))
    behind = list(_times(practice, NOW.date() - timedelta(days=_BEHIND_DAYS), NOW.date() - timedelta(days=1)))
    launch = prepare(directory / "state", directory / "run")
    storage, chance = directory / "state" / "calendar" / "collection-root" / USER, random.Random(events)
    for slots, wanted in ((ahead, events), (behind, events // 3)):
        places = [(slot, lane) for slot in slots for lane in practice.lanes(NEED, OFFICE)]
        for slot, lane in chance.sample(places, min(wanted, len(places))):
            _store(storage, practice, _entry(slot, lane, chance))
    calendar = FullCalendar(directory, practice, launch)
    calendar.start()
    try:
        yield calendar
    finally:
        calendar.end()


def _practice(lanes: int) -> Practice:
    loaded = load(TOWN)
    assert isinstance(loaded, Loaded)
    practice = practice_of(loaded.configuration)
    counters = tuple(counter.model_copy(update={"lanes": lanes}) for counter in practice.counters)
    return replace(practice, counters=counters, policy=practice.policy.model_copy(update={"window_days": WINDOW_DAYS}))


def one_after_the_other(slots: Iterable[Slot]) -> Iterator[Slot]:
    """Those of `slots`, which are in order of time, that do not overlap the one before."""
    free_from = datetime.min.replace(tzinfo=UTC)
    for slot in slots:
        if slot.start >= free_from:
            yield slot
            free_from = slot.end


def _times(practice: Practice, first: date, last: date) -> Iterator[Slot]:
    before = datetime.combine(first, datetime.min.time(), UTC) - timedelta(days=1)
    return one_after_the_other(practice.possible(NEED, OFFICE, first, last, before))


def _entry(slot: Slot, lane: Lane, chance: random.Random) -> Entry:
    cancelled = chance.random() < _CANCELLED
    return Entry(
        ref=Ref(slot.office, slot.start, lane.key),
        mode=Mode.CANCELLED if cancelled else Mode.BOOKED,
        op=f"{chance.getrandbits(128):032x}",
        need=NEED,
        counter=lane.counter,
        start=slot.start,
        end=slot.end,
        expires=NOW,
        number=str(chance.randrange(100_000, 1_000_000)),
        secret=f"{chance.getrandbits(128):032x}",
        contact=None if cancelled else _CONTACT,
        nonce=f"{chance.getrandbits(64):016x}",
    )


def _store(storage: Path, practice: Practice, entry: Entry) -> None:
    """As Radicale keeps it: one folder a calendar, one file an event."""
    calendar = storage / entry.ref.calendar
    if not calendar.exists():
        calendar.mkdir(parents=True)
        kept = {"C:supported-calendar-component-set": "VEVENT", "D:displayname": entry.ref.calendar, "tag": "VCALENDAR"}
        (calendar / ".Radicale.props").write_text(json.dumps(kept), encoding="utf-8")
    (calendar / f"{entry.ref.stem}.ics").write_bytes(written(entry, practice, NOW))
