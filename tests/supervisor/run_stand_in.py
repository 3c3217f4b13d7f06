"""A real kiosk whose visit processes are stand-ins: ``CONDUCT READING.json [WORD...]``; directories by environment.

The words: "simulate"; "zygote", which spares are forked from; "beside", a caretaker and a server as the calendar's; "haste", with short waits.
"""

import json
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from terminal.directories import runtime_dir, state_dir
from terminal.supervisor.births import Births, Commands
from terminal.supervisor.kiosk import Kiosk, Setup
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.services import ServicePlan
from terminal.supervisor.settings import Reading, Settings, Taken
from tests.supervisor.haste import make_haste

ROOT = Path(__file__).parents[2]


class OneFile:
    """Configurations that a test writes into one file; kept ones are noted beside it."""

    def __init__(self, loop: SelectorLoop, file: Path) -> None:
        self._loop = loop
        self._file = file

    def remembered(self) -> Reading | None:
        return None

    def read(self, done: Callable[[Reading | None], None]) -> None:
        record = json.loads(self._file.read_text())
        settings = Settings(**record.get("settings", {}))
        taken = Taken(record["snapshot"], record["digest"], record.get("source", "files"), ("town.toml",), settings)
        reading = Reading(taken, tuple(record.get("problems", ())))
        self._loop.post(lambda: done(reading))

    def keep(self, taken: Taken) -> None:
        self._file.with_suffix(".kept").write_text(taken.digest)

    def close(self) -> None:
        pass


def calendar(settings: Settings) -> ServicePlan | None:
    """Runs, and does nothing."""
    return ServicePlan("calendar", ("sleep", "infinity"), ROOT) if settings.appointments else None


def main(conduct: str, file: Path, words: Collection[str]) -> None:
    if "haste" in words:
        make_haste()
    simulate = "simulate" in words
    loop = SelectorLoop()
    visit, forking, caretaker = (
        (sys.executable, "-m", f"tests.supervisor.stand_in_{name}") for name in ("visit", "zygote", "caretaker")
    )
    commands = Commands((*visit, conduct), (*forking, conduct) if "zygote" in words else (), ROOT, simulate)
    setup = Setup(
        Births(loop, commands, first_wait_s=0.01),
        ROOT,
        runtime_dir(),
        state_dir(),
        "0",
        simulate,
        caretaker=(*caretaker, str(file.with_suffix(".mood"))) if "beside" in words else (),
        companions={"calendar": calendar} if "beside" in words else {},
    )
    Kiosk(setup, loop, OneFile(loop, file), lambda name: Path(name).read_text()).run()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
