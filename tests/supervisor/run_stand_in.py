"""A real kiosk whose visit processes are stand-ins: ``CONDUCT READING.json [simulate]``; directories by environment."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from terminal.directories import runtime_dir, state_dir
from terminal.supervisor.births import Births, Commands
from terminal.supervisor.kiosk import Kiosk, Setup
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.settings import Reading, Settings, Taken

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


def main(conduct: str, file: Path, *, simulate: bool, zygote: bool) -> None:
    loop = SelectorLoop()
    visit, forking = (
        (sys.executable, "-m", f"tests.supervisor.stand_in_{name}", conduct) for name in ("visit", "zygote")
    )
    births = Births(loop, Commands(visit, forking if zygote else (), ROOT, simulate), first_wait_s=0.01)
    setup = Setup(births, ROOT, runtime_dir(), state_dir(), "0", simulate)
    Kiosk(setup, loop, OneFile(loop, file), lambda name: Path(name).read_text()).run()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), simulate="simulate" in sys.argv[3:], zygote="zygote" in sys.argv[3:])
