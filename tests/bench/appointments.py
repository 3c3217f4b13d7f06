"""The appointment book over the calendar server that comes with the kiosk, from few appointments to very many."""

import random
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from terminal.central.appointments.book import Book
from terminal.central.appointments.model import Appointment, Contact, Hold, Slot
from terminal.central.appointments.port import BookUnavailableError
from terminal.http import Answer, Connection
from tests.bench.figures import percentiles
from tests.bench.footprint import processor_s
from tests.bench.full_calendar import NEED, NOW, OFFICE, WINDOW_DAYS, FullCalendar, full_calendar, one_after_the_other

SIZES = (500, 2_000, 5_000, 20_000)
BOOKINGS = 200
LOOKS = 20

_CONTACT = Contact("Erika Mustermann", "erika@example.org", "030 23125 100")
_PATIENCE_S = 600.0
_STARTING_S, _BETWEEN_S = 0.05, 5.0

Say = Callable[[str], None]
Result = TypeVar("Result")


@dataclass
class Times:
    """Milliseconds of one kind of call, and how much of it the server let us wait.

    On a busy machine only the processor times, of the kiosk's thread and of the server, mean something.
    """

    calendar: FullCalendar
    total_ms: list[float] = field(default_factory=list)
    waiting_ms: list[float] = field(default_factory=list)
    kiosk_ms: list[float] = field(default_factory=list)
    server_ms: list[float] = field(default_factory=list)

    def take(self, call: Callable[[], Result]) -> Result:
        """Do it, and take its time."""
        server = processor_s(self.calendar.pid)
        with _waits() as waits_s:
            own_s, began_s = time.thread_time(), time.monotonic()
            result = call()
            self.total_ms.append(1000 * (time.monotonic() - began_s))
            self.kiosk_ms.append(1000 * (time.thread_time() - own_s))
        self.waiting_ms.append(1000 * sum(waits_s))
        self.server_ms.append(1000 * (processor_s(self.calendar.pid) - server))
        return result

    def figures(self) -> dict[str, Any]:
        ours = 1 - sum(self.waiting_ms) / sum(self.total_ms)
        processor = {"kiosk": percentiles(self.kiosk_ms), "server": percentiles(self.server_ms)}
        return {"ms": percentiles(self.total_ms), "ours_percent": round(100 * ours, 1), "processor_ms": processor}


def appointments(
    say: Say, sizes: tuple[int, ...] = SIZES, bookings: int = BOOKINGS, looks: int = LOOKS
) -> dict[str, Any]:
    """For each number of appointments, spread over three months or all in one: looking, holding, confirming."""
    return {
        name: {str(events): _measured(say, events, in_one_month, bookings, looks) for events in sizes}
        for name, in_one_month in (("over_three_months", False), ("in_one_month", True))
    }


def _measured(say: Say, events: int, in_one_month: bool, bookings: int, looks: int) -> dict[str, Any]:
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory,
        full_calendar(Path(directory), events, in_one_month=in_one_month) as calendar,
    ):
        cold_ms, failed = _first_answer(calendar)
        looking = Times(calendar)
        for _ in range(looks):
            looking.take(partial(_free, calendar.book()))
        holding, confirming = _booked(calendar, bookings)
    found = {
        "first_after_start_ms": round(cold_ms),
        "questions_unanswered_before": failed,
        "free": looking.figures(),
        "hold": holding.figures(),
        "confirm": confirming.figures(),
    }
    say(f"appointments: {events} {'in one month' if in_one_month else 'over three months'}: {found}")
    return found


def _first_answer(calendar: FullCalendar) -> tuple[float, int]:
    """How long after its start a list of free times comes, with empty caches, and how many questions failed before."""
    began_s, failed = time.monotonic(), 0
    while time.monotonic() < began_s + _PATIENCE_S:
        try:
            _free(calendar.book())
        except BookUnavailableError as error:
            starting = "ConnectionError" in str(error)
            failed += not starting
            # The server goes on with a question that nobody waits for any more: asked at once again, it never catches up.
            time.sleep(_STARTING_S if starting else _BETWEEN_S)
            continue
        return 1000 * (time.monotonic() - began_s), failed
    raise TimeoutError("the calendar never answered")


def _booked(calendar: FullCalendar, bookings: int) -> tuple[Times, Times]:
    """Each of a time that the visit has just seen free; no two of them overlap, so that all can be had."""
    holding, confirming, chance = Times(calendar), Times(calendar), random.Random(bookings)
    book, slots = calendar.book(), list[Slot]()
    for _ in range(bookings):
        if not slots:
            slots = list(one_after_the_other(_free(book)))
            chance.shuffle(slots)
        hold = holding.take(partial(book.hold, secrets.token_hex(16), NEED, slots.pop()))
        assert isinstance(hold, Hold)
        booked = confirming.take(partial(book.confirm, secrets.token_hex(16), hold, _CONTACT))
        assert isinstance(booked, Appointment)
    return holding, confirming


def _free(book: Book) -> tuple[Slot, ...]:
    today = NOW.date()
    return book.free(NEED, OFFICE, today, today + timedelta(days=WINDOW_DAYS))


@contextmanager
def _waits() -> Iterator[list[float]]:
    """Seconds of every request while the block runs. Requests that wait at the same time count once each."""
    waits_s: list[float] = []
    ask = Connection.ask

    def watched(connection: Connection, *arguments: Any, **named: Any) -> Answer:
        began_s = time.monotonic()
        try:
            return ask(connection, *arguments, **named)
        finally:
            waits_s.append(time.monotonic() - began_s)

    Connection.ask = watched  # type: ignore[method-assign, assignment]
    try:
        yield waits_s
    finally:
        Connection.ask = ask  # type: ignore[method-assign]
