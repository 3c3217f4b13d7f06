"""Fingers and keys as Kivy's window hears them, brought to the front in its own terms: px from the top left, intentions, text.

Kivy's touches are not used: they are told after all keys of a turn, and what was pressed, slid and lifted within one turn is
told three times at the place where it was lifted, so that sliding off would press there.
"""

from typing import Any

from screens import keys
from screens.front import Front
from screens.wedge import Wedge
from screens.window import KioskWindow

_FINGER = "left"
"""SDL makes the first finger the left button; others never come here."""


class FingersAndKeys:
    """Binds a window's input to a front, keys by way of `keyboard`. A key held down counts once (EN 301 549 V3.2.1, 5.7)."""

    def __init__(self, window: KioskWindow, front: Front, keyboard: Wedge) -> None:
        self._front = front
        self._keyboard = keyboard
        self._held: set[int] = set()
        self._repeats = False
        window.kivy.bind(
            on_mouse_down=self._down,
            on_mouse_move=self._move,
            on_mouse_up=self._up,
            on_key_down=self._key_down,
            on_key_up=self._key_up,
            on_textinput=self._text,
        )

    def _down(self, window: Any, x: float, y: float, button: str, modifiers: list[str]) -> bool:
        self._keyboard.touched()
        self._front.touch_down(button, x, y)
        return True

    def _move(self, window: Any, x: float, y: float, modifiers: list[str]) -> bool:
        self._front.touch_move(_FINGER, x, y)
        return True

    def _up(self, window: Any, x: float, y: float, button: str, modifiers: list[str]) -> bool:
        self._front.touch_up(button, x, y)
        return True

    def _key_down(self, window: Any, code: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        self._repeats = code in self._held
        self._held.add(code)
        intention = keys.pressed(code, modifiers)
        if intention and not self._repeats:
            self._keyboard.key(intention)
        elif not intention:
            self._keyboard.any_key()
        return True

    def _key_up(self, window: Any, code: int, *rest: Any) -> bool:
        self._held.discard(code)
        return True

    def _text(self, window: Any, text: str) -> bool:
        if not self._repeats:
            self._keyboard.text(text)
        return True
