"""What never reaches Kivy, and what Kivy leaves behind."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from screens.window import KioskWindow

ONE_FRAME = """
from screens import environment
environment.prepare(size=(100, 80), hidden=True, title="test")
from screens.window import KioskWindow
from screens.loop import EventDrivenLoop
from screens.paint import Painter
from screens.primitives import Glyphs, PaintGroup
from screens.typography import Face
window = KioskWindow()
loop = EventDrivenLoop(window)
Painter(window.canvas, 80, {"text": "#000000"}).paint([PaintGroup("a", (Glyphs("Text", 0, 0, Face(True, 20), "text"),))])
loop.after_frame(loop.stop)
loop.run()
print(window.size)
"""

RUNG_WHILE_IT_HIDES = """
import sys, threading, time
from screens import environment
environment.prepare(size=(100, 80), hidden=True, title="test")
from screens.sdl import Alarm
from screens.window import KioskWindow
window, alarm = KioskWindow(), Alarm()
sys.setswitchinterval(60)  # whoever has the GIL keeps it
for act in (window.show, window.hide) * 10:
    ringing = threading.Thread(target=alarm.ring)
    ringing.start()
    rung_s = time.monotonic() + 0.01
    while time.monotonic() < rung_s:
        pass  # with the GIL, as if at work, while the other thread is in SDL
    act()
    ringing.join()
print("done")
"""


def poll_instead(window: KioskWindow, monkeypatch: pytest.MonkeyPatch, *events: tuple[Any, ...]) -> list[Any]:
    """What Kivy gets to see when SDL delivers these events."""
    left = iter(events)
    storage = SimpleNamespace(poll=lambda: next(left, False))
    monkeypatch.setattr(window.kivy._win, "_storage", storage)
    return [window.kivy._win.poll() for _ in events]


@pytest.mark.parametrize(
    "event",
    [
        ("quit",),
        ("dropfile", b"/etc/passwd"),
        ("droptext", b"text"),
        ("joybuttondown", 0, 0),
        ("mousewheelup", 0, 1, None),
        ("mousebuttondown", 10, 10, 3),
        ("mousebuttonup", 10, 10, 2),
        ("windowresized", 10, 10),
        ("windowminimized",),
    ],
    ids=lambda event: str(event[0]),
)
def test_what_has_no_place_in_a_kiosk_is_swallowed(
    window: KioskWindow, monkeypatch: pytest.MonkeyPatch, event: tuple[Any, ...]
) -> None:
    assert poll_instead(window, monkeypatch, event) == [None]


def test_touches_keys_and_text_come_through(window: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    events = ("mousebuttondown", 10, 10, 1), ("keydown", 0, 97, 4, "a"), ("textinput", "a")
    assert poll_instead(window, monkeypatch, *events) == list(events)


def test_a_request_to_close_is_refused(window: KioskWindow) -> None:
    assert window.kivy.dispatch("on_request_close", source="keyboard")


def test_escape_does_not_end_anything(window: KioskWindow) -> None:
    from kivy.base import EventLoop

    window.kivy.dispatch("on_keyboard", 27, 41, None, [])
    assert not EventLoop.quit


def test_a_window_that_is_shown_or_hidden_does_not_wait_for_whoever_rings_the_alarm() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", RUNG_WHILE_IT_HIDES],
        env={**os.environ, "SDL_VIDEODRIVER": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ran.stdout == "done\n", ran.stderr


def test_a_window_leaves_no_file_behind(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "SDL_VIDEODRIVER": "offscreen"}
    environment["MESA_SHADER_CACHE_DISABLE"] = "true"  # the driver's own, which holds no texts
    for name in [name for name in environment if name.startswith("KIVY_")]:
        del environment[name]
    ran = subprocess.run(
        [sys.executable, "-c", ONE_FRAME],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stdout) == (0, "(100, 80)\n"), ran.stderr
    assert list(tmp_path.rglob("*")) == []
