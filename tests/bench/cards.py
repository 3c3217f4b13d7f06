"""From a card that is laid on the reader to its state on the screen, through pcscd, AusweisApp and the journey."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.figures import percentiles
from tests.kiosk.conftest import built
from tests.kiosk.machine import Machine, is_settled

TIMES = 10

_PACE_S = 0.01


def card_times(say: Callable[[str], None], times: int = TIMES) -> dict[str, Any]:
    """Milliseconds. The first card of a visit also waits for AusweisApp's start, which the journey begins with its first page."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory, built(Path(directory), "portrait") as machine:
        appointments = machine.town / "appointments.toml"
        text = appointments.read_text(encoding="utf-8")
        appointments.write_text(text.replace('"town-hall"', '"pin-service", "town-hall"'), encoding="utf-8")
        machine.start()
        found = [_once(machine) for _ in range(times)]
    result = {"card_to_state_ms": percentiles(found)}
    say(f"cards: {result}")
    return result


def _once(machine: Machine) -> float:
    front = machine.settled()["front"]["pid"]
    machine.walk("option:pin-service", "option:look")
    machine.dock(ask="card", card="citizen")
    began_s = time.monotonic()
    while not (screen := machine.look()) or "alles in Ordnung" not in screen.title:
        time.sleep(_PACE_S)
    lasted_ms = 1000 * (time.monotonic() - began_s)
    machine.dock(ask="card", card=None)
    machine.dock(ask="end")
    machine.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    return lasted_ms
