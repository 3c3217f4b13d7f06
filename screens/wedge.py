"""A scanner that types like a keyboard ("keyboard wedge"), told from a person who types by its pace.

The fastest of 168,000 people typed a little over 120 words a minute, 100 ms a key (Dhakal et al., Observations on Typing from 136
Million Keystrokes, CHI 2018); single keys roll off the hand closer together. A scanner without a delay set is bound
by USB only: two reports a character, 1 to 10 ms each. Its first characters go where typing goes, since nobody can know yet; once the
pace has told it, the rest is kept back, and Enter or Tab at its end makes a scan of the whole, which then undoes
those first characters. Without such an end it was typing after all: nothing of it is lost.
"""

from collections.abc import Callable
from typing import Protocol

from screens.keys import Activate, Intention, MoveFocus
from terminal.loop import MainLoop, Timer

FEWEST = 8
"""Characters, from which on the pace is believed."""

FEWEST_ENTERED = 4
"""And when Enter follows at the same pace: it would press the main button."""

PACE_S = 0.03
"""From one character to the next, on average: 400 words a minute, which no hand types."""

GAP_S = 0.12
"""Longer silence ends a burst: time in which the loop was listening, since characters wait while a picture is drawn."""

LONGEST = 512
"""Of a scan, in characters; more than any code here has. A longer one is no code."""


class Desk(Protocol):
    """Where keys go (`screens.front.Front`)."""

    def text(self, text: str) -> None:
        """Typed characters."""

    def key(self, intention: Intention) -> None:
        """A key that means something."""

    def any_key(self) -> None:
        """Another key."""

    def remember(self) -> Callable[[], None]:
        """How to make undone what is typed from now on."""

    def scanned(self, text: str) -> None:
        """A scan, whole."""


class Wedge:
    """Between a keyboard and the desk. `listened_s` is how long the loop has been waiting for input altogether."""

    def __init__(self, desk: Desk, loop: MainLoop, listened_s: Callable[[], float]) -> None:
        self._desk = desk
        self._loop = loop
        self._listened_s = listened_s
        self._text = ""
        self._kept = ""
        self._began_s = 0.0
        self._last_s = float("-inf")
        self._draining = False
        self._undo: Callable[[], None] = _nothing
        self._flush: Timer | None = None

    def text(self, text: str) -> None:
        """Characters from the keyboard."""
        if self._goes_on():
            if self._draining:
                return
        else:
            self._begin()
        self._text = (self._text + text)[: LONGEST + 1]
        # A blank presses what has the ring: in what may be a code it waits for the pace, and what follows waits behind it.
        if self._is_fast() or ((self._kept or text == " ") and self._is_fast(fewest=2)):
            self._keep(text)
            return
        self._release()
        self._desk.text(text)

    def key(self, intention: Intention) -> None:
        """A key from the keyboard; the one that ends a scan is part of it."""
        entered = isinstance(intention, Activate) and intention.submit
        ends = entered or isinstance(intention, MoveFocus)
        if self._goes_on() and ends and self._draining:
            return
        if self._goes_on() and ends and self._is_fast(FEWEST_ENTERED if entered else FEWEST):
            self._scan()
            return
        self._release()
        self._desk.key(intention)

    def touched(self) -> None:
        """A finger: whatever was typed before it was typed."""
        self._release()
        self._last_s = float("-inf")

    def any_key(self) -> None:
        """Another key from the keyboard. Shift belongs to capitals, and so to most codes."""
        self._desk.any_key()

    def _goes_on(self) -> bool:
        """Whether what comes now belongs to the burst before it."""
        listened_s = self._listened_s()
        goes_on = listened_s - self._last_s <= GAP_S
        if goes_on:
            self._last_s = listened_s
        return goes_on

    def _begin(self) -> None:
        self._release()
        self._began_s, self._last_s = self._loop.now(), self._listened_s()
        self._text, self._draining = "", False
        self._undo = self._desk.remember()

    def _is_fast(self, fewest: int = FEWEST) -> bool:
        count = len(self._text)
        return count >= fewest and self._loop.now() - self._began_s <= (count - 1) * PACE_S

    def _keep(self, text: str) -> None:
        self._kept = (self._kept + text)[:LONGEST]
        if self._flush:
            self._flush.cancel()
        self._flush = self._loop.call_later(GAP_S, self._release)

    def _scan(self) -> None:
        text, self._text, self._kept = self._text, "", ""
        self._release()
        self._draining = True  # a code of several lines goes on; its rest is not typed either
        self._undo()
        self._desk.scanned(text)

    def _release(self) -> None:
        """It was typing: what was kept back goes where it belongs."""
        kept, self._kept = self._kept, ""
        if self._flush:
            self._flush.cancel()
            self._flush = None
        for character in kept:
            self._desk.text(character)


def _nothing() -> None:
    """Nothing to undo."""
