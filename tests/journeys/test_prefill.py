"""Booking with the name from the card: only where the town has it, only when the citizen wants it."""

from dataclasses import replace
from typing import Any

from terminal.card_reading import AGREE, REFUSE
from terminal.central.identity.port import EID_SERVICE
from terminal.eid import EID, Entry, EntryWanted, Read
from terminal.journeys.registry import JOURNEYS
from terminal.workers import Lane
from tests.journeys.appointments import BOOKING, TOWN, book_of
from tests.journeys.small_book import ports_to
from tests.journeys.test_my_data import CONSENT, Town
from tests.terminal.stage import Stage

PREFILLING = replace(TOWN, prefill=True)


class Booking:
    """The journey up to the question for the name."""

    def __init__(self) -> None:
        self.book, self.town = book_of(), Town()
        ports = ports_to(self.book)
        adapters = ports.adapters.having(EID, self.town).having(EID_SERVICE, self.town)
        self.stage = Stage(
            lambda: JOURNEYS["book-appointment"].begin(PREFILLING), reach=replace(ports, adapters=adapters)
        )
        self.go("fill")

    @property
    def key(self) -> str:
        return self.stage.key

    def on(self) -> None:
        self.stage.loop.run_until_idle()
        while self.stage.workers.queued(Lane.WORK):
            self.stage.workers.finish(Lane.WORK)
            self.stage.loop.run_until_idle()

    def answer(self, answer: Any) -> None:
        self.stage.answer(answer)
        self.on()

    def go(self, key: str) -> None:
        """Answer as usual until the step `key`."""
        self.on()
        while self.key != key:
            self.answer(BOOKING[self.key.split(":")[0]])

    def read(self) -> None:
        """From consent to the data."""
        self.town.tell(CONSENT)
        self.on()
        self.answer(AGREE)
        self.town.tell(EntryWanted(Entry.PIN, tries=3))
        self.on()
        self.answer("123456")
        self.town.end(Read())
        self.on()


def test_the_name_comes_from_the_card_and_is_booked() -> None:
    booking = Booking()
    booking.answer("card")
    booking.read()
    assert booking.key == "email"
    booking.go("done")
    assert [contact.name for contact in booking.book.contacts.values()] == ["ERIKA MUSTERMANN"]


def test_going_back_a_step_does_not_read_the_card_again() -> None:
    booking = Booking()
    booking.answer("card")
    booking.read()
    booking.go("phone")
    booking.stage.back()
    booking.on()
    assert booking.key == "email"
    assert len(booking.town.urls) == 1


def test_whoever_refuses_types_it() -> None:
    booking = Booking()
    booking.answer("card")
    booking.town.tell(CONSENT)
    booking.on()
    booking.answer(REFUSE)
    booking.answer("more")
    assert booking.key == "name"
    booking.go("done")
    assert [contact.name for contact in booking.book.contacts.values()] == ["Erika Muster"]


def test_whoever_types_it_is_asked_for_no_card() -> None:
    booking = Booking()
    booking.answer("type")
    assert booking.key == "name"
    assert booking.town.urls == []


def test_a_town_without_an_eid_service_asks_as_ever() -> None:
    stage = Stage(lambda: JOURNEYS["book-appointment"].begin(TOWN), reach=ports_to(book_of()))
    assert stage.key != "fill"
