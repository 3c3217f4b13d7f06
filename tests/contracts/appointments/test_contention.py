"""Many kiosks at once, each with connections of its own, against real servers."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import combinations
from typing import TypeVar

import pytest

from terminal.central.appointments.book import Book
from terminal.central.appointments.model import Appointment, Hold, Need, Slot
from terminal.central.appointments.port import BookUnavailableError
from terminal.central.appointments.refusals import SlotTaken
from tests.contracts.appointments.servers import Running
from tests.contracts.appointments.town import ERIKA, LICENCE, MOVE, PASS, Desk, at, free, op

R = TypeVar("R")


def all_at_once(tasks: list[Callable[[], None]]) -> None:
    """Runs every task on a thread of its own, none before all are there."""
    gate = threading.Barrier(len(tasks))

    def run(task: Callable[[], None]) -> None:
        gate.wait()
        task()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def insist(attempt: Callable[[], R]) -> R:
    """As a citizen who presses "try again" until there is an answer."""
    for _ in range(20):
        try:
            return attempt()
        except BookUnavailableError:
            continue
    raise AssertionError("no answer in twenty tries")


def take(book: Book, need: Need, slot: Slot) -> Hold | SlotTaken:
    key = op()
    return insist(lambda: book.hold(key, need, slot))


def keep(book: Book, hold: Hold) -> Appointment:
    key = op()
    appointment = insist(lambda: book.confirm(key, hold, ERIKA))
    assert isinstance(appointment, Appointment)
    return appointment


def lanes_are_never_shared(appointments: list[Appointment]) -> bool:
    by_lane: dict[str, list[Appointment]] = {}
    for one in appointments:
        by_lane.setdefault(one.id.split(":")[2].partition(".")[0], []).append(one)
    return all(
        first.slot.end <= second.slot.start or second.slot.end <= first.slot.start
        for lane in by_lane.values()
        for first, second in combinations(lane, 2)
    )


def test_of_many_clients_on_ten_slots_exactly_ten_get_one(served: Desk) -> None:
    share_out_ten_slots(served, 30)


@pytest.mark.slow
def test_of_two_hundred_clients_on_ten_slots_exactly_ten_get_one(servers: dict[str, Running]) -> None:
    share_out_ten_slots(Desk(servers["radicale"].launch.account), 200)


def share_out_ten_slots(desk: Desk, clients: int) -> None:
    desk.lanes = (1,)
    slots = free(desk.kiosk(), PASS, desk.office)[:10]
    holds: list[Hold] = []
    booked: list[Appointment] = []

    def visit(slot: Slot) -> None:
        book = desk.kiosk()
        hold = take(book, PASS, slot)
        if isinstance(hold, Hold):
            holds.append(hold)
            booked.append(keep(book, hold))

    all_at_once([lambda slot=slots[n % 10]: visit(slot) for n in range(clients)])  # type: ignore[misc]
    assert sorted(hold.slot for hold in holds) == sorted(slots)
    assert sorted(appointment.slot for appointment in booked) == sorted(slots)
    assert set(slots).isdisjoint(free(desk.kiosk(), PASS, desk.office))


def test_needs_of_different_length_never_share_a_counter_nor_a_blocked_time(served: Desk) -> None:
    served.lanes = (1, 1, 1)
    served.block(at(9, 30), at(10, 15))
    served.block(at(8), at(8, 45), "c3")
    booked: list[Appointment] = []

    def kiosk(need: Need, order: int) -> None:
        book = served.kiosk()
        for _ in range(4):
            slots = insist(lambda: free(book, need, served.office))
            if not slots:
                return
            slot = slots[0] if order else slots[len(slots) // 2]
            hold = take(book, need, slot)
            if isinstance(hold, Hold):
                booked.append(keep(book, hold))

    needs = (PASS, MOVE, LICENCE, MOVE)
    all_at_once([lambda n=n: kiosk(needs[n % 4], n % 2) for n in range(6)])  # type: ignore[misc]
    assert len(booked) > 6
    assert lanes_are_never_shared(booked)
    assert {one.counter for one in booked if one.need == LICENCE} <= {"c2"}
    blocked = [(at(9, 30), at(10, 15), ("c1", "c2", "c3")), (at(8), at(8, 45), ("c3",))]
    assert not any(overlaps(one, *times) for one in booked for times in blocked)


def overlaps(one: Appointment, start: datetime, end: datetime, counters: tuple[str, ...]) -> bool:
    return one.counter in counters and one.slot.start < end and start < one.slot.end


@pytest.mark.parametrize("round_", range(3))
def test_of_two_overlapping_starts_wanted_at_once_one_is_given(served: Desk, round_: int) -> None:
    served.lanes = (1,)
    first = Slot(at(9), 45, served.office)
    wanted = [Slot(first.start + timedelta(minutes=15 * n), 45, served.office) for n in range(3)]
    holds: list[Hold] = []

    def visit(slot: Slot) -> None:
        hold = take(served.kiosk(), MOVE, slot)
        if isinstance(hold, Hold):
            holds.append(hold)

    all_at_once([lambda slot=slot: visit(slot) for slot in wanted])  # type: ignore[misc]
    assert len(holds) == 1
