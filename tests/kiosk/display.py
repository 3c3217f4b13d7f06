"""A display without a screen: an X server of our own that ends with the test run."""

import mmap
import os
import select
import struct
import subprocess
from pathlib import Path

from PIL import Image
from Xlib.display import Display

from tests.kiosk.patience import DEADLINE_S

TIED = ("setpriv", "--pdeathsig", "KILL")
"""Runs a command that dies with us, however we die."""

UNCOVERED = (255, 0, 255)
"""The colour of the display where no window is."""


def unshared_name() -> str:
    """Of a display that no other process takes when its server is gone: servers that look for a free one begin at 0."""
    return f":{10_000 + os.getpid() % 40_000}"


class VirtualDisplay:
    """Xvfb in `directory`, where it also keeps its picture. `width` and `height` in px; `name` is any free one unless it is given."""

    def __init__(self, directory: Path, width: int, height: int, name: str = "") -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.size = width, height
        ours, theirs = os.pipe()
        with open(directory / "xvfb.log", "wb") as log:
            self.process = subprocess.Popen(
                [*TIED, "Xvfb", *filter(None, [name]), "-displayfd", str(theirs), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp",
                 "-noreset", "-fbdir", str(directory)],
                pass_fds=[theirs], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        os.close(theirs)
        self.name = f":{_line(ours)}"
        self.x = Display(self.name)
        self._paint_root()
        self._picture = _FrameBuffer(directory / "Xvfb_screen0", self.size)

    def photograph(self) -> Image.Image:
        """What the display shows at this moment, in RGB."""
        return self._picture.whole()

    def pixels(self, points: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
        """What it shows at these points (px from the top left): fast, without asking the server."""
        return self._picture.at(points)

    def close(self) -> None:
        """End the server."""
        self._picture.close()
        self.lose()

    def lose(self) -> None:
        """End the server without a word to anybody."""
        self.process.kill()
        self.process.wait(DEADLINE_S)

    def _paint_root(self) -> None:
        root = self.x.screen().root
        red, green, blue = UNCOVERED
        root.change_attributes(background_pixel=red << 16 | green << 8 | blue)
        root.clear_area(0, 0, *self.size)
        self.x.sync()


class _FrameBuffer:
    """The X window dump (XWD) that Xvfb keeps up to date while it draws."""

    def __init__(self, file: Path, size: tuple[int, int]) -> None:
        self._size = size
        with open(file, "rb") as dump:
            self._map = mmap.mmap(dump.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._map[:100])
        self._stride, colours = header[12], header[19]
        self._start = header[0] + colours * 12

    def whole(self) -> Image.Image:
        data = self._map[self._start : self._start + self._stride * self._size[1]]
        return Image.frombuffer("RGB", self._size, data, "raw", "BGRX", self._stride, 1)

    def at(self, points: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
        found = []
        for x, y in points:
            place = self._start + y * self._stride + x * 4
            blue, green, red = self._map[place : place + 3]
            found.append((red, green, blue))
        return found

    def close(self) -> None:
        self._map.close()


def _line(fd: int) -> str:
    with open(fd) as answer:
        assert select.select([answer], [], [], DEADLINE_S)[0], "Xvfb does not start"
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    return number
