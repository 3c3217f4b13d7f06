"""A kiosk without processes: real visits, journeys, appointment book, CalDAV client, journal and caretaker; the rest obeys a story."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from terminal.adapters import Adapters
from terminal.assembly.caretaker import erase_due, release_left
from terminal.central.appointments.book import Book
from terminal.central.appointments.caldav.shelf import CalDavShelf
from terminal.central.appointments.effects import BOOK
from terminal.central.catalogue.model import Place, Service
from terminal.central.catalogue.port import CATALOGUE
from terminal.central.mail.letter import Letter
from terminal.central.mail.mailing import MAILING, Mailing
from terminal.central.mail.port import NotSent, Perhaps, Sent, Why
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.journeys.appointments.printing import SAYING
from terminal.limits import LETTER, Limits
from terminal.receipts.journal import PrintOnce
from terminal.receipts.printing import RECEIPTS
from terminal.receipts.slip import Slip
from terminal.steps import Ports
from tests.faults.disks import Remembered, failing
from tests.faults.fate import Killed
from tests.faults.line import Line
from tests.faults.quick_calendar import QuickCalendar
from tests.faults.story import DiskMood, MailMood, PrinterMood, VisitPlan
from tests.faults.traces import traces
from tests.journeys.appointments import PRACTICE, TEXTS
from tests.terminal.virtual_loop import VirtualLoop

MOVING_IN = Service(id="moving-in", titles={"de": "Wohnung anmelden"}, life_situations=("moving",))

_CODE = re.compile(r"BT1:[A-Z0-9:.-]+")


@dataclass
class JumpingClock:
    """The loop's time since the moment `begins`, and by how much it was set wrong."""

    loop: VirtualLoop
    begins: datetime
    jumped_s: float = 0.0

    def __post_init__(self) -> None:
        self._began_s, self._latest = self.loop.now(), self.begins

    def now(self) -> datetime:
        """See `terminal.moments.Clock`."""
        shown = self.begins + timedelta(seconds=self.loop.now() - self._began_s + self.jumped_s)
        self._latest = max(self._latest, shown)
        return shown

    def catch_up(self) -> None:
        """No earlier than it has ever been: until then, what was held while it was ahead may stay held."""
        self.jumped_s += max(0.0, (self._latest - self.now()).total_seconds())


class Printer:
    """A `ReceiptPrinter` of moods. `whole` are the codes of slips that came out."""

    def __init__(self) -> None:
        self.mood = PrinterMood.OK
        self.whole: list[str] = []

    def state(self) -> PrinterState:
        """See `ReceiptPrinter`."""
        return PrinterState.PAPER_OUT if self.mood is PrinterMood.PAPER_OUT else PrinterState.READY

    def print(self, slip: Slip) -> Printed | NotPrinted:
        """See `ReceiptPrinter`."""
        if self.mood is PrinterMood.PAPER_OUT:
            return NotPrinted(PrinterState.PAPER_OUT, certain=True)
        if self.mood is PrinterMood.DIES:
            return NotPrinted(PrinterState.OFFLINE, certain=False)
        self.whole += _CODE.findall(repr(slip))[:1]
        if self.mood is PrinterMood.KILLS:
            raise Killed
        return Printed() if self.mood is PrinterMood.OK else NotPrinted(PrinterState.OFFLINE, certain=False)


class Post:
    """A `Mail` of moods. `taken` are the letters that will arrive."""

    def __init__(self) -> None:
        self.mood = MailMood.OK
        self.taken: list[Letter] = []

    def send(self, letter: Letter) -> Sent | NotSent | Perhaps:
        """See `Mail`."""
        if self.mood is MailMood.DOWN:
            return NotSent(Why.UNREACHABLE)
        self.taken.append(letter)
        if self.mood is MailMood.KILLS:
            raise Killed
        return Sent() if self.mood is MailMood.OK else Perhaps()


class Services:
    """A `ServiceCatalogue` of one service."""

    def find(self, typed: str) -> tuple[Sequence[Service], bool]:
        """See `ServiceCatalogue`."""
        return self.services(), True

    def services(self) -> Sequence[Service]:
        """See `ServiceCatalogue`."""
        return (MOVING_IN,)

    def places(self) -> Sequence[Place]:
        """See `ServiceCatalogue`."""
        return ()


class Kiosk:
    """Its calendar, printer, mail server and state directory outlive its visits."""

    def __init__(self, calendar: QuickCalendar, state: Path, begins: datetime) -> None:
        calendar.forget()
        self.calendar = calendar
        self.loop = VirtualLoop()
        self.clock = JumpingClock(self.loop, begins)
        self.line = Line()
        self.printer, self.post = Printer(), Post()
        self.unwitnessed = Remembered(state / "unwitnessed", state / "witnessed")
        self._state = state

    def book(self) -> Book:
        """As every process makes one of its own."""
        return Book(PRACTICE, CalDavShelf(self.calendar.account, PRACTICE, self.clock), self.clock)

    def ports(self, plan: VisitPlan) -> Ports:
        """What one visit can reach, in the mood of its plan."""
        self.line = Line(plan.fates)
        self.printer.mood, self.post.mood = plan.printer, plan.mail
        self.unwitnessed.visit(plan.disk)
        limits = Limits({LETTER: 100}, self.clock, lambda kind: None)
        adapters = (
            Adapters()
            .having(BOOK, self.book())
            .having(SAYING, lambda: lambda text: TEXTS.render(text, "de"))
            .having(RECEIPTS, PrintOnce(self.printer, failing(self._state / "printed", plan.journal)))
            .having(CATALOGUE, Services())
            .having(MAILING, Mailing(self.post, limits, lambda why: None))
        )
        return Ports(self.clock, adapters=adapters)

    def tend(self) -> None:
        """The caretaker does what it can after a visit; its own requests go well."""
        self.line = Line()
        release_left(self.book(), self.unwitnessed, living=())

    def traces(self, words: Iterable[str]) -> list[str]:
        """Which of `words` can be found on its disk."""
        return traces(self._state, words)

    def tidy(self) -> None:
        """All is well again, every hold has run out, and the caretaker does what is owed."""
        self.line = Line()
        self.clock.catch_up()
        self.unwitnessed.visit(DiskMood.OK)
        self.loop.advance(3600)
        book = self.book()
        assert release_left(book, self.unwitnessed, living=()) == 0
        assert erase_due(book, 7, self.clock) == 0
        assert list(self.unwitnessed.left()) == []
