"""One window without a display for the whole session: Kivy can own only one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

os.environ["SDL_VIDEODRIVER"] = "offscreen"

from screens import environment
from screens.loop import EventDrivenLoop
from screens.paint import Painter
from screens.primitives import Rect
from screens.window import KioskWindow
from tests.screens.showcase import pages

SIZE = (400, 300)
PALETTE = {"bg": "#FFFFFF", "text": "#000000", "action": "#2044AA", "focus": "#00FF00"}


@pytest.fixture(scope="session")
def window() -> KioskWindow:
    environment.prepare(size=SIZE, hidden=False, title="test")
    opened = KioskWindow()
    opened.clear_colour(PALETTE["bg"])
    return opened


@pytest.fixture
def painter(window: KioskWindow) -> Iterator[Painter]:
    made = Painter(window.canvas, SIZE[1], PALETTE)
    yield made
    made.forget()
    # Texts are measured anew from here on, a pixel or two off perhaps: what was laid out before must not be judged by that.
    pages.cache_clear()


@pytest.fixture
def loop(window: KioskWindow) -> Iterator[EventDrivenLoop]:
    """A loop with nothing left to draw, which gives up after ten seconds instead of hanging."""
    made = EventDrivenLoop(window)
    made.invalidate(None)
    made.turn()

    def give_up() -> None:
        raise TimeoutError("the loop was never stopped")

    guard = made.call_later(10, give_up)
    yield made
    guard.cancel()


@pytest.fixture
def pixel(window: KioskWindow) -> Callable[[int, int], str]:
    """The colour at x, y (px from the top left) after drawing everything, as "#RRGGBB"."""

    def read(x: int, y: int) -> str:
        return "#{:02X}{:02X}{:02X}".format(*window.picture().getpixel((x, y)))  # type: ignore[misc]

    return read


@pytest.fixture
def drawn(window: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> list[Rect | None]:
    """What has been drawn: a rectangle, or None for the whole window."""
    calls: list[Rect | None] = []
    real = window.draw

    def draw(rect: Rect | None = None) -> None:
        calls.append(rect)
        real(rect)

    monkeypatch.setattr(window, "draw", draw)
    return calls
