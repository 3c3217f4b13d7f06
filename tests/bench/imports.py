"""What a visit process imports, and how long that takes."""

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from tests.bench.contenders import ROOT
from tests.bench.figures import spread

_LINE = re.compile(r"import time:\s*(\d+) \|\s*(\d+) \| (\s*)(\S+)")
_MODULES = {
    "visit": ("terminal.assembly.visit", "kivy.base", "kivy.graphics", "kivy.lang", "kivy.core.text", "screens.loop"),
    "supervisor": ("terminal.assembly.supervisor",),
}
_ROUNDS = 3
_LARGEST = 12


def import_times(say: Callable[[str], None]) -> dict[str, Any]:
    """Milliseconds for each kind of process, and the packages that take most of it (with what they import first)."""
    return {kind: _measure(kind, modules, say) for kind, modules in _MODULES.items()}


def _measure(kind: str, modules: tuple[str, ...], say: Callable[[str], None]) -> dict[str, Any]:
    totals: list[float] = []
    own: dict[str, float] = {}
    for _ in range(_ROUNDS):
        own = _by_package(modules)
        totals.append(sum(own.values()))
    largest = dict(sorted(own.items(), key=lambda item: -item[1])[:_LARGEST])
    say(f"imports of a {kind}: {totals[-1]:.0f} ms")
    return {"ms": spread(totals), "packages_ms": {name: round(ms, 1) for name, ms in largest.items()}}


def _by_package(modules: tuple[str, ...]) -> dict[str, float]:
    """Own time of all modules of each top package; `-X importtime` slows imports down a little."""
    statement = "from screens import environment; environment.tame_kivy(); import " + ", ".join(modules)
    command = [sys.executable, "-X", "importtime", "-c", statement]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    own: dict[str, float] = {}
    for found in _LINE.finditer(output):
        package = found[4].split(".")[0]
        own[package] = own.get(package, 0.0) + int(found[1]) / 1000
    return own
