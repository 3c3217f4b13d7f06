"""How many bookings and wrong codes a kiosk allows within an hour, over all its visits."""

from datetime import timedelta

import pytest

from terminal.central.appointments.book import Book
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.limits import LimitedBook
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Wish
from terminal.central.appointments.refusals import CodeUnknown, TooManyBookings, TooManyWrongCodes
from terminal.limits import BOOKING, WRONG_CODE, Limits
from tests.journeys.appointments import NOW, PRACTICE, MovedClock

NEED = Need((Wish("umzug"),))


class Kiosk:
    """Two bookings and two wrong codes an hour."""

    def __init__(self) -> None:
        self.clock, self.told = MovedClock(), list[str]()
        self.limits = Limits({BOOKING: 2, WRONG_CODE: 2}, self.clock, self.told.append)
        self.book = LimitedBook(Book(PRACTICE, InMemoryShelf(), self.clock), self.limits)

    def hold(self, number: int) -> Hold | object:
        slot = self.book.free(NEED, "buergerbuero", NOW.date(), NOW.date() + timedelta(days=7))[0]
        return self.book.hold(f"{number:032x}", NEED, slot)

    def booked(self, number: int) -> str:
        hold = self.hold(number)
        assert isinstance(hold, Hold)
        booked = self.book.confirm(f"{number + 100:032x}", hold, Contact("Erika Muster", "erika@example.org"))
        assert isinstance(booked, Appointment)
        return booked.code


def test_no_more_is_booked_until_the_hour_is_over() -> None:
    kiosk = Kiosk()
    kiosk.booked(1), kiosk.booked(2)
    assert (kiosk.hold(3), kiosk.told) == (TooManyBookings(), [BOOKING, BOOKING])
    kiosk.clock.moment += timedelta(hours=1)
    assert isinstance(kiosk.hold(3), Hold)


def test_a_booking_that_is_asked_about_again_counts_once() -> None:
    kiosk = Kiosk()
    kiosk.booked(1)
    kiosk.book.what_happened(f"{101:032x}")
    assert kiosk.told == [BOOKING]


def test_holding_and_giving_back_costs_nothing() -> None:
    kiosk = Kiosk()
    for number in range(5):
        assert isinstance(kiosk.hold(number), Hold)
        kiosk.book.release(f"{number:032x}")
    assert kiosk.told == []


@pytest.mark.parametrize("code", ["000000", "X" * 200, ""])
def test_after_too_many_wrong_codes_right_ones_are_not_taken_either(code: str) -> None:
    kiosk = Kiosk()
    right = kiosk.booked(1)
    assert kiosk.book.email(right) == "erika@example.org"
    assert [kiosk.book.find(code), kiosk.book.find(code)] == [CodeUnknown(), CodeUnknown()]
    assert kiosk.book.find(right) == TooManyWrongCodes()
    assert kiosk.book.cancel("ee" * 16, right) == TooManyWrongCodes()
    assert kiosk.book.email(right) == ""
    assert kiosk.book.check_in("ff" * 16, right, NOW) == TooManyWrongCodes()
    kiosk.clock.moment += timedelta(hours=1)
    assert isinstance(kiosk.book.find(right), Appointment)


def test_what_visits_before_have_spent_counts() -> None:
    kiosk = Kiosk()
    kiosk.limits.remember({WRONG_CODE: [10, 3599]})
    assert not kiosk.limits.allows(WRONG_CODE)
    assert kiosk.limits.allows(BOOKING)
    kiosk.clock.moment += timedelta(seconds=2)
    assert kiosk.limits.allows(WRONG_CODE)
