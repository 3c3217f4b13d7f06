"""A slip's code held to the scanner on the start screen, with the real book behind it: every outcome of checking in."""

from datetime import timedelta

import pytest

from terminal.adapters import Adapters
from terminal.asides import AsideSteps
from terminal.assembly.offer import FOR_CODES
from terminal.central.appointments.book import Book
from terminal.central.appointments.codes import BEGIN
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Wish
from terminal.deadline import Patience
from terminal.preferences import Preferences
from terminal.scenes import StepScene, WorkScene
from terminal.steps import Ports, Start
from terminal.visit import Codes, Offer, Visit
from terminal.wording import Words
from tests.journeys.appointments import NOW, PRACTICE, MovedClock, begin, read
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop

TOO_EARLY, TOO_LATE = -timedelta(minutes=31), timedelta(minutes=11)
IN_TIME = -timedelta(minutes=5)


class Scanned:
    """A visit at `moment` from the appointment's beginning, and the code of an appointment that exists."""

    def __init__(self, moment: timedelta = IN_TIME) -> None:
        self.clock, self.loop, shelf = MovedClock(), VirtualLoop(), InMemoryShelf()
        self.workers = ScriptedWorkers(self.loop)
        self.book = Book(PRACTICE, shelf, self.clock)
        self.code = self._booked()
        self.clock.moment = self.start + moment
        self.events: list[object] = []
        self.visit = Visit(
            Offer(
                Start(key="start", greeting=Words.same("!"), title=Words.same("?"), options=()),
                {FOR_CODES: begin(FOR_CODES)},
                AsideSteps((("de", "Deutsch"),), ()),
                Codes(BEGIN, FOR_CODES),
            ),
            ports=Ports(self.clock, adapters=Adapters().having(BOOK, self.book)),
            loop=self.loop,
            workers=self.workers,
            patience=Patience(idle_s=60, warning_s=30, more_time=3),
            preferences=Preferences("de"),
            on_scene=lambda scene: None,
            on_finished=lambda: None,
            record=self.events.append,
        )
        self.visit.touched()

    def scan(self, code: str) -> "Scanned":
        """Hold it to the scanner, and wait for what comes of it."""
        assert self.visit.scanned(code)
        self.workers.finish_all()
        return self

    def check_in(self) -> "Scanned":
        """Press it, and wait."""
        assert self.visit.answer(self.visit.scene.serial, "check-in")
        self.workers.finish_all()
        return self

    @property
    def title(self) -> str:
        """Of the screen."""
        assert isinstance(self.visit.scene, StepScene)
        return read(getattr(self.visit.scene.step, "title", None))

    def _booked(self) -> str:
        need, today = Need((Wish("umzug"),)), NOW.date()
        slot = self.book.free(need, "buergerbuero", today, today)[-1]
        self.start = slot.start
        hold = self.book.hold("0" * 32, need, slot)
        assert isinstance(hold, Hold)
        booked = self.book.confirm("1" * 32, hold, Contact("Erika Muster"))
        assert isinstance(booked, Appointment)
        return booked.code


@pytest.mark.parametrize(
    ("moment", "title"),
    [
        (IN_TIME, "Sie sind angemeldet."),
        (TOO_EARLY, "Sie sind früh da."),
        (TOO_LATE, "Die Zeit zum Anmelden ist vorbei."),
        (-timedelta(days=1), "Ihr Termin ist nicht heute."),
    ],
)
def test_checking_in_by_a_scanned_code_depends_on_the_moment(moment: timedelta, title: str) -> None:
    scanned = Scanned(moment)
    assert scanned.scan(scanned.code).check_in().title == title


def test_who_is_here_already_is_told_so_at_once() -> None:
    scanned = Scanned()
    scanned.book.check_in("2" * 32, scanned.code, scanned.clock.moment)
    assert scanned.scan(scanned.code).title == "Sie sind schon angemeldet."


def test_a_cancelled_appointment_is_no_more() -> None:
    scanned = Scanned()
    scanned.book.cancel("2" * 32, scanned.code)
    assert scanned.scan(scanned.code).title == "Diesen Termin gibt es nicht mehr."


def test_another_towns_code_is_sent_there() -> None:
    scanned = Scanned()
    _, _, rest = scanned.code.removeprefix(BEGIN).partition(":")
    assert scanned.scan(f"{BEGIN}12345-ANDERSWO:{rest}").title == "Dieser Termin ist in einer anderen Stadt."


def test_a_code_with_a_guessed_secret_is_unknown() -> None:
    scanned = Scanned()
    assert scanned.scan(scanned.code[:-16] + "A" * 16).title == "Diese Nummer kennen wir nicht."


def test_while_a_scanned_code_is_looked_up_a_second_scan_is_dropped() -> None:
    scanned = Scanned()
    assert scanned.visit.scanned(scanned.code)
    assert isinstance(scanned.visit.scene, WorkScene)
    assert not scanned.visit.scanned(scanned.code)
    scanned.workers.finish_all()
    assert scanned.title == "Was möchten Sie tun?"


def test_a_visit_that_ends_takes_no_scan_with_it() -> None:
    scanned = Scanned()
    scanned.visit.end()
    assert not scanned.visit.scanned(scanned.code)
    assert scanned.visit.citizen.runner is None


def test_no_event_knows_the_code() -> None:
    scanned = Scanned()
    scanned.scan(scanned.code).check_in()
    assert scanned.events
    assert scanned.code[-16:] not in str(scanned.events)
