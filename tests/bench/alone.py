"""The kiosk alone: from one visit to the next, and back after a crash."""

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench import sights
from tests.bench.against import tap
from tests.bench.contenders import Kiosk
from tests.bench.display import SIZE, virtual_display
from tests.bench.figures import spread
from tests.bench.observer import Observer

_ROUNDS = 5
_MARGIN_X = 4  # nothing is drawn in this column of pixels but the page and the bar
_GUARD_S = 0.5
_PATIENCE_S = 20.0

Say = Callable[[str], None]


def hand_over(say: Say) -> dict[str, Any]:
    """From the finger's lifting off *Besuch beenden* to the next visit's start screen; at most 100 ms, nothing black between."""
    times_ms: list[float] = []
    black = 0
    with _kiosk() as (kiosk, observer):
        for _ in range(_ROUNDS):
            _open_offices(kiosk, observer)
            took_ms, looks = _end_visit(observer)
            times_ms.append(took_ms)
            black += sum(looks)
            say(f"hand-over: {took_ms:.1f} ms, {len(looks)} looks between, {sum(looks)} of them black")
    return {"ms": spread(times_ms), "black_frames_seen": black, "target_ms": 100}


def killed(say: Say) -> dict[str, Any]:
    """From SIGKILL of the front to the start screen; at most 300 ms. And how long the next spare then takes to be warm."""
    times_ms: list[float] = []
    warm_ms: list[float] = []
    with _kiosk() as (kiosk, observer):
        for _ in range(_ROUNDS):
            front = _open_offices(kiosk, observer)
            killed_s = time.monotonic()
            os.kill(front, signal.SIGKILL)
            drawn_s = observer.until(sights.START, 5)
            times_ms.append(1000 * (drawn_s - killed_s))
            while not kiosk.settled():
                time.sleep(0.005)
            warm_ms.append(1000 * (time.monotonic() - drawn_s))
            say(f"killed front: start screen after {times_ms[-1]:.1f} ms, next spare warm {warm_ms[-1]:.0f} ms later")
    return {"ms": spread(times_ms), "target_ms": 300, "next_spare_warm_ms": spread(warm_ms)}


@contextmanager
def _kiosk() -> Iterator[tuple[Kiosk, Observer]]:
    with virtual_display() as display, tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory:
        kiosk, observer = Kiosk(Path(directory), display, "kiosk"), Observer(display)
        kiosk.prepare()
        kiosk.start()
        try:
            observer.until(sights.START, 60)
            yield kiosk, observer
        finally:
            kiosk.end()


def _open_offices(kiosk: Kiosk, observer: Observer) -> int:
    """Open the list of offices once a spare is warm; returns the front's process id."""
    ends_s = time.monotonic() + _PATIENCE_S
    while not kiosk.settled():
        if time.monotonic() > ends_s:
            raise TimeoutError(f"no warm spare after {_PATIENCE_S} s")
        time.sleep(0.02)
    time.sleep(_GUARD_S)
    tap(observer, *sights.TILE)
    observer.until(sights.OFFICES, 5)
    time.sleep(_GUARD_S + 0.2)
    return int(kiosk.status()["front"]["pid"])


def _end_visit(observer: Observer) -> tuple[float, list[bool]]:
    """Milliseconds to the next visit's start screen, and for each look between whether something was black."""
    looks: list[bool] = []
    up_s = tap(observer, *sights.END_VISIT)
    drawn_s = observer.until(sights.START, 5, each=lambda: looks.append(_is_black(observer)))
    return 1000 * (drawn_s - up_s), looks


def _is_black(observer: Observer) -> bool:
    column = observer.column(_MARGIN_X, SIZE[1])
    return any(column[i : i + 3] == b"\0\0\0" for i in range(0, len(column), 4))
