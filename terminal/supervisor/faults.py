"""Why a kiosk is out of order, and when it is: losses counted, tries spaced out."""

from collections.abc import Callable
from enum import Enum


class Fault(Enum):
    """The codes on the out-of-order screen, in events and alerts. docs/operation.md explains them to staff."""

    CONFIGURATION = 1
    """The files are broken, and there is no last good configuration."""
    VISITS_DIE = 2
    """Visit processes die again and again before anybody could use them."""
    NO_DISPLAY = 3
    """Visit processes find no display."""

    @property
    def code(self) -> str:
        """As it is shown: two digits."""
        return f"{self.value:02}"


USABLE_S = 3.0
"""A front that lived so long on the screen could be used; its loss is not one of a series."""

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

    def starting(self) -> None:
        """One was lost before it was warm."""
        self._starting.append(self._now())

    def shown(self) -> None:
        """One was lost as soon as it was shown."""
        self._on_screen.append(self._now())

    def warm(self) -> None:
        """One has become warm: starting works."""
        self._starting.clear()

    def usable(self) -> None:
        """One has stayed on the screen: showing works."""
        self._on_screen.clear()

    def within(self, window_s: float) -> int:
        """How many in the last `window_s` seconds."""
        since = self._now() - window_s
        return sum(at >= since for at in self._starting + self._on_screen)

    def wait_s(self, longest_s: float) -> float:
        """Seconds to wait before the next start: none after the first loss, then doubling."""
        series = len(self._starting) + len(self._on_screen)
        return 0.0 if series < 2 else min(longest_s, _FIRST_WAIT_S * 2.0 ** min(series - 2, 30))
