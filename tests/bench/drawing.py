"""How long each kind of screen takes to lay out and to paint, in a process of its own with a hidden window.

`python -m tests.bench.drawing` prints JSON.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from statistics import median
from typing import Any

from tests.bench.contenders import ROOT, TOWN
from tests.bench.display import SIZE, virtual_display

_ROUNDS = 7


def drawing_times(say: Callable[[str], None]) -> dict[str, Any]:
    """Milliseconds for each screen: `first` with empty caches, `layout`, `build` (instructions) and `draw` when they are warm."""
    say("drawing every kind of screen")
    with virtual_display() as display:
        environment = {**os.environ, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        command = [sys.executable, "-m", "tests.bench.drawing"]
        output = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout
    screens: dict[str, Any] = json.loads(output)
    return screens


def _measure() -> dict[str, dict[str, float]]:
    from config.loader import Loaded, load
    from screens import environment

    environment.prepare(size=SIZE, hidden=True, title="bench")
    from screens.look import Look
    from screens.paint import Painter
    from screens.stage import Stage
    from screens.window import KioskWindow
    from terminal.assembly.gallery import exhibits, view_of
    from terminal.moments import SystemClock
    from terminal.preferences import Preferences

    window = KioskWindow()
    loaded = load(TOWN)
    assert isinstance(loaded, Loaded)
    look = Look(*SIZE)
    painter = Painter(window.canvas, SIZE[1], look.theme.palette("#8B4437"))
    clock = SystemClock()
    later = _Later()
    view = view_of(loaded.configuration, look, clock, Stage(later, lambda rect: None))
    figures: dict[str, dict[str, float]] = {}
    for exhibit in exhibits(loaded.configuration, clock):
        kind = type(getattr(exhibit.scene, "step", exhibit.scene)).__name__
        if kind in figures:
            continue
        rounds = []
        for _ in range(_ROUNDS):
            view.scene = None
            times = [time.perf_counter()]
            view.show(exhibit.scene, Preferences("de"), exhibit.aside)
            times.append(time.perf_counter())
            painter.paint([])
            painter.paint(later.groups)
            times.append(time.perf_counter())
            window.draw()
            window.flip()
            times.append(time.perf_counter())
            rounds.append([1000 * (after - before) for before, after in pairwise(times)])
        warm = [median(column) for column in zip(*rounds[1:], strict=True)]
        figures[kind] = {"first": sum(rounds[0]), "layout": warm[0], "build": warm[1], "draw": warm[2]}
    return figures


class _Later:
    """Keeps what is to be painted, so that laying out and painting are timed apart."""

    def __init__(self) -> None:
        self.groups: list[Any] = []

    def paint(self, groups: list[Any]) -> list[Any]:
        self.groups = groups
        return []


if __name__ == "__main__":
    json.dump(_measure(), sys.stdout)
