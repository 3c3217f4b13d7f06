"""The few functions of Kivy's bundled SDL2 that Kivy does not offer: sleeping until something happens, and being woken."""

from __future__ import annotations

import ctypes
import importlib.util
from contextlib import suppress
from functools import cache
from math import ceil
from pathlib import Path

_INIT_VIDEO = 0x20
_INIT_JOYSTICKS = 0x200 | 0x2000  # joysticks and game controllers
_SOFTWARE_DRIVER = "swrast_dri.so"  # one file with other names for other graphics (Debian 12)
_EVENT_BYTES = 56  # sizeof(SDL_Event) in SDL 2
_ADD_EVENT = 0  # SDL_ADDEVENT


class SdlError(RuntimeError):
    """SDL is not there, or refused."""


class _DisplayMode(ctypes.Structure):
    _fields_ = [
        ("format", ctypes.c_uint32),
        ("w", ctypes.c_int),
        ("h", ctypes.c_int),
        ("refresh_rate", ctypes.c_int),
        ("driverdata", ctypes.c_void_p),
    ]


class _Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_uint32), ("padding", ctypes.c_uint8 * _EVENT_BYTES)]


@cache
def library() -> ctypes.CDLL:
    """The very SDL2 that Kivy uses: a second copy would have a queue of its own.

    Raises SdlError when Kivy was not installed from its wheel.
    """
    spec = importlib.util.find_spec("kivy")
    if spec is None or spec.origin is None:
        raise SdlError("Kivy is not installed")
    bundled = Path(spec.origin).parent.parent / "Kivy.libs"
    found = sorted(bundled.glob("libSDL2-2*.so*"))
    if not found:
        raise SdlError("Kivy was installed without its own SDL2")
    sdl = ctypes.CDLL(str(found[0]))
    sdl.SDL_GetError.restype = ctypes.c_char_p
    sdl.SDL_RegisterEvents.restype = ctypes.c_uint32
    sdl.SDL_WaitEventTimeout.argtypes = [ctypes.c_void_p, ctypes.c_int]
    sdl.SDL_PeepEvents.argtypes = [ctypes.POINTER(_Event), ctypes.c_int, ctypes.c_int, ctypes.c_uint32, ctypes.c_uint32]
    return sdl


def display_size() -> tuple[int, int]:
    """Width and height in px of the first display. Raises SdlError when there is none."""
    mode = _DisplayMode()
    sdl = library()
    if sdl.SDL_InitSubSystem(_INIT_VIDEO) or sdl.SDL_GetDesktopDisplayMode(0, ctypes.byref(mode)):
        raise SdlError(sdl.SDL_GetError().decode(errors="replace"))
    return mode.w, mode.h


def load_opengl() -> None:
    """Make OpenGL ready on this display, which takes longer than opening a window then; what fails, fails again there.

    Python may run on meanwhile in other threads, but none of them may use SDL.
    """
    sdl = library()
    if sdl.SDL_InitSubSystem(_INIT_VIDEO) == 0:
        sdl.SDL_GL_LoadLibrary(None)


def preload_opengl() -> None:
    """Map what drawing in software needs, so that forked processes share it: LLVM's relocations alone are 8 MiB. Needs no display.

    Where Mesa is elsewhere or the machine draws in hardware, nothing is mapped before it is needed.
    """
    for driver in sorted(Path("/usr/lib").glob(f"*/dri/{_SOFTWARE_DRIVER}")):
        with suppress(OSError):
            ctypes.CDLL(str(driver))


def close_joysticks() -> None:
    """Kivy opens every game controller: nobody needs one here, and an open one makes SDL poll a thousand times a second."""
    library().SDL_QuitSubSystem(_INIT_JOYSTICKS)


class Alarm:
    """Lets one thread sleep in SDL until input arrives or another thread rings."""

    def __init__(self) -> None:
        self._sdl = library()
        self._event = _Event(type=self._sdl.SDL_RegisterEvents(1))

    def sleep(self, seconds: float) -> None:
        """Return when an event waits in SDL's queue (it stays there), or after `seconds`."""
        self._sdl.SDL_WaitEventTimeout(None, max(0, ceil(seconds * 1000)))

    def ring(self) -> None:
        """End the sleep, from any thread. Ringing while nobody sleeps ends the next sleep."""
        # SDL_PushEvent would ask Kivy's event filter, which waits for the GIL and holds a lock of SDL meanwhile: the main
        # thread, hiding or showing the window, has the GIL and waits for that lock.
        self._sdl.SDL_PeepEvents(ctypes.byref(self._event), 1, _ADD_EVENT, 0, 0)
