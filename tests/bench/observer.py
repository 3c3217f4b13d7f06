"""Sees and touches the display from outside, the same for whoever draws on it: XGetImage polling and XTest input.

Times are seconds of `time.monotonic`. A moment seen is that of the end of the first poll that saw it; polls are about half a
millisecond apart.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

_POLL_S = 0.0003
_TOLERANCE = 12
_LEFT = 1

Rgb = tuple[int, int, int]


class NeverSeen(Exception):
    """What was waited for did not appear."""


@dataclass(frozen=True)
class Sight:
    """True when at least `pixels` pixels of the area `x`, `y`, `w`, `h` (px) have about this colour."""

    x: int
    y: int
    colour: Rgb
    w: int = 1
    h: int = 1
    pixels: int = 1


class Observer:
    """Looks at one display and presses on it."""

    def __init__(self, name: str) -> None:
        self._display = Display(name)
        self._root = self._display.screen().root

    def sees(self, sights: Sequence[Sight]) -> bool:
        """Whether all of this stands on the screen now."""
        return all(self._count(sight) >= sight.pixels for sight in sights)

    def until(self, sights: Sequence[Sight], timeout_s: float, each: Callable[[], None] | None = None) -> float:
        """When all of it stands there; `each` is called between polls. Raises `NeverSeen`."""
        ends_s = time.monotonic() + timeout_s
        while not self.sees(sights):
            if time.monotonic() > ends_s:
                missing = [sight for sight in sights if self._count(sight) < sight.pixels]
                raise NeverSeen(f"after {timeout_s} s: {missing}")
            if each:
                each()
            time.sleep(_POLL_S)
        return time.monotonic()

    def column(self, x: int, height: int) -> bytes:
        """One column of pixels, 4 bytes each: blue, green, red, unused."""
        return self._pixels(x, 0, 1, height)

    def move(self, x: int, y: int) -> None:
        """Put the pointer somewhere."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def press(self) -> float:
        """Press the left button; returns when."""
        return self._fake(X.ButtonPress)

    def release(self) -> float:
        """Release it; returns when."""
        return self._fake(X.ButtonRelease)

    def _fake(self, kind: int) -> float:
        moment = time.monotonic()
        xtest.fake_input(self._display, kind, _LEFT)
        self._display.flush()
        return moment

    def _count(self, sight: Sight) -> int:
        data = self._pixels(sight.x, sight.y, sight.w, sight.h)
        red, green, blue = sight.colour
        return sum(
            abs(data[i + 2] - red) <= _TOLERANCE
            and abs(data[i + 1] - green) <= _TOLERANCE
            and abs(data[i] - blue) <= _TOLERANCE
            for i in range(0, len(data), 4)
        )

    def _pixels(self, x: int, y: int, w: int, h: int) -> bytes:
        return bytes(self._root.get_image(x, y, w, h, X.ZPixmap, 0xFFFFFFFF).data)
