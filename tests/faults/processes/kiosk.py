"""A real supervisor with stand-in visits, a stand-in caretaker and a server beside them, on a disk that can fail."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from terminal.desk.call import NoKioskError
from tests.kiosk.patience import gone, until
from tests.kiosk.processes import children, name, none_left, residents, state
from tests.supervisor.disk import Disk
from tests.supervisor.run_stand_in import ROOT
from tests.supervisor.running import Json, Running, is_settled

BACK_S = 12.0
"""All waits are short here (`tests.supervisor.haste`); the machine may be busy."""

WORDS = ("simulate", "zygote", "beside", "haste")
"""See `tests.supervisor.run_stand_in`."""

SETTINGS = {
    "appointments": True,
    "hang_s": 0.5,
    "silent_closing_s": 0.3,
    "out_of_order_after": 3,
    "out_of_order_window_s": 2.0,
    "out_of_order_retry_s": 0.2,
}


class StoryKiosk(Running):
    """Everything that a story changes is well until it does. `mood` is of the next caretaker."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.disk = Disk(self.state)
        self.mood = self.reading.with_suffix(".mood")
        self._conduct = directory / "conduct"
        self.behave("good")
        self.configure("a")

    def behave(self, conduct: str) -> None:
        """What visits do that are born from now on."""
        new = self._conduct.with_suffix(".new")
        new.write_text(conduct)
        new.replace(self._conduct)

    def configure(self, digit: str, **more: object) -> None:
        """Write the configuration that is read next."""
        self.write(digit, settings=SETTINGS, **more)

    def begin(self) -> None:
        """Start it, and wait for nothing."""
        command = (sys.executable, "-m", "tests.supervisor.run_stand_in", str(self._conduct), str(self.reading), *WORDS)
        self.process = subprocess.Popen([*self.disk.inside, *command], cwd=ROOT, env=self.environment())

    @property
    def pid(self) -> int:
        """The supervisor's."""
        assert self.process
        return self.process.pid

    def child(self, called: str) -> int | None:
        """The supervisor's child that is called so; the calendar's server is a "sleep"."""
        return next((pid for pid in children(self.pid) if name(pid) == called), None)

    def errands(self) -> list[int]:
        """Who has just been started, or does something for a moment."""
        return [pid for pid in children(self.pid) if name(pid) not in ("visit", "zygote", "sleep")]

    def at_rest(self) -> Json:
        """The status when one is in front, one is warm, zygote and server are beside them, and there is nobody else."""
        last: list[object] = []

        def look() -> Json | None:
            try:
                status = self.status()
            except NoKioskError:
                return None
            last[:] = [status, {pid: name(pid) + state(pid) for pid in children(self.pid)}]
            if not is_settled(status):
                return None
            known = {status["front"]["pid"], status["spare"]["pid"], self.child("zygote"), self.child("sleep")}
            return status if set(children(self.pid)) == known else None

        return until(look, lambda: f"at rest, not {last}", pid=self.pid, within_s=BACK_S)

    def open_files(self) -> int:
        """How many the supervisor has as soon as it waits for something to happen: who asked it is gone then."""

        def look() -> int | None:
            return len(os.listdir(f"/proc/{self.pid}/fd")) if state(self.pid) == "S" else None

        return until(look, lambda: "asleep", pid=self.pid, within_s=BACK_S)

    def log(self) -> list[str]:
        """The lines of the event log."""
        return (self.disk.seen / "events.jsonl").read_text().splitlines()

    def released(self) -> set[str]:
        """What the caretaker has released of what dead visits owed."""
        file = self.runtime / "released"
        return set(file.read_text().split()) if file.exists() else set()

    def end_supervisor(self, sign: signal.Signals) -> int:
        """Send it `sign`; its exit status. Nobody outlives it."""
        assert self.process
        self.process.send_signal(sign)
        status = self.process.wait(BACK_S)
        assert none_left(self.runtime), [(pid, name(pid), state(pid)) for pid in residents(self.runtime)]
        return status

    def close(self) -> None:
        """Nothing of it is left, whatever the story did."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(BACK_S)
        for pid in residents(self.runtime):
            os.kill(pid, signal.SIGKILL)
            gone(pid)
        self.disk.close()
