"""The journeys with the real appointment book, its entries in memory."""

from datetime import UTC, datetime, timedelta
from itertools import count

from terminal.adapters import Adapters
from terminal.central.appointments.book import Book
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.steps import Done, Failed, PickSlot, Ports
from tests.journeys.appointments import PRACTICE, THURSDAY_9, MovedClock, begin, play, read, settle
from tests.terminal.stage import Stage


class Kiosk:
    """One town, one book, visits one after the other."""

    def __init__(self) -> None:
        self.clock = MovedClock()
        book = Book(PRACTICE, InMemoryShelf(), self.clock)
        self.ports = Ports(self.clock, adapters=Adapters().having(BOOK, book))
        self._visits = count(1)

    def visit(self, journey: str) -> Stage:
        """A citizen begins `journey`; operations get keys like those of the runner."""
        number, ops = next(self._visits), count(1)
        return Stage(begin(journey), reach=self.ports, new_op=lambda: f"{number:016x}{next(ops):016x}")


def book_one(kiosk: Kiosk) -> Done:
    """Thursday at 9."""
    done = play(kiosk.visit("book-appointment"), "done").scene.step
    assert isinstance(done, Done)
    return done


def code_of(done: Done) -> str:
    """What its code says."""
    assert done.qr
    return done.qr.data


def with_code(kiosk: Kiosk, code: str, *answers: object) -> Stage:
    """My appointment, up to what `answers` lead to."""
    stage = kiosk.visit("my-appointment")
    for answer in (code, *answers):
        stage.answer(answer)
        settle(stage)
    return stage


def test_booked_time_is_no_longer_offered_to_the_next() -> None:
    kiosk = Kiosk()
    book_one(kiosk)
    step = play(kiosk.visit("book-appointment"), "slot:1").scene.step
    assert isinstance(step, PickSlot)
    thursday = step.board.look(kiosk.ports, "2026-11-26")
    assert THURSDAY_9 not in [time.start for time in thursday.times]
    assert THURSDAY_9 + timedelta(minutes=30) in [time.start for time in thursday.times]


def test_what_was_booked_is_checked_in_by_code_on_its_day() -> None:
    kiosk = Kiosk()
    done = book_one(kiosk)
    assert read(with_code(kiosk, code_of(done), "check-in").scene.step.title) == "Ihr Termin ist nicht heute."
    kiosk.clock.moment = datetime(2026, 11, 26, 7, 45, tzinfo=UTC)
    here = with_code(kiosk, code_of(done), "check-in").scene.step
    assert (read(here.title), read(here.figure)) == ("Sie sind angemeldet.", read(done.figure))


def test_moved_then_cancelled() -> None:
    kiosk = Kiosk()
    old = code_of(book_one(kiosk))
    stage = with_code(kiosk, old, "change")
    moved = play(stage, "done", slot=THURSDAY_9 + timedelta(hours=1)).scene.step
    assert isinstance(moved, Done)
    assert read(moved.title) == "Ihr Termin ist verschoben."
    assert read(with_code(kiosk, old).scene.step.title) == "Diesen Termin gibt es nicht mehr."
    cancelled = with_code(kiosk, code_of(moved), "cancel", True).scene.step
    assert read(cancelled.title) == "Ihr Termin ist abgesagt."
    again = play(kiosk.visit("book-appointment"), "slot:1").scene.step
    times = [time.start for time in again.board.look(kiosk.ports, "2026-11-26").times]
    assert {THURSDAY_9, THURSDAY_9 + timedelta(hours=1)} <= set(times)


def test_hostile_codes_are_no_codes() -> None:
    kiosk = Kiosk()
    for presented in ("X" * 200, "BT1:OTHER:", "000000", "BEGIN:VCALENDAR"):
        assert isinstance(with_code(kiosk, presented).scene.step, Failed)
