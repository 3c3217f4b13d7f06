"""What the supervisor needs of a configuration, as plain values."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from terminal.values import valueclass

READY_S = 15.0
"""From `configure` to `warm` at the latest."""

SHOW_S = 5.0
"""From `show` to `shown` at the latest."""

LONGEST_CLOSING_S = 10.0
"""When the kiosk stops, nobody closes longer than this, whatever the configuration says."""


@valueclass(frozen=True)
class Settings:
    """See `config.schema.supervisor`; seconds, except where the name says hours."""

    hang_s: float = 3.0
    recycle_idle_h: float = 4.0
    silent_closing_s: float = 10.0
    out_of_order_after: int = 3
    out_of_order_window_s: float = 30.0
    out_of_order_retry_s: float = 30.0
    alert_url: str | None = None
    alert_token_file: str | None = None
    appointments: bool = False
    """Whether a journey needs a calendar."""
    catalogue: bool = False
    """Whether a journey offers services."""
    cards: bool = False
    """Whether a journey reads identity cards."""
    calendar_url: str | None = None
    """Where it is, unless it is the server that comes with the kiosk."""
    calendar_listen: str | None = None
    calendar_certificate: str | None = None
    calendar_key_file: str | None = None
    calendar_password_file: str | None = None


@valueclass(frozen=True)
class Taken:
    """A valid configuration. `source`: "files", "last-good" or "shipped". `digest`: SHA-256, hexadecimal."""

    snapshot: Mapping[str, Any]
    digest: str
    source: str
    files: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @property
    def mark(self) -> str:
        """The digest's first 16 digits, as events and status show it."""
        return self.digest[:16]


@valueclass(frozen=True)
class Reading:
    """What came of reading the files: `problems` of the files, and what can be used, in spite of them or without."""

    taken: Taken
    problems: tuple[str, ...] = ()
