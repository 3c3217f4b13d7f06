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

    def write(self, text: str) -> None:
        """Write `text`, small letters only, into the field that is asked for."""


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
        self.write(text)

    def write(self, text: str) -> None:
        """See `Visitor.write`."""
        for character in text:
            self.machine.tap(f"key:{character}")


class Keys:
    """Moves the ring with Tab, presses with Enter, types on the keyboard."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    def press(self, id: str) -> None:
        """See `Visitor.press`."""
        screen = self.machine.expect(lambda screen: (found := screen.find(id)) and found.pressable)
        # One by one: the first key begins the visit, which adds its end to the bar.
        for _ in range(len(list(screen.pressable())) + 1):
            if screen.ring == id:
                break
            screen = self._tab(screen.ring)
        self.machine.person.key("Return")

    def search(self, text: str) -> None:
        """See `Visitor.search`."""
        self.write(text)

    def write(self, text: str) -> None:
        """See `Visitor.write`."""
        self.machine.person.type(text)

    def _tab(self, before: str | None) -> Screen:
        self.machine.person.key("Tab")
        return self.machine.expect(lambda screen: screen.ring not in (None, before))


def walk(visitor: Visitor, *ids: str) -> Screen:
    """Press one after the other; each leads to another screen, the last of which is returned."""
    screen = visitor.machine.expect(lambda screen: True)
    for id in ids:
        visitor.press(id)
        screen = visitor.machine.another_than(screen)
    return screen
