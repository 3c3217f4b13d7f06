"""A loudspeaker that counts instead of playing."""

from collections.abc import Mapping
from typing import Any


class SimulatedLoudspeaker:
    """`rung`: how often the signal was to be heard in this visit."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        """See `hardware.sound.loudspeaker.Loudspeaker`."""
        self.rung += 1

    def asked(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """See `terminal.desk.dock`: "sounds"."""
        return {"ok": True, "rung": self.rung}
