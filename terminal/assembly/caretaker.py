"""A short-lived process that does what is owed after visits: see `terminal.supervisor.caretaking`."""

import json
import sys
from collections.abc import Collection
from datetime import timedelta

from config.schema import Configuration
from terminal.assembly.appointments import book_of
from terminal.central.appointments.leftovers import sweep
from terminal.central.appointments.port import AppointmentBook, BookUnavailableError
from terminal.directories import runtime_dir, state_dir
from terminal.moments import Clock, SystemClock
from terminal.unwitnessed import Unwitnessed, unwitnessed_in

_AHEAD = timedelta(days=366)

_NO_BOOK = 1
"""A calendar that could not even be prepared leaves everything to do, as one that does not answer."""


def main() -> int:
    """Reads its orders from standard input, writes how much is left to do, and why the calendar is not well, if so."""
    given = json.load(sys.stdin)
    configuration = Configuration.model_validate_json(json.dumps(given["snapshot"]))
    clock = SystemClock(timedelta(seconds=given["clock_offset_s"]))
    book = book_of(configuration, runtime_dir(), clock)
    left = release_left(book, unwitnessed_in(state_dir(), runtime_dir()), given["living"]) if book else _NO_BOOK
    if given["whole"]:
        sweep(state_dir())
    if book and given["whole"] and not left:
        left = erase_due(book, configuration.appointments.erase_contacts_after_days, clock) or open_ahead(book, clock)
    json.dump(
        {"left": left, "cause": book.health().cause if book else "it was not prepared, or its password cannot be read"},
        sys.stdout,
    )
    return 0


def release_left(book: AppointmentBook, unwitnessed: Unwitnessed, living: Collection[int]) -> int:
    """Release what visits that are gone did without any screen saying so; how many could not be."""
    left = 0
    for pid, op in list(unwitnessed.left()):
        if pid in living:
            continue
        try:
            book.release_unseen(op)
            unwitnessed.forget(pid, op)
        except (BookUnavailableError, OSError):
            left += 1
    return left


def erase_due(book: AppointmentBook, after_days: int, clock: Clock) -> int:
    """Erase contacts that have been kept as long as was promised; 1 when that has to be tried again."""
    try:
        book.erase_contacts(clock.now() - timedelta(days=after_days))
    except BookUnavailableError:
        return 1
    return 0


def open_ahead(book: AppointmentBook, clock: Clock) -> int:
    """Make the calendars of the year to come; 1 when that has to be tried again."""
    try:
        book.open_calendars((clock.now() + _AHEAD).date())
    except BookUnavailableError:
        return 1
    return 0
