"""A whole kiosk: the real supervisor, the real visits, a display and directories of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from terminal.assembly.companions import forget_servers
from terminal.desk.call import NoKioskError, ask
from tests.kiosk.display import TIED, VirtualDisplay
from tests.kiosk.patience import DEADLINE_S, until
from tests.kiosk.person import Person
from tests.kiosk.processes import residents
from tests.kiosk.screen import Node, Screen

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "config" / "towns" / "brandis"

Json = dict[str, Any]

SUPERVISION = """
[supervisor]
heartbeat_s = 0.5
hang_s = 2.5
out_of_order_retry_s = 5
"""
"""Notices a hang sooner than a real kiosk, so that the tests need not wait."""


class Machine:
    """`start` it, use it, `close` it: then nothing of it is left, whatever happened."""

    def __init__(self, directory: Path, display: VirtualDisplay) -> None:
        self.directory = directory
        self.display = display
        self.person = Person(display)
        self.process: subprocess.Popen[bytes] | None = None
        self.places = {name: directory / name for name in ("run", "state", "tmp", "home", "logs")}
        for place in self.places.values():
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.town = directory / "town"
        shutil.copytree(TOWN, self.town)
        self.configure(SUPERVISION)

    def configure(self, more: str) -> None:
        """Write the town's file with `more` at its end."""
        (self.town / "town.toml").write_text((TOWN / "town.toml").read_text() + more)

    def environment(self) -> dict[str, str]:
        """The environment of the kiosk's processes."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        return {
            **kept,
            "DISPLAY": self.display.name,
            "HOME": str(self.places["home"]),
            "TMPDIR": str(self.places["tmp"]),
            "BUERGER_TERMINAL_RUNTIME": str(self.places["run"]),
            "BUERGER_TERMINAL_STATE": str(self.places["state"]),
            "PYTHONPATH": str(ROOT),
            "MESA_SHADER_CACHE_DISABLE": "true",
        }

    def start(self, *, simulate: bool = True, **environment: str) -> "Machine":
        """Start the kiosk on the whole display."""
        more = ["--simulate"] if simulate else []
        command = [*TIED, sys.executable, "-m", "terminal", "run", "--config", str(self.town), *more]
        with open(self.places["logs"] / "out", "ab") as out, open(self.places["logs"] / "err", "ab") as err:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env={**self.environment(), **environment},
                stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            )  # fmt: skip
        return self

    @property
    def pid(self) -> int:
        """The supervisor's."""
        assert self.process
        return self.process.pid

    def command(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The real command line beside this kiosk."""
        return subprocess.run(
            [sys.executable, "-m", "terminal", *arguments], cwd=ROOT, env={**self.environment(), **environment},
            capture_output=True, text=True, timeout=DEADLINE_S, check=False,
        )  # fmt: skip

    def status(self) -> Json | None:
        """What the control door says; None when nobody answers."""
        try:
            return dict(ask(self.places["run"] / "control.sock", {"ask": "status"})["status"])
        except NoKioskError:
            return None

    def dock(self, **request: Any) -> Json:
        """The dock's reply."""
        return dict(ask(self.places["run"] / "dock.sock", request))

    def look(self) -> Screen | None:
        """What is on the screen; None while nobody answers for it."""
        try:
            reply = self.dock(ask="tree")
        except NoKioskError:
            return None
        return Screen.of(reply["tree"]) if reply["ok"] else None

    def until(self, wanted: Callable[[Json], object], within_s: float = DEADLINE_S) -> Json:
        """The first status that is as `wanted`."""
        last: list[Json | None] = [None]

        def look() -> Json | None:
            last[0] = self.status()
            return last[0] if last[0] and wanted(last[0]) else None

        return until(look, lambda: f"status {last[0]}", pid=self.pid, within_s=within_s)

    def settled(self) -> Json:
        """One in front, one warm behind it, nobody else."""
        return self.until(is_settled)

    def expect(self, wanted: Callable[[Screen], object], within_s: float = DEADLINE_S) -> Screen:
        """The first screen that is as `wanted` and takes input."""
        last: list[Screen | None] = [None]

        def look() -> Screen | None:
            last[0] = self.look()
            return last[0] if last[0] and last[0].accepting and wanted(last[0]) else None

        return until(look, lambda: f"screen {last[0]}", pid=self.pid, within_s=within_s)

    def start_screen(self, within_s: float = DEADLINE_S) -> Screen:
        """The start screen, ready for the next visitor."""
        return self.expect(lambda screen: screen.is_start, within_s)

    def home(self) -> Screen:
        """The start screen, by the finger if a visit is still going on."""
        screen = self.expect(lambda screen: True)
        if screen.is_start:
            return screen
        if screen.state == "warning":
            self.person.tap(screen.node("stop").middle)
            return self.start_screen()
        if not screen.find("bar:end"):  # the start screen itself, touched: nothing can be ended there
            screen = self.walk("option:help-desk")
        self.person.tap(screen.node("bar:end").middle)
        return self.start_screen()

    def tap(self, id: str) -> Node:
        """Tap on a node as soon as it takes it."""
        node = self.expect(lambda screen: (found := screen.find(id)) and found.pressable).node(id)
        self.person.tap(node.middle)
        return node

    def tap_on_start(self, within_s: float) -> Screen:
        """Tap on the start screen as soon as there is one; the screen of the visit that begins with it."""
        screen = self.start_screen(within_s)
        self.person.tap(screen.node("option:help-desk").middle)
        return self.expect(lambda now: now.state == "active" and not now.find("greeting"))

    def another_than(self, before: Screen) -> Screen:
        """The screen that comes after `before`."""
        return self.expect(lambda now: now.key != before.key)

    def walk(self, *ids: str) -> Screen:
        """Tap one after the other; each leads to another screen, the last of which is returned."""
        screen = self.expect(lambda screen: True)
        for id in ids:
            self.tap(id)
            screen = self.another_than(screen)
        return screen

    def events(self) -> list[Json]:
        """Everything logged."""
        return [json.loads(line) for line in (self.places["state"] / "events.jsonl").read_text().splitlines()]

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """Tell the supervisor to stop; its exit status."""
        assert self.process
        self.process.send_signal(sign)
        return self.process.wait(DEADLINE_S)

    def close(self) -> None:
        """End it, whatever state it is in."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(DEADLINE_S)
        for pid in residents(self.places["run"]):
            os.kill(pid, signal.SIGKILL)
        forget_servers(self.places["run"])


def is_settled(status: Json) -> bool:
    """One in front, one warm behind it, nobody else."""
    front, spare = status["front"], status["spare"]
    return bool(front and spare and spare["stage"] == "warm" and not status["closing"])


def is_out_of_order(status: Json) -> bool:
    """Whether the kiosk has given up for now."""
    return bool(status["order"]["state"] == "out-of-order")
