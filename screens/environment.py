"""What Kivy and SDL must be told before they are imported for the first time.

Kivy reads its settings while it is imported, so this module imports nothing of it at the top. Kivy is left without a home,
a configuration file, a log file and a clipboard program: nothing that a citizen types can reach the disk through it.
"""

import importlib
import os
import sys
from functools import cache
from pathlib import Path
from threading import Thread
from types import ModuleType

from screens import sdl
from screens.desktop import has_window_manager

_SETTINGS = {
    "KIVY_NO_ARGS": "1",  # else it reads our command line
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_ENV_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",  # no handlers of its own, and no hand on sys.stderr
    "KIVY_HOME": "/dev/null/kivy",  # a place where nothing can ever be created
    "KIVY_WINDOW": "sdl2",
    "KIVY_TEXT": "sdl2",
    "KIVY_IMAGE": "sdl2",
    "KIVY_CLIPBOARD": "dummy",  # xclip would outlive the visit, with the copied word in it
    "KIVY_AUDIO": "none",
    "KIVY_VIDEO": "none",
    "KIVY_CAMERA": "none",
    "KIVY_SPELLING": "none",
    "SDL_VIDEO_X11_WMCLASS": "Bürger-Terminal",
    "SDL_NO_SIGNAL_HANDLERS": "1",  # SIGTERM and SIGINT belong to the visit, not to SDL's quit event
    "SDL_VIDEO_X11_XINPUT2": "1",
    "SDL_TOUCH_MOUSE_EVENTS": "1",  # the first finger is the mouse, further ones are nothing
    "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",  # else a press in the 10 ms around the gain of the focus is nothing
    "SDL_IME_SHOW_UI": "0",
}

_C_LIBRARY = "libc.so.6"
_OTHER_INPUTS = ("tuio", "probesysfs", "mtdev", "hidinput", "linuxwacom", "leapfinger")
_KIVY = ("kivy.base", "kivy.graphics", "kivy.core.text")

_CONFIG = {
    ("kivy", "desktop"): "1",  # without it hiding and showing a window do nothing
    ("kivy", "exit_on_escape"): "0",
    ("kivy", "pause_on_minimize"): "0",
    ("kivy", "keyboard_mode"): "",
    ("kivy", "log_level"): "warning",
    ("graphics", "maxfps"): "0",  # our loop paces; Kivy's clock must not sleep
    ("graphics", "vsync"): "0",
    ("graphics", "multisamples"): "0",
    ("graphics", "show_cursor"): "0",
    ("graphics", "resizable"): "0",
    ("graphics", "rotation"): "0",
    ("graphics", "allow_screensaver"): "0",
    ("graphics", "position"): "custom",
    ("graphics", "left"): "0",
    ("graphics", "top"): "0",
    ("input", "mouse"): "mouse,disable_multitouch",
}


_NO_WIDGETS = Path(__file__).parent / "no_widgets"  # a style.kv without rules


def tame_kivy() -> None:
    """Set the environment of Kivy and SDL; enough for measuring text. Does nothing once Kivy has been imported."""
    if "kivy" not in sys.modules:
        os.environ.update(_SETTINGS)
        if not _has_session_bus():
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # else SDL would start one that outlives the visit
        # SDL would rather draw where nobody looks than say that there is no display.
        os.environ.setdefault("SDL_VIDEODRIVER", "x11")


def _has_session_bus() -> bool:
    """Where a desktop has one, SDL keeps its screen saver away through it. Both places as libdbus knows them."""
    place = os.environ.get("XDG_RUNTIME_DIR")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or bool(place and os.path.exists(os.path.join(place, "bus")))


@cache
def import_kivy() -> None:
    """Once: what takes time and needs neither window nor display."""
    tame_kivy()
    _load_clock_alone()
    _load_without_widget_rules()
    _leave_out_widgets_and_devices()
    for module in _KIVY:
        importlib.import_module(module)


@cache
def begin_opengl() -> Thread:
    """Once: make OpenGL ready on the thread returned; until that ends nobody else may use SDL."""
    tame_kivy()
    opengl = Thread(target=sdl.load_opengl)
    opengl.start()
    return opengl


def load_kivy() -> Thread:
    """Import Kivy while OpenGL gets ready: see `begin_opengl`."""
    opengl = begin_opengl()
    import_kivy()
    return opengl


def _load_clock_alone() -> None:
    """Kivy's clock without two modules that it hardly uses: importing them is a third of what importing Kivy takes.

    asyncio is for applications that run in its loop; we have a loop of our own. `ctypes.util` asks another program, ldconfig, what
    the C library is called.
    """
    if "asyncio" in sys.modules or "ctypes.util" in sys.modules:
        return
    _stand_in("asyncio", wait_for=None)
    _stand_in("ctypes.util", find_library=lambda name: _C_LIBRARY)
    try:
        importlib.import_module("kivy.clock")
    finally:
        del sys.modules["asyncio"], sys.modules["ctypes.util"]


def _leave_out_widgets_and_devices() -> None:
    """What Kivy's window imports and a kiosk never uses: what widgets do with keys, and input past the window, from devices and the network."""
    _stand_in("kivy.uix.behaviors", FocusBehavior=_NoFocus)
    for name in _OTHER_INPUTS:
        _stand_in(f"kivy.input.providers.{name}")


class _NoFocus:
    """Where no widget is, none has the focus."""

    @staticmethod
    def _handle_post_on_touch_up(touch: object) -> None:
        """Kivy's window calls this at the end of every touch."""


def _stand_in(name: str, **contents: object) -> None:
    """Whoever imports `name` finds these `contents`, until it is taken out of `sys.modules`."""
    module = sys.modules[name] = ModuleType(name)
    module.__dict__.update(contents)


def _load_without_widget_rules() -> None:
    """Importing `kivy.lang` reads the rules of all widgets (style.kv), which takes longer than the rest of Kivy. We have no widget."""
    import kivy

    folder = kivy.kivy_data_dir
    kivy.kivy_data_dir = str(_NO_WIDGETS)
    try:
        importlib.import_module("kivy.lang")
    finally:
        kivy.kivy_data_dir = folder


def prepare(*, size: tuple[int, int] | None, hidden: bool, title: str) -> None:
    """Settle what the window will be; call it before `screens.window` opens it.

    `size` is the window's in px, without border at the upper left corner of the display; None fills the display. `hidden` opens
    it unseen, as a spare. `title` is what a desktop's task list shows.
    Raises SdlError when `size` is None and there is no display.
    """
    load_kivy().join()
    from kivy.config import Config

    for name, _ in list(Config.items("input")):
        if name != "mouse":  # every other provider would deliver each touch a second time
            Config.remove_option("input", name)
    for (section, key), value in _CONFIG.items():
        Config.set(section, key, value)
    width, height = size or sdl.display_size()  # a hidden full screen would not know its size before it is shown
    Config.set("graphics", "width", str(width))
    Config.set("graphics", "height", str(height))
    Config.set("graphics", "borderless", "1")
    # A window manager must be asked for the whole screen. Where there is none, asking only costs 0.1 s at every hand-over.
    Config.set("graphics", "fullscreen", "auto" if size is None and has_window_manager() else "0")
    Config.set("graphics", "window_state", "hidden" if hidden else "visible")
    os.environ["SDL_VIDEO_X11_WMCLASS"] = title
