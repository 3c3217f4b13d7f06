"""Possible slots over the Europe/Berlin years 2026 and 2027, against the wall clock and a hand-written list of holidays."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.central.appointments.book import Book
from terminal.central.appointments.entry import Blocker
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.model import Hold, Need, Slot, Wish
from terminal.central.appointments.offer import Concern, Counter, Policy
from terminal.central.appointments.practice import Practice, day_in_utc
from terminal.central.offices import Calendar, Office

BERLIN = ZoneInfo("Europe/Berlin")
HOLIDAYS = {
    date(year, month, day)
    for year, days in {
        2026: [(1, 1), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (10, 3), (10, 31), (11, 18), (12, 25), (12, 26)],
        2027: [(1, 1), (3, 26), (3, 29), (5, 1), (5, 6), (5, 17), (10, 3), (10, 31), (11, 17), (12, 25), (12, 26)],
    }.items()
    for month, day in days
}
CLOCK_CHANGES = [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)]
HOURS = ["00:00-05:00", "08:10-12:00", "13:00-18:00"]
NEED = Need((Wish("pass", 2), Wish("move")))


class FixedClock:
    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


def practice(policy: Policy, minutes: int = 15, lanes: int = 1) -> Practice:
    week = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), HOURS)
    address = {"street": "Markt 1", "postcode": "04821", "place": "Brandis"}
    shown = {"name": {"de": "Büro"}, "summary": {"de": "Büro"}, "address": address}
    closed = [{"first": "2026-08-03", "last": "2026-08-14", "reason": {"de": "Umbau"}}]
    office = Office.model_validate({"id": "buero", **shown, "hours": {**week, "closures": closed}})
    concerns = (
        Concern(id="pass", name={"de": "Pass"}, minutes=minutes, further_person=0.5),
        Concern(id="move", name={"de": "Umzug"}, minutes=10),
    )
    counters = (Counter(id="c1", office="buero", name={"de": "S"}, lanes=lanes),)
    return Practice("brandis", (office,), Calendar(), concerns, counters, policy)


def nows() -> st.SearchStrategy[datetime]:
    days = st.sampled_from(CLOCK_CHANGES) | st.dates(date(2026, 1, 1), date(2027, 11, 1))
    minutes = st.integers(-3 * 1440, 1440)
    return st.builds(
        lambda day, m: datetime.combine(day, datetime.min.time(), UTC) + timedelta(minutes=m), days, minutes
    )


def policies() -> st.SearchStrategy[Policy]:
    return st.builds(
        Policy,
        lead_minutes=st.integers(0, 3000),
        window_days=st.integers(1, 6),
        grid_minutes=st.sampled_from([5, 10, 15, 20, 30]),
    )


def closed(day: date) -> bool:
    yearly = (day.month, day.day) in ((12, 24), (12, 31))
    return day in HOLIDAYS or yearly or date(2026, 8, 3) <= day <= date(2026, 8, 14)


def in_hours(slot: Slot) -> bool:
    """Whether every minute of it shows a time within one span of an open day on the wall clock."""
    minutes = [(slot.start + timedelta(minutes=n)).astimezone(BERLIN) for n in range(slot.minutes)]
    spans = [(0, 300), (490, 720), (780, 1080)]
    walls = [wall.hour * 60 + wall.minute for wall in minutes]
    one_span = any(all(first <= wall < last for wall in walls) for first, last in spans)
    return one_span and not any(closed(wall.date()) for wall in minutes)


@settings(max_examples=150, deadline=None)
@given(nows(), policies(), st.integers(5, 120))
def test_every_slot_lies_in_hours_after_the_lead_time_and_within_the_window(
    now: datetime, policy: Policy, minutes: int
) -> None:
    offered = practice(policy, minutes)
    today = now.astimezone(BERLIN).date()
    slots = list(offered.possible(NEED, "buero", today - timedelta(days=3), today + timedelta(days=9), now))
    length = offered.minutes(NEED)
    assert length is not None and 0 <= length - (minutes * 1.5 + 10) < policy.grid_minutes
    for slot in slots:
        assert in_hours(slot)
        assert slot.minutes == length
        assert slot.start >= now + timedelta(minutes=policy.lead_minutes)
        assert slot.start.astimezone(BERLIN).date() <= today + timedelta(days=policy.window_days)
        assert slot.start.timestamp() % (policy.grid_minutes * 60) == 0
    assert all(first.start < second.start for first, second in pairwise(slots))


@settings(max_examples=60, deadline=None)
@given(nows(), policies(), st.integers(5, 60))
def test_no_slot_that_there_could_be_is_missing(now: datetime, policy: Policy, minutes: int) -> None:
    offered = practice(policy, minutes)
    today = now.astimezone(BERLIN).date()
    length = offered.minutes(NEED)
    assert length is not None
    first, last = day_in_utc(today)[0], day_in_utc(today + timedelta(days=policy.window_days))[1]
    found = set(offered.possible(NEED, "buero", today, today + timedelta(days=9), now))
    start = first
    while start < last:
        slot = Slot(start, length, "buero")
        wanted = start >= now + timedelta(minutes=policy.lead_minutes) and in_hours(slot)
        assert (slot in found) is wanted
        start += timedelta(minutes=policy.grid_minutes)


@settings(max_examples=40, deadline=None)
@given(nows(), st.data())
def test_holds_at_one_lane_never_overlap_each_other_nor_staff(now: datetime, data: st.DataObject) -> None:
    shelf, clock = InMemoryShelf(), FixedClock(now)
    books = [Book(practice(Policy(grid_minutes=grid), 20), shelf, clock) for grid in (5, 15)]
    needs = [NEED, Need((Wish("move"),))]
    today = now.astimezone(BERLIN).date()
    blocked = data.draw(st.integers(0, 3000))
    blocker = Blocker(now + timedelta(minutes=blocked), now + timedelta(minutes=blocked + 45), None)
    shelf.block("buero", blocker)
    taken: list[Slot] = []
    for number in range(12):
        need, book = data.draw(st.sampled_from(needs)), data.draw(st.sampled_from(books))
        slots = book.free(need, "buero", today, today + timedelta(days=2))
        if slots:
            slot = data.draw(st.sampled_from(slots))
            assert isinstance(book.hold(f"{number:032x}", need, slot), Hold)
            taken.append(slot)
    spans = sorted([(slot.start, slot.end) for slot in taken] + [(blocker.start, blocker.end)])
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_days_have_23_24_or_25_hours() -> None:
    hours = [
        (last - first) // timedelta(hours=1) for first, last in map(day_in_utc, (*CLOCK_CHANGES[:2], date(2026, 6, 1)))
    ]
    assert hours == [23, 25, 24]
