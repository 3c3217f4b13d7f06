"""Wall-clock time of a visit. Inside it is UTC; only texts show the town's zone."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells what time it is."""

    def now(self) -> datetime:
        """The present moment, timezone-aware, in UTC."""


class SystemClock:
    """The machine's clock, moved by an offset that only a simulated kiosk ever sets."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """The present moment in UTC, including the offset."""
        return datetime.now(UTC) + self.offset
