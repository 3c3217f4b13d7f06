"""The next citizen while the visit before still waits for a calendar that does not answer."""

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.display import SIZE
from tests.bench.figures import percentiles
from tests.bench.observer import Observer
from tests.kiosk.display import VirtualDisplay
from tests.kiosk.machine import Machine
from tests.kiosk.processes import residents

ROUNDS = 20

_COLUMNS = (60, 800)  # through the title, and through the tiles
_TO_A_HELD_TIME = ("option:book-appointment", "option:personalausweis", "way:on", "earliest")
_PATIENCE_S = 10.0

Say = Callable[[str], None]


def hand_over_while_closing(say: Say, rounds: int = ROUNDS) -> dict[str, Any]:
    """From pressing *Besuch beenden* to the next start screen, seen and usable, while a held time cannot be released."""
    found = []
    with _kiosk() as machine:
        observer = Observer(machine.display.name)
        for _ in range(rounds):
            found.append(_round(machine, observer))
            machine.settled()
            say(f"hand-over while closing: {found[-1]}")
    return {
        "seen_ms": percentiles([one.seen_ms for one in found]),
        "usable_ms": percentiles([one.usable_ms for one in found]),
        "rounds": rounds,
        "visits_still_closing_then": sum(one.still_closing for one in found),
    }


@dataclass(frozen=True)
class _Found:
    seen_ms: float
    usable_ms: float
    still_closing: bool


def _round(machine: Machine, observer: Observer) -> _Found:
    picture = _to_a_held_time(machine, observer)
    with _stopped(machine):
        end = machine.expect(lambda screen: screen.find("bar:end")).node("bar:end").middle
        began_s = time.monotonic()
        machine.person.tap(end)
        seen_s = _until(lambda: _picture(observer) == picture)
        usable_s = _until(lambda: _is_usable(machine))
        status = machine.status()
        return _Found(1000 * (seen_s - began_s), 1000 * (usable_s - began_s), bool(status and status["closing"]))


@contextmanager
def _kiosk() -> Iterator[Machine]:
    with tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory:
        display = VirtualDisplay(Path(directory) / "display", *SIZE)
        try:
            machine = Machine(Path(directory), display)
            try:
                machine.start().settled()
                machine.until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])
                yield machine
            finally:
                machine.close()
        finally:
            display.close()


def _to_a_held_time(machine: Machine, observer: Observer) -> tuple[bytes, ...]:
    """Go there; what the start screen looked like before."""
    machine.start_screen()
    picture = _picture(observer)
    machine.walk(*_TO_A_HELD_TIME)
    machine.expect(lambda screen: screen.find("field"))
    return picture


@contextmanager
def _stopped(machine: Machine) -> Iterator[None]:
    """The calendar server answers nothing meanwhile."""
    calendars = [pid for pid in residents(machine.places["run"]) if b"radicale:application" in _command(pid)]
    for pid in calendars:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in calendars:
            os.kill(pid, signal.SIGCONT)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _picture(observer: Observer) -> tuple[bytes, ...]:
    return tuple(observer.column(x, SIZE[1]) for x in _COLUMNS)


def _is_usable(machine: Machine) -> bool:
    screen = machine.look()
    return bool(screen and screen.is_start and screen.accepting)


def _until(true: Callable[[], bool]) -> float:
    ends_s = time.monotonic() + _PATIENCE_S
    while not true():
        if time.monotonic() > ends_s:
            raise TimeoutError("no start screen")
    return time.monotonic()
