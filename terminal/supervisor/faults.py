"""Why a kiosk is out of order."""

from enum import Enum


class Fault(Enum):
    """The codes on the out-of-order screen, in events and alerts. docs/operations.md explains them to staff."""

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
