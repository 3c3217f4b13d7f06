"""What is limited within an hour, over all visits: when it was spent, and nothing else."""

from collections.abc import Callable

from terminal.limits import SPENDINGS

_HOUR_S = 3600.0
_MOST = 1000
"""No limit is higher (`terminal.central.appointments.offer.Policy`), so older ones need not be known."""


class Tally:
    """`now` in seconds, of any origin."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._spent: dict[str, list[float]] = {kind: [] for kind in sorted(SPENDINGS)}

    def spend(self, kind: str) -> None:
        """One more, now."""
        self._spent[kind] = [*self._recent(kind), self._now()][-_MOST:]

    def ages_s(self) -> dict[str, list[int]]:
        """Those of the last hour, by kind and as seconds ago; kinds without any are left out."""
        now_s = self._now()
        ages = {kind: [int(now_s - at_s) for at_s in self._recent(kind)] for kind in self._spent}
        return {kind: listed for kind, listed in ages.items() if listed}

    def _recent(self, kind: str) -> list[float]:
        return [at_s for at_s in self._spent[kind] if self._now() - at_s < _HOUR_S]
