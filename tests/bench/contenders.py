"""Who is measured: our kiosk, and a browser in kiosk mode that shows the same two screens as a local page."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from terminal.desk.call import NoKioskError, ask
from tests.bench import footprint
from tests.bench.display import SIZE
from tests.bench.page import write_page

ROOT = Path(__file__).resolve().parents[2]
TOWN = ROOT / "config" / "towns" / "brandis"

_LIBRARIES = sorted(Path("/usr/lib").glob("*-linux-gnu"))  # Mesa among them


@dataclass
class Contender:
    """A program under measurement. `directory` is its own, empty at first; it keeps it over several starts."""

    directory: Path
    display: str
    name: str = ""
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def pid(self) -> int:
        """Of the process whose tree is the whole contender."""
        assert self._process
        return self._process.pid

    def prepare(self) -> None:
        """What is done once, before anything is measured."""

    def start(self) -> None:
        """Start it; returns at once."""
        with (self.directory / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(), cwd=ROOT, env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def end(self) -> None:
        """End it, and wait until nothing is left."""
        if self._process:
            footprint.end(self._process.pid)
            self._process.wait()
            self._process = None

    def settled(self) -> bool:
        """Whether it has done what it does at its start."""
        return True

    @property
    def files(self) -> list[Path]:
        """Where everything lies that it reads at its start, but what every program reads."""
        raise NotImplementedError

    def command(self) -> list[str]:
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "LIBGL_ALWAYS_SOFTWARE": "1"}


class Kiosk(Contender):
    """The real kiosk with the example town, as an administrator starts it (not simulated).

    Without appointments: what the browser shows is the same two screens, and it brings no calendar server either.
    """

    @property
    def files(self) -> list[Path]:
        own = [ROOT / name for name in ("terminal", "screens", "config", ".venv")]
        return [*own, self._town, Path(sys.base_prefix, "lib", f"python3.{sys.version_info.minor}"), *_LIBRARIES]

    @property
    def runtime(self) -> Path:
        return self.directory / "run"

    @property
    def _town(self) -> Path:
        return self.directory / "town"

    def command(self) -> list[str]:
        size = f"{SIZE[0]}x{SIZE[1]}"
        return [sys.executable, "-m", "terminal", "run", "--config", str(self._town), "--size", size]

    def environment(self) -> dict[str, str]:
        own = {
            "BUERGER_TERMINAL_RUNTIME": str(self.runtime),
            "BUERGER_TERMINAL_STATE": str(self.directory / "state"),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",  # a kiosk keeps its bytecode, as a browser keeps its profile
        }
        return {**super().environment(), **own}

    def prepare(self) -> None:
        shutil.copytree(TOWN, self._town)
        for file in ("appointments.toml", "services.toml"):
            (self._town / file).unlink()

    def settled(self) -> bool:
        """Whether a spare stands warm behind the front."""
        spare = self.status().get("spare") or {}
        return spare.get("stage") == "warm"

    def status(self) -> dict[str, Any]:
        """See docs/operations.md; empty while the kiosk does not answer yet."""
        try:
            return dict(ask(self.runtime / "control.sock", {"ask": "status"})["status"])
        except NoKioskError:
            return {}


class Chromium(Contender):
    """Chromium --kiosk with everything switched off that a kiosk does not need; its profile is kept, as on a kiosk."""

    @property
    def files(self) -> list[Path]:
        return [
            Path("/usr/lib/chromium"),
            Path("/usr/share/chromium"),
            self.directory,
            ROOT / "screens" / "fonts",
            *_LIBRARIES,
        ]

    def prepare(self) -> None:
        write_page(self.directory / "index.html")

    def command(self) -> list[str]:
        width, height = SIZE
        return [
            "chromium",
            "--kiosk",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={self.directory / 'profile'}",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-features=Translate,OptimizationHints",
            "--disable-crash-reporter",
            "--password-store=basic",
            "--touch-events=enabled",
            f"--window-size={width},{height}",
            "--window-position=0,0",
            f"file://{self.directory / 'index.html'}",
        ]
