"""Somebody for whom the clock of a simulated kiosk runs ahead: who never waits until presses count again."""

from tests.kiosk.machine import Json, Machine
from tests.kiosk.patience import until
from tests.kiosk.screen import Screen

UNTIRED = """
[visit]
idle_s = 1800
"""
"""The clock moves by whole minutes: a visit that asks after one of them whether somebody is still there cannot be hurried."""

_OUT = ("more", "way:more", "bar:back")
"""What leads out of a journey, the best way first."""
_IN_VAIN = 2
"""So often a card is asked for, every five seconds."""


class Hurried:
    """Uses a kiosk through its dock. `ahead_s` is how far the clock has run ahead.

    It moves only while nothing but the pause after a change of screen is in the way: work that goes on has its deadlines.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.ahead_s = 0
        self._turning = "page:next"

    def walk(self, *ids: str) -> None:
        """Press one after the other, each as soon as it is there, on whatever page."""
        for id in ids:
            until(lambda: self._press(id) or None, lambda: f"{id} on {self.machine.look()}", pid=self.machine.pid)  # noqa: B023 - called at once

    def prefer(self, size: str, language: str) -> None:
        """Choose them on the start screen."""
        self.walk("bar:language", f"option:language:{language}", "bar:comfort", f"option:size:{size}", "main")

    def write(self, text: str) -> None:
        """Write `text` into the field that is asked for."""
        self.see("field", "search")
        assert self.machine.dock(ask="type", text=text)["ok"]

    def scan(self, code: str) -> None:
        """Hold `code` to the scanner on the start screen."""
        self.see("bar:legal")
        assert self.machine.dock(ask="scan", text=code)["ok"]

    def see(self, *ids: str) -> Screen:
        """The first screen that has one of these, on whatever page, and on which presses count."""

        def look() -> Screen | None:
            screen = self.machine.look()
            if screen and any(map(screen.find, ids)):
                return screen if screen.accepting else self._hurry()
            return self._turn(screen) if screen else None

        return until(look, lambda: f"one of {ids} on {self.machine.look()}", pid=self.machine.pid)

    def start_over(self) -> None:
        """Back to the start screen, without ending the visit."""
        while not (screen := self.see("bar:legal", *_OUT)).find("bar:legal"):
            self.walk(next(id for id in _OUT if screen.find(id)))

    def leave(self) -> None:
        """End the visit, and see the next one come.

        Now and then vpcd does not notice that a card is taken in the moment in which AusweisApp lets go of it. Then the kiosk asks for
        one that is not there, and that time passes too.
        """
        front = self.machine.settled()["front"]["pid"]
        self.machine.dock(ask="end")

        def follows(status: Json) -> bool:
            if status["front"] and status["front"]["pid"] == front and self._asked_for_a_card() >= _IN_VAIN:
                self._hurry()
            return bool(status["front"] and status["front"]["pid"] != front)

        self.machine.until(follows)

    def _asked_for_a_card(self) -> int:
        """How often this visit has rung for one."""
        return int(self.machine.dock(ask="sounds").get("rung", 0))

    def _press(self, id: str) -> bool:
        reply = self.machine.dock(ask="press", name=id)
        if reply["ok"]:
            return True
        if reply["error"] == "not-enabled":
            self._hurry()
        elif screen := self.machine.look():
            self._turn(screen)
        return False

    def _turn(self, screen: Screen) -> None:
        """To another page, forth and back: what is looked for may come later."""
        if screen.page[1] > 1:
            ends = {1: "page:next", screen.page[1]: "page:previous"}
            self._turning = ends.get(screen.page[0], self._turning)
            self.machine.dock(ask="press", name=self._turning)

    def _hurry(self) -> None:
        self.ahead_s = self.machine.dock(ask="clock", minutes=1)["offset_s"]
