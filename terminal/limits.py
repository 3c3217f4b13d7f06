"""Against misuse: how often one kiosk does something within an hour.

The supervisor remembers over visits what was spent, without knowing on what (`terminal.supervisor.tally`); a visit gets the ages
when it comes to the screen, counts on by itself, and reports each.
"""

from collections.abc import Callable, Mapping, Sequence

from terminal.moments import Clock

BOOKING = "booking"
WRONG_CODE = "wrong-code"
LETTER = "mail"
"""Every try counts: trying out addresses is misuse, too."""

SPENDINGS = frozenset({BOOKING, WRONG_CODE, LETTER})

_HOUR_S = 3600.0


class Limits:
    """`most` within an hour of each kind; `tell` hears what is spent. Used by one thread at a time."""

    def __init__(self, most: Mapping[str, int], clock: Clock, tell: Callable[[str], None]) -> None:
        self._most = most
        self._clock = clock
        self._tell = tell
        self._spent: dict[str, list[float]] = {kind: [] for kind in most}

    def remember(self, ages_s: Mapping[str, Sequence[int]]) -> None:
        """What visits before this one have spent, by how many seconds ago that was."""
        now_s = self._now_s()
        self._spent = {kind: [now_s - age_s for age_s in ages_s.get(kind, ())] for kind in self._most}

    def allows(self, kind: str) -> bool:
        """Whether one more is allowed now."""
        return sum(self._now_s() - at_s < _HOUR_S for at_s in self._spent[kind]) < self._most[kind]

    def spend(self, kind: str) -> None:
        """One more."""
        self._spent[kind].append(self._now_s())
        self._tell(kind)

    def _now_s(self) -> float:
        return self._clock.now().timestamp()
