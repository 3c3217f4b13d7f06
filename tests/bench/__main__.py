"""`./kiosk bench [NAME] [--json]`: records how fast and how large the kiosk is, alone and against a browser. Judges nothing."""

import json
import os
import platform
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.against import compare
from tests.bench.alone import hand_over, killed
from tests.bench.appointments import appointments
from tests.bench.cards import card_times
from tests.bench.closing import hand_over_while_closing
from tests.bench.drawing import drawing_times
from tests.bench.identification import identification_times
from tests.bench.imports import import_times
from tests.bench.report import readable
from tests.bench.searching import searching

BENCHES: dict[str, Callable[..., dict[str, Any]]] = {
    "browser": compare,
    "hand-over": hand_over,
    "killed": killed,
    "drawing": drawing_times,
    "imports": import_times,
    "appointments": appointments,
    "closing": hand_over_while_closing,
    "cards": card_times,
    "identification": identification_times,
    "searching": searching,
}


def main() -> int:
    parser = ArgumentParser(prog="kiosk bench", description="Measure the kiosk.")
    parser.add_argument(
        "name", nargs="?", choices=tuple(BENCHES), metavar="NAME", help=", ".join(BENCHES) + "; without: all"
    )
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--pairs", type=int, default=5, help="pairs of runs against the browser, 5 when not given")
    given = parser.parse_args()
    results: dict[str, Any] = {"machine": _machine()}
    for name in [given.name] if given.name else BENCHES:
        more = {"pairs": given.pairs} if name == "browser" else {}
        results[name] = BENCHES[name](_say, **more)
    results["machine"]["load_after"] = round(os.getloadavg()[0], 1)
    print(json.dumps(results, indent=1) if given.json else readable(results))
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _machine() -> dict[str, Any]:
    """What numbers from different days must agree in to be compared."""
    names = [
        line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    return {
        "date": date.today().isoformat(),
        "processor": names[0] if names else platform.machine(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 1),
    }


if __name__ == "__main__":
    sys.exit(main())
