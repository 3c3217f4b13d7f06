"""Answers that get lost at any request of a hold, confirm, change, cancel or check-in: the truth can be found out."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from terminal.central.appointments.book import Book
from terminal.central.appointments.model import Appointment, Confirmed, Held, Hold, Nothing, State
from terminal.central.appointments.port import BookUnavailableError
from terminal.central.appointments.refusals import CodeUnknown, HoldExpired
from tests.contracts.appointments.faulty import Line, Loss, faulty
from tests.contracts.appointments.town import ERIKA, PASS, Desk, booked, free, held, op

R = TypeVar("R")
LOST = [Loss.BEFORE, Loss.AFTER, Loss.RESET]
MOST_REQUESTS = 60


def at_every_request(line: Line, loss: Loss, story: Callable[[], None]) -> int:
    """Plays the story with the loss at its first request, then at its second, until it has no more; how many it has."""
    for number in range(MOST_REQUESTS):
        line.arm(loss, number)
        story()
        if not line.suffered:
            return number
    raise AssertionError("the story does not end")


def or_lost(attempt: Callable[[], R]) -> R | None:
    try:
        return attempt()
    except BookUnavailableError:
        return None


@pytest.mark.parametrize("loss", LOST, ids=lambda loss: loss.name)
def test_after_a_lost_answer_to_a_hold_the_truth_is_known(served: Desk, loss: Loss) -> None:
    served.lanes = (1,)
    slot = free(served.kiosk(), PASS, served.office)[0]
    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        book = served.kiosk(account)

        def story() -> None:
            key = op()
            hold = or_lost(lambda: book.hold(key, PASS, slot))
            line.heal()
            truth = book.what_happened(key) if hold is None else served.kiosk().what_happened(key)
            assert isinstance(truth, Nothing) or (isinstance(truth, Held) and truth.hold.slot == slot)
            assert hold is None or truth == Held(hold)  # type: ignore[arg-type]
            assert isinstance(book.hold(key, PASS, slot), Hold)
            book.release(key)
            assert slot in free(served.kiosk(), PASS, served.office)

        assert at_every_request(line, loss, story) > 8


@pytest.mark.parametrize("loss", LOST, ids=lambda loss: loss.name)
def test_after_a_lost_answer_to_a_confirm_there_is_one_appointment_or_none(served: Desk, loss: Loss) -> None:
    served.lanes = (1,)
    slot = free(served.kiosk(), PASS, served.office)[0]
    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        book = served.kiosk(account)

        def story() -> None:
            hold, key = held(served.kiosk(), PASS, slot), op()
            first = or_lost(lambda: book.confirm(key, hold, ERIKA))
            line.heal()
            truth = served.kiosk().what_happened(key) if first is None else Confirmed(first)  # type: ignore[arg-type]
            again = book.confirm(key, hold, ERIKA)
            assert isinstance(again, Appointment)
            if isinstance(truth, Confirmed):
                assert again == truth.appointment
            assert served.kiosk().what_happened(hold.op) == Confirmed(again)
            served.kiosk().release_unseen(key)
            assert slot in free(served.kiosk(), PASS, served.office)

        assert at_every_request(line, loss, story) > 5


@pytest.mark.parametrize("loss", [Loss.AFTER, Loss.RESET], ids=lambda loss: loss.name)
def test_a_change_that_was_cut_off_leaves_one_appointment_for_whoever_reads_next(served: Desk, loss: Loss) -> None:
    slots = free(served.kiosk(), PASS, served.office)
    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        book = served.kiosk(account)

        def story() -> None:
            old, hold = booked(served.kiosk(), PASS, slots[0]), held(served.kiosk(), PASS, slots[4])
            or_lost(lambda: book.confirm(op(), hold, ERIKA, old.code))
            line.heal()
            new = served.kiosk().what_happened(hold.op)
            found = served.kiosk().find(old.code)
            assert isinstance(found, Appointment)
            assert found.state is (State.CANCELLED if isinstance(new, Confirmed) else State.BOOKED)
            served.kiosk().release(hold.op)
            if isinstance(new, Confirmed):
                served.kiosk().cancel(op(), new.appointment.code)
            else:
                served.kiosk().cancel(op(), old.code)

        assert at_every_request(line, loss, story) > 8


@pytest.mark.parametrize("loss", LOST, ids=lambda loss: loss.name)
@pytest.mark.parametrize("act", ["cancel", "check_in"])
def test_cancel_and_check_in_can_be_done_again_under_their_key(served: Desk, loss: Loss, act: str) -> None:
    slot = free(served.kiosk(), PASS, served.office)[0]

    def do(book: Book, key: str, code: str) -> object:
        return book.cancel(key, code) if act == "cancel" else book.check_in(key, code, slot.start)

    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        book = served.kiosk(account)

        def story() -> None:
            hold, key = held(served.kiosk(), PASS, slot), op()
            appointment = served.kiosk().confirm(op(), hold, ERIKA)
            assert isinstance(appointment, Appointment)
            or_lost(lambda: do(book, key, appointment.code))
            line.heal()
            done = do(book, key, appointment.code)
            assert isinstance(done, Appointment)
            assert done.state is (State.CANCELLED if act == "cancel" else State.CHECKED_IN)
            make_room(served, appointment)

        def make_room(desk: Desk, appointment: Appointment) -> None:
            """Staff delete the event, so that the next round finds the time free."""
            office, start, lane = appointment.id.split(":")
            path = f"{office}-{start[:6]}/s-{start[:8]}T{start[8:]}00Z-{lane}.ics"
            desk.ask("DELETE", path)

        assert at_every_request(line, loss, story) > 1


@pytest.mark.parametrize("settling", ["the confirm", "the hold"])
def test_a_confirm_still_on_its_way_when_the_truth_is_asked_confirms_nothing(served: Desk, settling: str) -> None:
    slot = free(served.kiosk(), PASS, served.office)[0]
    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        hold, key = held(served.kiosk(), PASS, slot), op()
        last_write = requests_until_the_last_put(line, served, account, slot)
        line.arm(Loss.LATE, last_write)
        assert or_lost(lambda: served.kiosk(account).confirm(key, hold, ERIKA)) is None
        truth = served.kiosk().what_happened(key if settling == "the confirm" else hold.op)
        assert truth == Held(hold)
        assert line.arrive() == [412]
        assert served.kiosk().what_happened(hold.op) == Held(hold)


def requests_until_the_last_put(line: Line, desk: Desk, account: object, slot: object) -> int:
    """Which request of a confirm writes the appointment, seen at one that succeeds."""
    line.arm(Loss.BEFORE, MOST_REQUESTS)
    hold = held(desk.kiosk(), PASS, slot)  # type: ignore[arg-type]
    assert isinstance(desk.kiosk(account).confirm(op(), hold, ERIKA), Appointment)  # type: ignore[arg-type]
    return max(number for number, method in enumerate(line.seen) if method == "PUT")


def test_a_released_booking_does_not_come_back_with_a_late_confirm(served: Desk) -> None:
    slot = free(served.kiosk(), PASS, served.office)[0]
    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        hold, key = held(served.kiosk(), PASS, slot), op()
        line.arm(Loss.LATE, requests_until_the_last_put(line, served, account, slot))
        assert or_lost(lambda: served.kiosk(account).confirm(key, hold, ERIKA)) is None
        served.kiosk().release_unseen(key)
        assert line.arrive() == [412]
        assert served.kiosk().confirm(op(), hold, ERIKA) in (HoldExpired(), CodeUnknown())


@pytest.mark.parametrize("act", ["cancel", "check_in"])
def test_a_cancel_or_check_in_still_on_its_way_when_it_is_settled_changes_nothing(served: Desk, act: str) -> None:
    slot = free(served.kiosk(), PASS, served.office)[0]
    with faulty(served.kept) as (line, account):  # type: ignore[arg-type]
        appointment = served.kiosk().confirm(op(), held(served.kiosk(), PASS, slot), ERIKA)
        assert isinstance(appointment, Appointment)
        line.arm(Loss.LATE, at=1)  # read, then write
        book, code = served.kiosk(account), appointment.code
        assert (
            or_lost(lambda: book.cancel(op(), code) if act == "cancel" else book.check_in(op(), code, slot.start))
            is None
        )
        assert served.kiosk().settle(code) == appointment
        assert line.arrive() == [412]
        assert served.kiosk().find(code) == appointment
