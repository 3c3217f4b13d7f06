"""Processes lost before they were of use, counted; and how far apart that puts the next tries."""

from collections.abc import Callable

from .child import Child
from .processes import Exit

_FIRST_WAIT_S = 0.5


class Losses:
    """Processes lost before they were of use: at the start until one is warm, on the screen until one stays there."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._starting: list[float] = []
        self._on_screen: list[float] = []

    @property
    def on_screen(self) -> bool:
        """Whether being shown is what kills them."""
        return bool(self._on_screen)

    def unborn(self) -> None:
        """One could not even be spawned."""
        self._starting.append(self._now())

    def add(self, child: Child, exit: Exit | None) -> None:
        """`child` is lost; `exit` is how it ended, None when it was silent."""
        if child.provoked:
            return
        if not child.started:
            self._starting.append(self._now())
        elif child.just_shown and not (exit and exit.by_kill):
            # SIGKILL comes from outside; a program that fails on its own ends otherwise.
            self._on_screen.append(self._now())

    def warm(self) -> None:
        """One has become warm: starting works."""
        self._starting.clear()

    def usable(self) -> None:
        """One has stayed on the screen: showing works."""
        self._on_screen.clear()

    def in_a_row(self, window_s: float) -> int:
        """How many at the start since one was warm, however long each took, and on the screen in the last `window_s` seconds."""
        since = self._now() - window_s
        return len(self._starting) + sum(at >= since for at in self._on_screen)

    def wait_s(self, longest_s: float) -> float:
        """Seconds to wait before the next start: none after the first loss, then doubling."""
        series = len(self._starting) + len(self._on_screen)
        return 0.0 if series < 2 else min(longest_s, _FIRST_WAIT_S * 2.0 ** min(series - 2, 30))
