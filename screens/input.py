"""Kivy's touches and keys, brought to the front in its own terms: px from the top left, intentions, text."""

from typing import Any

from screens import keys
from screens.front import Front
from screens.window import KioskWindow


class FingersAndKeys:
    """Binds a window's input to a front. A key held down counts once (EN 301 549 V3.2.1, 5.7)."""

    def __init__(self, window: KioskWindow, front: Front) -> None:
        self._height = window.size[1]
        self._front = front
        self._held: set[int] = set()
        self._repeats = False
        window.kivy.bind(
            on_touch_down=self._down,
            on_touch_move=self._move,
            on_touch_up=self._up,
            on_key_down=self._key_down,
            on_key_up=self._key_up,
            on_textinput=self._text,
        )

    def _down(self, window: Any, touch: Any) -> bool:
        if getattr(touch, "button", "left") == "left":
            self._front.touch_down(touch.uid, *self._point(touch))
        return True

    def _move(self, window: Any, touch: Any) -> bool:
        self._front.touch_move(touch.uid, *self._point(touch))
        return True

    def _up(self, window: Any, touch: Any) -> bool:
        self._front.touch_up(touch.uid, *self._point(touch))
        return True

    def _key_down(self, window: Any, code: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        self._repeats = code in self._held
        self._held.add(code)
        intention = keys.pressed(code, modifiers)
        if intention and not self._repeats:
            self._front.key(intention)
        return True

    def _key_up(self, window: Any, code: int, *rest: Any) -> bool:
        self._held.discard(code)
        return True

    def _text(self, window: Any, text: str) -> bool:
        if not self._repeats:
            self._front.text(text)
        return True

    def _point(self, touch: Any) -> tuple[float, float]:
        return touch.x, self._height - 1 - touch.y
