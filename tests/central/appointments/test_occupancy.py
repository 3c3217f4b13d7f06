"""What is free, against the plain definition: a place is free unless something that overlaps the time takes it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from terminal.central.appointments.codes import Ref
from terminal.central.appointments.entry import Blocker, Days, Listed, Mode
from terminal.central.appointments.model import Slot
from terminal.central.appointments.occupancy import free_lanes, lanes_left
from terminal.central.appointments.practice import Lane

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
# A counter may be called as a place of another one is.
LANES = (Lane("c", 1), Lane("c", 2), Lane("c-1", 1))

moments = st.integers(-8, 16).map(lambda quarters: NOON + timedelta(minutes=15 * quarters))
lengths = st.integers(0, 12).map(lambda quarters: timedelta(minutes=15 * quarters))
lanes = st.sampled_from([lane.key for lane in LANES])
modes = st.sampled_from([Mode.HOLD, Mode.BOOKED, Mode.CANCELLED])


@dataclass(frozen=True)
class Event:
    start: datetime
    length: timedelta
    lane: str
    mode: Mode
    expires: datetime

    @property
    def listed(self) -> Listed:
        ref, end = Ref("office", self.start, self.lane), self.start + self.length
        return Listed(ref, '"1"', self.mode, "op", self.start, end, self.expires)


events = st.lists(st.builds(Event, moments, lengths, lanes, modes, moments), max_size=6)
blockers = st.lists(
    st.builds(
        lambda start, length, counter: Blocker(start, start + length, counter),
        moments,
        lengths,
        st.sampled_from(["c", "c-1", "elsewhere", None]),
    ),
    max_size=3,
)


def plainly_free(lane: Lane, days: Days, slot: Slot) -> bool:
    def overlaps(start: datetime, end: datetime) -> bool:
        return start < slot.end and slot.start < end

    blocked = any(overlaps(one.start, one.end) and one.counter in (None, lane.counter) for one in days.blockers)
    busy = any(overlaps(one.start, one.end) and one.ref.lane == lane.key and one.blocks(NOON) for one in days.listed)
    return not blocked and not busy


@given(events, blockers, st.sets(moments, min_size=1), st.sampled_from([15, 30, 90]))
def test_a_place_is_free_unless_something_that_overlaps_takes_it(
    events: list[Event], blockers: list[Blocker], starts: set[datetime], minutes: int
) -> None:
    days = Days(tuple(event.listed for event in events), tuple(blockers))
    slots = [Slot(start, minutes, "office") for start in sorted(starts)]
    expected = [[lane for lane in LANES if plainly_free(lane, days, slot)] for slot in slots]
    assert list(lanes_left(LANES, days, slots, NOON)) == expected
    assert [free_lanes(LANES, days, slot, NOON) for slot in slots] == expected
