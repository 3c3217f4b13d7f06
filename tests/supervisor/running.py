"""A kiosk with stand-ins as a running process, and what a test needs to watch it."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from terminal.desk.call import NoKioskError, ask
from tests.kiosk.patience import until
from tests.supervisor.run_stand_in import ROOT

DEADLINE_S = 20.0

Json = dict[str, Any]


class Running:
    """Start it with `start`; `end` leaves nothing of it. What is in `before` stands before its command."""

    before: tuple[str, ...] = ()

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.runtime = directory / "run"
        self.state = directory / "state"
        self.reading = directory / "reading.json"
        self.process: subprocess.Popen[bytes] | None = None
        self.seen: set[int] = set()
        self.write()

    def write(self, digit: str = "a", **more: Any) -> None:
        """Write the configuration that the kiosk will read next."""
        settings = {"hang_s": 1.0, "silent_closing_s": 1.0, **more.pop("settings", {})}
        self.reading.write_text(json.dumps({"snapshot": {}, "digest": digit * 64, "settings": settings, **more}))

    def start(
        self, conduct: str = "good", *, simulate: bool = True, zygote: bool = False, haste: bool = False, **io: Any
    ) -> "Running":
        """Start the kiosk."""
        more = ["simulate"] * simulate + ["zygote"] * zygote + ["haste"] * haste
        command = [
            *self.before,
            sys.executable,
            "-m",
            "tests.supervisor.run_stand_in",
            conduct,
            str(self.reading),
            *more,
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment(), **io)
        return self

    def environment(self) -> dict[str, str]:
        """The environment of the kiosk and of whoever asks it."""
        own = {"BUERGER_TERMINAL_RUNTIME": str(self.runtime), "BUERGER_TERMINAL_STATE": str(self.state)}
        return {**os.environ, **own, "PYTHONPATH": str(ROOT)}

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The real command line against this kiosk."""
        command = [sys.executable, "-m", "terminal", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment(), capture_output=True, text=True, timeout=DEADLINE_S, check=False
        )

    def status(self) -> Json:
        """The present status."""
        status: Json = dict(ask(self.runtime / "control.sock", {"ask": "status"})["status"])
        self.seen |= {status[place]["pid"] for place in ("front", "spare") if status[place]}
        return status

    def dock(self, **request: Any) -> Json:
        """The dock's reply."""
        return dict(ask(self.runtime / "dock.sock", request))

    def until(self, wanted: Callable[[Json], object], within_s: float = DEADLINE_S) -> Json:
        """The first status that is as `wanted`."""
        assert self.process
        last: list[Json] = [{}]

        def look() -> Json | None:
            try:
                last[0] = self.status()
            except NoKioskError:
                return None
            return last[0] if wanted(last[0]) else None

        return until(look, lambda: f"as wanted, not {last[0]}", pid=self.process.pid, within_s=within_s)

    def settled(self) -> Json:
        """One is shown, one is warm, nobody is closing."""
        return self.until(is_settled)

    def events(self) -> list[Json]:
        """Everything logged."""
        return [json.loads(line) for line in (self.state / "events.jsonl").read_text().splitlines()]

    def end(self) -> None:
        """Kill what is left, whatever the test did."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(DEADLINE_S)
        for pid in self.seen:
            wait_gone(pid)


def is_settled(status: Json) -> bool:
    """One is shown, one is warm, nobody is closing."""
    front, spare = status["front"], status["spare"]
    return bool(front and spare and spare["stage"] == "warm" and not status["closing"])


def wait_gone(pid: int) -> None:
    """Wait until process `pid` is no more."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([pidfd], [], [], DEADLINE_S)[0], f"{pid} still lives"
    finally:
        os.close(pidfd)


def stop(pid: int, sign: signal.Signals) -> None:
    """Signal a process of the kiosk's."""
    os.kill(pid, sign)
