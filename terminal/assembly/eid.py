"""The eID client of one visit, and in a simulation a reader in software for the dock to put cards onto."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from config.schema.eid import Eid
from hardware.ausweisapp.client import AusweisApp, CardReader
from hardware.ausweisapp.installed import installed
from hardware.simulated.eid_card.reader import ReaderNotStartedError, SimulatedReader
from terminal.desk.dock import DockCommand


def eid(
    settings: Eid, runtime: Path, troubled: Callable[[str], None], *, simulate: bool
) -> tuple[AusweisApp, Mapping[str, DockCommand]]:
    """The client, of whose trouble `troubled` hears, and what the dock can ask of the simulated reader."""
    directory = runtime / "eid" / str(os.getpid())
    _forget_the_dead(directory.parent)
    on_screen = simulate or settings.pin_entry == "screen"
    if not (simulate and SimulatedReader.possible()):
        return AusweisApp(directory, _reader(), on_screen=on_screen, troubled=troubled), {}
    desk = _Desk(directory / "reader")

    def find() -> str | None:
        desk.begin()  # its environment has to be there before the program is
        return installed()

    return AusweisApp(directory, _reader(), on_screen=on_screen, find=find, troubled=troubled), desk.commands


def _forget_the_dead(directory: Path) -> None:
    """What visits that died could not take with them; each has a directory named after its process."""
    for left in directory.glob("[0-9]*"):
        if not Path("/proc", left.name).exists():
            shutil.rmtree(left, ignore_errors=True)


def _reader() -> CardReader:
    """Where pyscard is not installed, other cards are not told apart, and none is missed."""
    try:
        from hardware.pcsc_reader.reader import PcscReader
    except ImportError:
        return _NoReader()
    return PcscReader()


class _NoReader:
    """A `CardReader` that never sees a card."""

    def lies(self) -> bool:
        return False

    def card(self) -> None:
        return None


class _Desk:
    """Requests of the dock for card and reader. The reader begins when it is first needed."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._reader: SimulatedReader | None = None
        self._lock = Lock()

    def begin(self) -> SimulatedReader | None:
        """The reader; None when it does not come up."""
        with self._lock:
            try:
                self._reader = self._reader or SimulatedReader(self._directory)
            except ReaderNotStartedError:
                return None
            os.environ.update(self._reader.environment)
            return self._reader

    @property
    def commands(self) -> Mapping[str, DockCommand]:
        """See `terminal.desk.dock`."""
        return {"card": self._card, "reader": self._plug}

    def _card(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        card = request.get("card")
        return self._ask(f"insert {card}" if card else "remove")

    def _plug(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        return self._ask("plug" if request.get("condition") == "plug" else "unplug")

    def _ask(self, request: str) -> Mapping[str, Any]:
        reader = self.begin()
        if reader is None:
            return {"ok": False, "error": "no-reader"}
        said = reader.ask(request)
        return {"ok": True} if said == "ok" else {"ok": False, "error": said.replace(" ", "-")}
