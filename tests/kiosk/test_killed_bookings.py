"""Booking and changing, while the calendar server, the front or the supervisor is killed at a random moment of a random step.

Every process is the real one, and the citizen presses what is on the screen. What a screen has said is noted as it is said; what
became of it is read off the calendar's own files, once everything that was owed has been done.
"""

import os
import random
import secrets
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from terminal.central.appointments.caldav.server import answers
from terminal.central.appointments.embedded import account_in
from terminal.desk.call import NoKioskError
from tests.kiosk.appointments import booked_elsewhere
from tests.kiosk.conftest import Build
from tests.kiosk.machine import SUPERVISION, Machine
from tests.kiosk.patience import until
from tests.kiosk.processes import none_left, residents

POINTS = int(os.environ.get("KILL_POINTS", "120"))
"""Of the whole suite. Before a release: 300, which take a quarter of an hour on two processors."""

SEED = int(os.environ.get("KILL_SEED", random.randrange(10**6)))

AGAINST_NOTHING = """
[appointments]
bookings_per_hour = 1000
"""
VICTIMS = ("calendar", "calendar", "front", "front", "supervisor")
PLOTS = {
    "book": ("option:book-appointment", "option:personalausweis", "way:on", "earliest", "main", "skip", "skip", "main"),
    "change": ("scan", "option:change", "earliest", "main", "skip", "skip", "main"),
}
NAMED_BY = "main"
"""The first of these leaves the question for the name."""
SAID = ("Ihr Termin ist gebucht.", "Ihr Termin ist verschoben.")
BACK_S = 120.0


@dataclass
class Story:
    """One citizen. `said` are the numbers of appointments that a screen has called theirs, `committed` is whether they meant it."""

    name: str
    plot: str
    victim: str
    step: int
    delay_s: float
    code: str = ""
    committed: bool = False
    said: set[str] = field(default_factory=set)


