"""Plays a story at a kiosk: does what each moment says, and looks whether what the kiosk says of itself holds together."""

import os
import resource
import time
from collections.abc import Callable
from signal import SIGCONT

from terminal.desk.call import NoKioskError
from tests.faults.processes.honesty import Circumstances, hold_together
from tests.faults.processes.kiosk import BACK_S, StoryKiosk
from tests.faults.processes.moment import Moment, Then
from tests.kiosk.patience import until
from tests.kiosk.processes import children
from tests.supervisor.running import Json, is_settled

_SEEN_WITHIN_S = 0.2


class Player:
    """What has come of a story so far.

    `owed` are the keys of what visits have begun and nobody has shown, by their process; `kept` were shown. `begun` are the visits that
    people have begun since the present supervisor runs, which is `stopped`, or has no `room` for anything new: that is its limit of
    files otherwise. `harmed` are processes that have to be replaced. `gentle` is whether nothing was done that costs a visit,
    `events_lost` whether some may not be in the log, `logged_before` how many lines of it are of supervisors before the present one.
    """

    def __init__(self, kiosk: StoryKiosk) -> None:
        self.kiosk = kiosk
        self.around = Circumstances()
        self.last: Json = {}
        self.owed: dict[str, int] = {}
        self.kept: set[str] = set()
        self.harmed: set[int] = set()
        self.begun = 0
        self.stopped = False
        self.room: tuple[int, int] | None = None
        self.gentle = True
        self.events_lost = False
        self.logged_before = 0

    def play(self, moment: Moment, act: "Callable[[Player], object]") -> None:
        """Let `act` happen, and wait as long as the moment says."""
        before = self.last
        self.gentle &= moment.act.is_gentle
        act(self)
        if moment.then is Then.ONCE_SEEN:
            self._see_a_difference(before)
        elif moment.then is Then.ONCE_SETTLED:
            self.wait_until_over()

    def wait_until_over(self) -> None:
        """Nothing more is to be expected as long as all stays as it is: it is usable, or says honestly why it is not."""
        self.let_it_work()
        self.kiosk.until(self._is_over, within_s=BACK_S)

    def look(self) -> Json:
        """The status, as soon as there is one. What the one in front owes was not taken from it."""
        self.let_it_work()
        released = self.kiosk.released()
        self.last = self.kiosk.until(lambda status: True, within_s=BACK_S)
        hold_together(self.last)
        taken = released & set(self.owed_by_front())
        assert not taken, f"{taken} was released, and {self.last['front']} still lives"
        return self.last

    def owed_by_front(self) -> list[str]:
        """The keys of what the one that was in front when it was looked at last has begun and not shown."""
        front = self.last["front"]
        return [op for op, pid in self.owed.items() if front and pid == front["pid"]]

    def let_it_work(self) -> None:
        """The supervisor goes on, and has room."""
        if self.room:
            resource.prlimit(self.kiosk.pid, resource.RLIMIT_NOFILE, self.room)
        if self.stopped:
            os.kill(self.kiosk.pid, SIGCONT)
        self.room, self.stopped = None, False

    def answers(self) -> bool:
        """Whether the front, and nobody else, hears what is pressed."""
        reply = self.press("nothing")
        return bool(reply["ok"]) and reply["pid"] == (self.last["front"] or {}).get("pid")

    def press(self, name: str) -> Json:
        """Press something in the front, whoever that is; what it answers."""
        self.look()
        try:
            return self.kiosk.dock(ask="press", name=name)
        except NoKioskError:
            return {"ok": False}

    def behave(self, conduct: str) -> None:
        """Visits born from now on do so."""
        self.around.conduct = conduct
        self.kiosk.behave(conduct)

    def _is_over(self, status: Json) -> bool:
        hold_together(status)
        self.last = status
        if self.harmed & set(children(self.kiosk.pid)):
            return False
        if status["order"]["state"] == "out-of-order":
            return status["order"]["code"] in self.around.codes
        settled = is_settled(status) or (status["front"] and not self.around.lets_a_spare_be_warm)
        return bool(settled) and not self.kiosk.errands() and self.answers()

    def _see_a_difference(self, before: Json) -> None:
        ends_s = time.monotonic() + _SEEN_WITHIN_S

        def seen() -> bool | None:
            return _sight(self.look()) != _sight(before) or time.monotonic() > ends_s or None

        until(seen, lambda: "a difference", pid=self.kiosk.pid)


def _sight(status: Json) -> list[object]:
    return [status.get(key) for key in ("pid", "front", "spare", "order", "closing")]
