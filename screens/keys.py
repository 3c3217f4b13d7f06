"""Keys of a keyboard or tactile keypad, as intentions."""

from screens.focus import Direction
from terminal.values import valueclass


@valueclass(frozen=True)
class MoveFocus:
    """Move the focus."""

    direction: Direction


@valueclass(frozen=True)
class Activate:
    """Press what has the focus; without focus, `submit` says whether the main action is meant."""

    submit: bool


@valueclass(frozen=True)
class Turn:
    """Turn the page by one."""

    by: int


@valueclass(frozen=True)
class Rub:
    """Take away the last character typed."""


Intention = MoveFocus | Activate | Turn | Rub

_NAMED: dict[str, Intention] = {
    "tab": MoveFocus(Direction.NEXT),
    "shift-tab": MoveFocus(Direction.PREVIOUS),
    "up": MoveFocus(Direction.UP),
    "down": MoveFocus(Direction.DOWN),
    "left": MoveFocus(Direction.LEFT),
    "right": MoveFocus(Direction.RIGHT),
    "enter": Activate(submit=True),
    "space": Activate(submit=False),
    "pageup": Turn(-1),
    "pagedown": Turn(1),
    "backspace": Rub(),
}
_SDL = {
    9: "tab", 13: "enter", 271: "enter", 8: "backspace", 273: "up", 274: "down", 275: "right", 276: "left",
    280: "pageup", 281: "pagedown",
}  # fmt: skip
"""Kivy's key codes, which are pygame 1's. The space bar comes as text: only a screen knows whether it types."""

NAMES = tuple(_NAMED)


def named(name: str) -> Intention | None:
    """The intention of a key by its name."""
    return _NAMED.get(name)


def pressed(code: int, modifiers: list[str]) -> Intention | None:
    """The intention of a key by Kivy's code; keys with Ctrl, Alt or Meta mean nothing at a kiosk."""
    if {"ctrl", "alt", "meta"} & set(modifiers):
        return None
    name = _SDL.get(code)
    if name == "tab" and "shift" in modifiers:
        name = "shift-tab"
    return _NAMED.get(name) if name else None
