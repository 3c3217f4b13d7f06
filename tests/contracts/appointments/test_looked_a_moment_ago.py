"""A visit takes a time that it has seen free a moment ago; meanwhile the world went on."""

import pytest

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.model import Hold
from terminal.central.appointments.refusals import SlotTaken
from tests.contracts.appointments.faulty import Loss, faulty
from tests.contracts.appointments.servers import Running
from tests.contracts.appointments.town import MOVE, PASS, Desk, at, free, held, op


def test_a_counter_that_somebody_else_took_since_is_not_given_twice(desk: Desk) -> None:
    book = desk.kiosk()
    slot = free(book, PASS, desk.office)[0]
    taken = held(desk.kiosk(), PASS, slot).counter
    assert {taken, held(book, PASS, slot).counter} == {"c1", "c2"}
    assert book.hold(op(), PASS, slot) == SlotTaken()


def test_a_longer_appointment_that_somebody_else_began_earlier_since_is_not_overlapped(desk: Desk) -> None:
    desk.lanes = (1,)
    book, other = desk.kiosk(), desk.kiosk()
    slot = next(slot for slot in free(book, PASS, desk.office) if slot.start == at(9, 15))
    held(other, MOVE, next(slot for slot in free(other, MOVE, desk.office) if slot.start == at(9)))
    assert book.hold(op(), PASS, slot) == SlotTaken()


def test_a_time_that_staff_blocked_since_is_taken(desk: Desk) -> None:
    book = desk.kiosk()
    slot = free(book, PASS, desk.office)[0]
    desk.block(slot.start, slot.end)
    assert book.hold(op(), PASS, slot) == SlotTaken()


def test_a_time_that_became_free_since_can_be_taken(desk: Desk) -> None:
    desk.lanes = (1,)
    book, other, key = desk.kiosk(), desk.kiosk(), op()
    slot = free(other, PASS, desk.office)[0]
    held(other, PASS, slot, key)
    assert slot not in free(book, PASS, desk.office)
    other.release(key)
    assert isinstance(book.hold(op(), PASS, slot), Hold)


def test_doing_it_again_finds_what_was_done(desk: Desk) -> None:
    book, key = desk.kiosk(), op()
    slot = free(book, PASS, desk.office)[0]
    assert held(book, PASS, slot, key) == held(book, PASS, slot, key)
    assert isinstance(desk.kiosk().hold(op(), PASS, slot), Hold), "one counter is still free"


@pytest.mark.parametrize(("seconds", "looks"), [(0, 2), (59, 2), (61, 6)])
def test_what_was_seen_is_believed_for_a_minute(servers: dict[str, Running], seconds: int, looks: int) -> None:
    """After the claim the office and its month are looked at in any case; before it, the months beside it as well."""
    served = Desk(servers["radicale"].launch.account)
    assert isinstance(served.kept, Account)
    with faulty(served.kept) as (line, account):
        book = served.kiosk(account)
        free(book, PASS, served.office)
        served.clock.pass_by(seconds=seconds)
        line.arm(Loss.BEFORE, at=1000)
        held(book, PASS, free(served.kiosk(), PASS, served.office)[-1])
    assert line.seen.count("REPORT") == looks
