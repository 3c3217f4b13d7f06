"""What is offered, put together: how long a need takes, who serves it, and when one could come at all. No I/O."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from terminal.central.appointments.model import Need, Slot
from terminal.central.appointments.offer import Concern, Counter, Policy
from terminal.central.offices import Calendar, Office, in_town, openings_on
from terminal.central.offices.opening import TOWN_ZONE
from terminal.values import valueclass


@valueclass(frozen=True)
class Lane:
    """One place of a counter: a citizen at a time."""

    counter: str
    number: int

    @property
    def key(self) -> str:
        """Its name in hrefs and codes, such as ``schalter-1-2``."""
        return f"{self.counter}-{self.number}"


@valueclass(frozen=True)
class Practice:
    """The town's configuration, as far as appointments go. `town` tells this town's codes from others'."""

    town: str
    offices: tuple[Office, ...]
    calendar: Calendar
    concerns: tuple[Concern, ...]
    counters: tuple[Counter, ...]
    policy: Policy

    def office(self, office_id: str) -> Office | None:
        """The office with this id."""
        return next((office for office in self.offices if office.id == office_id), None)

    def concern(self, concern_id: str) -> Concern | None:
        """The concern with this id."""
        return next((concern for concern in self.concerns if concern.id == concern_id), None)

    def minutes(self, need: Need) -> int | None:
        """How long `need` takes, in whole steps of the grid; None when it is not offered so."""
        concerns = [(self.concern(wish.concern), wish.persons) for wish in need.wishes]
        total = 0.0
        for concern, persons in concerns:
            if concern is None or not 1 <= persons <= concern.most_persons:
                return None
            total += concern.minutes * (1 + concern.further_person * (persons - 1))
        ids = {wish.concern for wish in need.wishes}
        if not ids or len(ids) < len(concerns) or len(ids) > self.policy.most_concerns:
            return None
        grid = self.policy.grid_minutes
        return int(-(-total // grid)) * grid

    def lanes(self, need: Need, office: str) -> tuple[Lane, ...]:
        """The places at `office` that serve all of `need`, in the order written."""
        asked = [concern.counters for wish in need.wishes if (concern := self.concern(wish.concern))]
        return tuple(
            Lane(counter.id, number)
            for counter in self.counters
            if counter.office == office and all(not allowed or counter.id in allowed for allowed in asked)
            for number in range(1, counter.lanes + 1)
        )

    def possible(self, need: Need, office_id: str, first: date, last: date, now: datetime) -> Iterator[Slot]:
        """Slots within hours, lead time and window, whether taken or not, in order of time."""
        office, minutes = self.office(office_id), self.minutes(need)
        if office is None or minutes is None:
            return
        earliest = now + timedelta(minutes=self.policy.lead_minutes)
        today = in_town(now).date()
        day = max(first, today)
        while day <= min(last, today + timedelta(days=self.policy.window_days)):
            for opens, closes in _whole(openings_on(office.hours, self.calendar, day)):
                for start in self._grid(max(opens, earliest), closes, minutes):
                    yield Slot(start, minutes, office_id)
            day += timedelta(days=1)

    def still_offered(self, need: Need, slot: Slot, now: datetime) -> bool:
        """Whether `slot` may be taken for `need`. The lead time may have begun while the citizen was choosing."""
        day = in_town(slot.start).date()
        shown = now - timedelta(minutes=self.policy.lead_minutes)
        return slot.start > now and any(slot == other for other in self.possible(need, slot.office, day, day, shown))

    def _grid(self, opens: datetime, closes: datetime, minutes: int) -> Iterator[datetime]:
        step, length = timedelta(minutes=self.policy.grid_minutes), timedelta(minutes=minutes)
        start = opens + (_EPOCH - opens) % step
        while start + length <= closes:
            yield start
            start += step


def day_in_utc(day: date) -> tuple[datetime, datetime]:
    """First and last moment (excluded) of a day in the town's calendar: 23, 24 or 25 hours."""
    first, last = (datetime.combine(day + timedelta(days=n), time(), TOWN_ZONE).astimezone(UTC) for n in (0, 1))
    return first, last


_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def _whole(openings: tuple[tuple[datetime, datetime], ...]) -> Iterator[tuple[datetime, datetime]]:
    pending: tuple[datetime, datetime] | None = None
    for opens, closes in openings:
        if pending and opens == pending[1]:
            pending = (pending[0], closes)
            continue
        if pending:
            yield pending
        pending = (opens, closes)
    if pending:
        yield pending
