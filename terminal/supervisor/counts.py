"""How often what happened since the supervisor began; nothing that leads to a person."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date

from terminal.events import EventId


@dataclass
class Counts:
    """`visits_today` begins anew at midnight (the machine's time zone); all others since the start."""

    today: Callable[[], date] = date.today
    visits_today: int = 0
    shown: int = 0
    fronts_lost: int = 0
    spares_lost: int = 0
    closings_overdue: int = 0
    card_troubles: int = 0
    reports_refused: int = 0

    def __post_init__(self) -> None:
        self._day = self.today()

    def add(self, id: EventId) -> None:
        """Count an event."""
        name = _COUNTED.get(id)
        self._turn_page()
        if name:
            setattr(self, name, getattr(self, name) + 1)

    def report(self) -> dict[str, int]:
        """All counts by name."""
        self._turn_page()
        return {name: value for name, value in asdict(self).items() if name != "today"}

    def _turn_page(self) -> None:
        if self.today() != self._day:
            self._day, self.visits_today = self.today(), 0


_COUNTED = {
    EventId.VISIT_BEGAN: "visits_today",
    EventId.FRONT_SHOWN: "shown",
    EventId.FRONT_LOST: "fronts_lost",
    EventId.SPARE_LOST: "spares_lost",
    EventId.CLOSING_OVERDUE: "closings_overdue",
    EventId.CARD_TROUBLE: "card_troubles",
}