class Theatre:
    """A kiosk on which stories are played one after the other."""

    def __init__(self, kiosk: Machine, rng: random.Random) -> None:
        self.kiosk = kiosk
        self.rng = rng
        self.stories: list[Story] = []

    def play(self, times: int) -> None:
        """So many stories, each of another citizen; afterwards all is as it should be, or this fails."""
        for number in range(times):
            plot = self.rng.choice(list(PLOTS))
            step = max(self.rng.randrange(len(PLOTS[plot])), self.rng.randrange(len(PLOTS[plot])))
            last = step == len(PLOTS[plot]) - 1
            story = Story(
                f"zeuge{number:03d}{secrets.token_hex(4)}", plot, self.rng.choice(VICTIMS), step,
                self.rng.uniform(0, 0.7 if last else 0.3),
            )  # fmt: skip
            self.stories.append(story)
            self._tell(story)
        self._all_is_done()
        for story in self.stories:
            self._judge(story)

    def _tell(self, story: Story) -> None:
        self._begin()
        if story.plot == "change":
            story.code = booked_elsewhere(self.kiosk, secrets.token_hex(16), story.name).code
        for number, what in enumerate(PLOTS[story.plot][: story.step + 1]):
            if number == story.step:
                break
            self._do(story, number, what)
        murder = threading.Timer(story.delay_s, self._kill, [story.victim])
        murder.start()
        with suppress(NoKioskError, AssertionError):
            self._do(story, story.step, PLOTS[story.plot][story.step])
        while murder.is_alive():
            self._listen(story)
        for _ in range(20):
            self._listen(story)

    def _begin(self) -> None:
        kiosk = self.kiosk
        if kiosk.process and kiosk.process.poll() is not None:
            assert none_left(kiosk.places["run"]), residents(kiosk.places["run"])
            kiosk.start()
        until(self._calendar_answers, lambda: "the calendar is back", pid=kiosk.pid, within_s=BACK_S)
        until(
            self._at_the_start,
            lambda: f"the start screen, not {kiosk.look()}; {kiosk.status()}; {kiosk.events()[-20:]}",
            pid=kiosk.pid,
            within_s=BACK_S,
        )

    def _at_the_start(self) -> bool | None:
        """End whatever is on the screen, as often as it takes."""
        try:
            screen = self.kiosk.look()
            if screen and not screen.is_start and screen.state in ("active", "warning"):
                self.kiosk.dock(ask="end")
            return (screen and screen.is_start and screen.accepting) or None
        except NoKioskError:
            return None

    def _calendar_answers(self) -> bool | None:
        account = account_in(self.kiosk.places["run"])
        return (account is not None and answers(account)) or None

    def _do(self, story: Story, number: int, what: str) -> None:
        """Press it as soon as it can be pressed, and wait for what comes after it."""
        kiosk = self.kiosk
        before = kiosk.expect(
            lambda screen: what == "scan" or ((node := screen.find(what)) and node.pressable) or self._asks_name(screen)
        )
        if what == "scan":
            assert kiosk.dock(ask="scan", text=story.code)["ok"]
        else:
            if self._asks_name(before):
                assert kiosk.dock(ask="type", text=story.name)["ok"]
            story.committed = story.committed or number == len(PLOTS[story.plot]) - 1
            assert kiosk.dock(ask="press", name=what)["ok"]
        if number < story.step:
            kiosk.another_than(before)

    @staticmethod
    def _asks_name(screen: object) -> bool:
        return getattr(screen, "title", "") == "Auf welchen Namen?"

    def _listen(self, story: Story) -> None:
        with suppress(NoKioskError):
            screen = self.kiosk.look()
            if screen and screen.title in SAID and (figure := screen.find("figure")):
                story.said.add(figure.name.replace(" ", ""))

    def _kill(self, victim: str) -> None:
        kiosk = self.kiosk
        with suppress(ProcessLookupError, NoKioskError):
            if victim == "supervisor":
                os.kill(kiosk.pid, signal.SIGKILL)
                assert kiosk.process
                kiosk.process.wait(BACK_S)
            elif victim == "front":
                status = kiosk.status()
                if status and status["front"]:
                    os.kill(status["front"]["pid"], signal.SIGKILL)
            else:
                for pid in residents(kiosk.places["run"]):
                    if b"radicale:application" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"):
                        os.kill(pid, signal.SIGKILL)

    def _all_is_done(self) -> None:
        """No visit is left that could owe anything, and the caretaker owes nothing either."""
        self._begin()
        self.kiosk.settled()
        self.kiosk.command("reload")  # the caretaker comes at once
        owed = self.kiosk.places["state"] / "unwitnessed"
        until(
            lambda: not owed.exists() or not any(owed.iterdir()) or None,
            lambda: f"owed: {list(owed.iterdir())}",
            pid=self.kiosk.pid,
            within_s=90,
        )

    def _judge(self, story: Story) -> None:
        booked = [text for text in self._files() if story.name in text and "X-BUERGERTERMINAL-STATE:booked" in text]
        numbers = {text.split("\nSUMMARY:", 1)[1].split(" ·")[0].split("\r")[0][:7].replace(" ", "") for text in booked}
        told = f"{story}: {numbers} in the calendar"
        assert len(booked) <= 1, f"double: {told}"
        assert story.said <= numbers, f"lost: {told}"
        if story.plot == "change":
            assert len(booked) == 1, f"neither the old nor the new one: {told}"
        elif not story.committed:
            assert booked == [], f"booked although nobody meant it: {told}"

    def _files(self) -> list[str]:
        calendars = self.kiosk.places["state"] / "calendar"
        return [
            path.read_text(encoding="utf-8").replace("\r\n ", "").replace("\r\n", "\n")
            for path in calendars.rglob("s-*.ics")
            if ".Radicale.tmp-" not in str(path)  # a write that was cut off; the caretaker sweeps them
        ]


def theatre(build: Build, seed: int) -> Theatre:
    """A kiosk of its own."""
    kiosk = build("portrait")
    kiosk.configure(SUPERVISION + AGAINST_NOTHING)
    kiosk.start().settled()
    return Theatre(kiosk, random.Random(seed))


@pytest.mark.parametrize(("kiosks", "times"), [(1, 6), pytest.param(2, POINTS // 2, marks=pytest.mark.slow)])
def test_nothing_said_is_lost_nothing_is_double_and_nothing_unsaid_stays(build: Build, kiosks: int, times: int) -> None:
    print("seed", SEED)
    theatres = [theatre(build, SEED + number) for number in range(kiosks)]
    with ThreadPoolExecutor(kiosks) as pool:
        for played in [pool.submit(one.play, times) for one in theatres]:
            played.result()
    stories = [story for one in theatres for story in one.stories]
    print(
        f"{len(stories)} stories, {sum(s.committed for s in stories)} committed, {sum(bool(s.said) for s in stories)} said"
    )
