"""Somebody in front of the display: a finger and a keyboard, as the X server delivers them (XTest)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest

from tests.kiosk.display import VirtualDisplay

Point = tuple[int, int]

_KEYSYMS = {" ": "space", "-": "minus", ".": "period", "'": "apostrophe", ",": "comma"}

_APART_MS = 4
"""A release and a press of one key closer together are an automatic repetition to SDL, and no hand does that."""


class Person:
    """What is done is done when a method returns: the server has taken it. Points are px from the top left."""

    def __init__(self, display: VirtualDisplay) -> None:
        self._x = display.x

    def tap(self, point: Point, button: int = 1) -> None:
        """Press and release in one place."""
        self.finger_down(point, button)
        self.finger_up(button=button)

    def finger_down(self, point: Point, button: int = 1) -> None:
        """Press and stay."""
        self.move(point)
        self._do(X.ButtonPress, button)

    def finger_up(self, point: Point | None = None, button: int = 1) -> None:
        """Release, after sliding to `point`."""
        if point:
            self.move(point)
        self._do(X.ButtonRelease, button)

    def move(self, point: Point) -> None:
        """Go to a point."""
        xtest.fake_input(self._x, X.MotionNotify, x=point[0], y=point[1])
        self._x.sync()

    def key(self, *names: str) -> None:
        """Press keys by their X names, the last one while the others are held: ``key("Control_L", "e")``."""
        codes = [self._code(name) for name in names]
        for code in codes:
            self._do(X.KeyPress, code)
        for code in reversed(codes):
            self._do(X.KeyRelease, code)

    def key_code(self, code: int) -> None:
        """Press a key by its number."""
        self._do(X.KeyPress, code)
        self._do(X.KeyRelease, code)

    def every_key(self) -> None:
        """Press every key that the keyboard can have, once."""
        for code in range(self._x.display.info.min_keycode, self._x.display.info.max_keycode + 1):
            self.key_code(code)

    @contextmanager
    def borrowing(self, *names: str) -> Iterator[list[int]]:
        """Numbers of keys that mean `names` for a while."""
        codes = list(range(247, 247 + len(names)))
        self._x.change_keyboard_mapping(codes[0], [[XK.string_to_keysym(name)] * 2 for name in names])
        self._x.sync()
        yield codes
        self._x.change_keyboard_mapping(codes[0], [[0, 0]] * len(names))
        self._x.sync()

    def scan(self, text: str) -> None:
        """Hold `text` to a scanner that types it, and Enter."""
        for character in text.lower():
            self._strike(*(("Shift_L", "colon") if character == ":" else (_KEYSYMS.get(character, character),)))
        self._strike("Return")
        self._x.sync()

    def type(self, text: str) -> None:
        """Type small letters and digits."""
        for character in text:
            self.key(_KEYSYMS.get(character, character))

    def rap(self, taps: list[Point], per_s: float) -> None:
        """Tap at many points, so many in a second."""
        begin_s = time.monotonic()
        for number, point in enumerate(taps):
            while time.monotonic() < begin_s + number / per_s:
                self._x.sync()
            self.tap(point)

    def hold(self, point: Point, seconds: float) -> None:
        """Press for so long."""
        self.finger_down(point)
        ends_s = time.monotonic() + seconds
        while time.monotonic() < ends_s:
            self._x.sync()
        self.finger_up()

    def _code(self, name: str) -> int:
        code: int = self._x.keysym_to_keycode(XK.string_to_keysym(name))
        assert code, f"the keyboard has no {name}"
        return code

    def _strike(self, *names: str) -> None:
        """As `key`, at a pace that the server keeps, whatever else this machine does."""
        codes = [self._code(name) for name in names]
        for code in codes:
            xtest.fake_input(self._x, X.KeyPress, code, time=_APART_MS)
        for code in reversed(codes):
            xtest.fake_input(self._x, X.KeyRelease, code)

    def _do(self, kind: Any, detail: int) -> None:
        xtest.fake_input(self._x, kind, detail, time=_APART_MS if kind == X.KeyPress else 0)
        self._x.sync()
