"""The one window, and what is kept from it: everything that could close, move, resize or leave the kiosk.

Call `environment.prepare` first. Kivy owns a single window for each process, so this is opened once and never closed: the end
of the process closes it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from screens import sdl
from screens.primitives import Rect

if TYPE_CHECKING:
    from PIL import Image

_GL_RENDERER = 0x1F01
_GL_SCISSOR_TEST = 0x0C11

# Drivers that draw in memory and copy to the X window: the back buffer still holds the last frame after a swap.
_COPYING_RENDERERS = ("llvmpipe", "softpipe")
_DAMAGE = frozenset({"windowexposed", "windowshown", "windowrestored", "windowmaximized"})
_REFUSED = ("quit", "drop", "joy", "mousewheel", "windowresized", "windowminimized", "windowmaximized")
_LEFT = 1


class _EventSieve:
    """Stands between SDL and Kivy: swallows events that have no place in a kiosk, and notes when the screen was damaged."""

    def __init__(self, storage: Any) -> None:
        self._storage = storage
        self.damaged: Callable[[], None] = lambda: None

    def poll(self) -> Any:
        """The next event as Kivy expects it: False when there is none, None for one to skip."""
        event = self._storage.poll()
        if not event:
            return event
        if event[0] in _DAMAGE:
            self.damaged()
        return None if _refused(event) else event

    def __getattr__(self, name: str) -> Any:
        return getattr(self._storage, name)


def _refused(event: tuple[Any, ...]) -> bool:
    if event[0].startswith("mousebutton"):
        return bool(event[3] != _LEFT)
    return bool(event[0].startswith(_REFUSED))


class KioskWindow:
    """The window of this process; `kivy` is Kivy's own object, for binding touches and keys."""

    def __init__(self) -> None:
        from kivy.core.window import Window  # importing it opens the window

        self.kivy: Any = Window
        self._sieve = _EventSieve(Window._win)
        Window._win = self._sieve
        Window.set_title(os.environ.get("SDL_VIDEO_X11_WMCLASS", ""))
        self._standing = False
        Window.bind(on_request_close=lambda *_, **__: True, on_hide=self._hidden)
        sdl.close_joysticks()
        self.renderer = _renderer()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px."""
        return int(self.kivy.width), int(self.kivy.height)

    @property
    def canvas(self) -> Any:
        """What a `Painter` draws on."""
        return self.kivy.canvas

    @property
    def keeps_back_buffer(self) -> bool:
        """Whether drawing a part of the next frame is enough, because the rest is still there."""
        on_x11 = os.environ.get("SDL_VIDEODRIVER", "x11") == "x11"
        return on_x11 and self.renderer.startswith(_COPYING_RENDERERS)

    def on_damage(self, fn: Callable[[], None]) -> None:
        """`fn` is called when the display server has lost what stood in the window."""
        self._sieve.damaged = fn

    def show(self) -> None:
        """Map the window above all others; the loop draws it completely in its next turn."""
        self._standing = True
        self.kivy.show()
        self.kivy.raise_window()
        self._sieve.damaged()

    def hide(self) -> None:
        """Take the window off the display; it stays warm."""
        self._standing = False
        self.kivy.hide()

    def _hidden(self, *_: Any) -> None:
        """Somebody else took the window off the display: it comes back."""
        if self._standing:
            self.show()

    def draw(self, rect: Rect | None = None) -> None:
        """Draw the canvas into the back buffer: all of it, or only inside `rect` (px, origin top left)."""
        from kivy.graphics.opengl import glDisable, glEnable, glScissor

        if rect is None:
            self.kivy.dispatch("on_draw")
            return
        glEnable(_GL_SCISSOR_TEST)
        glScissor(rect.x, self.size[1] - rect.bottom, rect.w, rect.h)
        self.kivy.dispatch("on_draw")
        glDisable(_GL_SCISSOR_TEST)

    def finish(self) -> None:
        """Wait until all that has been drawn is really in the back buffer."""
        from kivy.graphics.opengl import glFinish

        glFinish()

    def flip(self) -> None:
        """Hand the back buffer to the display."""
        self.kivy.dispatch("on_flip")

    def pixels(self) -> bytes:
        """The whole picture as it stands now, RGB, lowest row first."""
        from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels

        self.draw()
        read = glReadPixels(0, 0, *self.size, GL_RGB, GL_UNSIGNED_BYTE)
        self.flip()
        return bytes(read)

    def picture(self) -> Image.Image:
        """What stands on the canvas now, drawn anew, as a picture in RGB. Only for tests and for whoever simulates a kiosk."""
        from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels
        from PIL import Image

        self.draw()
        data = bytes(glReadPixels(0, 0, *self.size, GL_RGB, GL_UNSIGNED_BYTE))
        self.flip()
        return Image.frombytes("RGB", self.size, data).transpose(Image.Transpose.FLIP_TOP_BOTTOM)

    def clear_colour(self, rgb: str) -> None:
        """What lies under everything that is painted, as "#RRGGBB"; takes effect at the next full redraw."""
        red, green, blue = bytes.fromhex(rgb.removeprefix("#"))
        self.kivy.clearcolor = (red / 255, green / 255, blue / 255, 1)


def _renderer() -> str:
    from kivy.graphics.opengl import glGetString

    name = glGetString(_GL_RENDERER)
    return name.decode(errors="replace") if isinstance(name, bytes) else str(name)
