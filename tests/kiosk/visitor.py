"""Two ways to use a kiosk: with a finger only, with keys only. Both look at the screen first, like anybody."""

from typing import Protocol

from tests.kiosk.machine import Machine
from tests.kiosk.screen import Screen


class Visitor(Protocol):
    """Somebody at the kiosk."""

    machine: Machine

    def press(self, id: str) -> None:
        """Press what has this id, as soon as it can be pressed."""

    def search(self, text: str) -> None:
        """Search for `text` on a screen that has a search field."""


class Finger:
    """Taps in the middle of what it wants, and types on the on-screen keyboard."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    def press(self, id: str) -> None:
        """See `Visitor.press`."""
        self.machine.tap(id)

    def search(self, text: str) -> None:
        """See `Visitor.search`."""
        self.machine.tap("search")
        for character in text:
            self.machine.tap(f"key:{character}")


class Keys:
    """Moves the ring with Tab, presses with Enter, types on the keyboard."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    def press(self, id: str) -> None:
        """See `Visitor.press`."""
        screen = self.machine.expect(lambda screen: (found := screen.find(id)) and found.pressable)
        wanted = screen.node(id)
        for _ in range(self._steps(screen, id)):
            self.machine.person.key("Tab")
        self.machine.expect(lambda screen: screen.focused == wanted.name)
        self.machine.person.key("Return")

    def search(self, text: str) -> None:
        """See `Visitor.search`."""
        self.machine.person.type(text)

    @staticmethod
    def _steps(screen: Screen, id: str) -> int:
        stops = list(screen.pressable())
        wanted = [node.id for node in stops].index(id)
        here = next((i for i, node in enumerate(stops) if node.name == screen.focused), None)
        return wanted + 1 if here is None else (wanted - here) % len(stops)


def walk(visitor: Visitor, *ids: str) -> Screen:
    """Press one after the other; each leads to another screen, the last of which is returned."""
    screen = visitor.machine.expect(lambda screen: True)
    for id in ids:
        visitor.press(id)
        screen = visitor.machine.another_than(screen)
    return screen
