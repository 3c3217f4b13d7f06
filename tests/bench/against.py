"""The kiosk against the browser: alternating runs on one display, ratios of each pair."""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import footprint, sights
from tests.bench.coldness import cool
from tests.bench.contenders import Chromium, Contender, Kiosk
from tests.bench.display import virtual_display
from tests.bench.figures import spread
from tests.bench.observer import NeverSeen, Observer

TARGETS = {
    "start_ms": 0.5,
    "cold_start_ms": 0.5,
    "pss_mib": 0.75,
    "idle_percent": 0.5,
    "press_ms": 1.0,
    "release_ms": 1.0,
}
"""Kiosk divided by browser, at most; wished, not enforced."""

PAIRS = 5
_IDLE_S = 10.0
_PRESSES = 5
_SETTLE_S = 3.0
_BETWEEN_S = 0.7  # the kiosk takes no press for 0.5 s after a change of screen

_MOST_MISSES = 3


class Untaken(Exception):
    """A press that was not taken: on an overloaded machine it comes too early after a change of screen."""


Run = dict[str, float]
Say = Callable[[str], None]


def compare(say: Say, pairs: int = PAIRS) -> dict[str, Any]:
    """Medians of both, and minimum, median and maximum of each ratio."""
    with virtual_display() as display, tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory:
        observer = Observer(display)
        contenders = [make(_directory(directory, name), display, name) for name, make in _CONTENDERS.items()]
        for contender in contenders:
            contender.prepare()
            _visit(contender, observer, idle_s=0.1, presses=1)  # caches of the disk, bytecode, profile
        runs: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
        for number in range(1, pairs + 1):
            for contender in contenders:
                run = _visit(contender, observer, idle_s=_IDLE_S, presses=_PRESSES)
                runs[contender.name].append(run)
                say(f"pair {number} of {pairs}, {contender.name}: {_line(run)}")
            contenders.reverse()
    return _ratios(runs)


def _visit(contender: Contender, observer: Observer, *, idle_s: float, presses: int) -> Run:
    """One start from cold disk caches and one from warm ones, the idle start screen, some presses."""
    observer.move(*sights.NOWHERE)
    cool(contender.files)
    run = {"cold_start_ms": _start(contender, observer)}
    contender.end()
    try:
        run["start_ms"] = _start(contender, observer)
        while not contender.settled():
            time.sleep(0.05)
        time.sleep(_SETTLE_S)
        run["pss_mib"] = footprint.pss_mib(contender.pid)
        run["idle_percent"] = footprint.idle_percent(contender.pid, idle_s)
        run |= _presses(contender, observer, presses)
        run["pss_after_mib"] = footprint.pss_mib(contender.pid)
    finally:
        contender.end()
    return run


def _start(contender: Contender, observer: Observer) -> float:
    """Milliseconds from its start to the start screen."""
    began_s = time.monotonic()
    contender.start()
    return 1000 * (observer.until(sights.START, 60) - began_s)


def _presses(contender: Contender, observer: Observer, count: int) -> Run:
    jitter = random.Random(count)
    pressed: list[tuple[float, float]] = []
    misses = 0
    while len(pressed) < count:
        try:
            pressed.append(_press(contender, observer, jitter.random() / 20))
        except Untaken:
            misses += 1
            if misses == _MOST_MISSES:
                raise
    down, up = zip(*pressed, strict=True)
    return {
        "press_ms": spread(down)["median"],
        "release_ms": spread(up)["median"],
        "first_press_ms": down[0],
        "first_release_ms": up[0],
    }


def _press(contender: Contender, observer: Observer, jitter_s: float) -> tuple[float, float]:
    """From a finger on the first tile to its picture, and from the finger's lifting to the next screen, in ms; and back."""
    observer.move(*sights.TILE)
    time.sleep(0.1 + jitter_s)
    down_s = observer.press()
    pressed_s = _taken(observer)
    time.sleep(0.1 + jitter_s)
    up_s = observer.release()
    changed_s = observer.until(sights.OFFICES, 5)
    time.sleep(_BETWEEN_S)
    tap(observer, *sights.BACK[contender.name])
    observer.until(sights.START, 5)
    time.sleep(_BETWEEN_S)
    return 1000 * (pressed_s - down_s), 1000 * (changed_s - up_s)


def _taken(observer: Observer) -> float:
    """When the tile looked pressed. Raises `Untaken`, with the finger lifted elsewhere."""
    try:
        return observer.until(sights.PRESSED, 5)
    except NeverSeen:
        observer.move(*sights.NOWHERE)
        observer.release()
        raise Untaken from None


def tap(observer: Observer, x: int, y: int) -> float:
    """A short press; returns when it was released."""
    observer.move(x, y)
    time.sleep(0.1)
    observer.press()
    time.sleep(0.1)
    return observer.release()


def _ratios(runs: dict[str, list[Run]]) -> dict[str, Any]:
    ours, theirs = runs["kiosk"], runs["chromium"]
    figures = {}
    for name in ours[0]:
        pairs = [(our[name], their[name]) for our, their in zip(ours, theirs, strict=True)]
        figures[name] = {
            "kiosk": spread([our for our, _ in pairs]),
            "chromium": spread([their for _, their in pairs]),
            "ratio": spread([our / their for our, their in pairs if their]),
            "target": TARGETS.get(name),
        }
    return {"pairs": len(ours), "figures": figures}


def _directory(parent: str, name: str) -> Path:
    directory = Path(parent, name)
    directory.mkdir(mode=0o700)
    return directory


def _line(run: Run) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in run.items())


_CONTENDERS: dict[str, type[Contender]] = {"kiosk": Kiosk, "chromium": Chromium}
