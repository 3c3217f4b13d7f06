"""A kiosk without processes: real visits, journeys, appointment book, CalDAV client, journal and caretaker; the rest obeys a story."""

import errno
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from terminal.adapters import Adapters
from terminal.assembly.caretaker import erase_due, release_left
from terminal.central.appointments.book import Book
from terminal.central.appointments.caldav.shelf import CalDavShelf
from terminal.central.appointments.effects import BOOK
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
from terminal.unwitnessed import Unwitnessed
from tests.faults.fate import Killed
from tests.faults.line import Line
from tests.faults.quick_calendar import QuickCalendar
from tests.faults.story import DiskMood, MailMood, PrinterMood, VisitPlan
from tests.journeys.appointments import NOW, PRACTICE, TEXTS
from tests.terminal.virtual_loop import VirtualLoop

_CODE = re.compile(r"BT1:[A-Z0-9:.-]+")


@dataclass
class JumpingClock:
    """The loop's time, and by how much it was set wrong."""

    loop: VirtualLoop
    jumped_s: float = 0.0
    latest: datetime = NOW

    def now(self) -> datetime:
        """See `terminal.moments.Clock`."""
        shown = NOW + timedelta(seconds=self.loop.now() - 1000.0 + self.jumped_s)
        self.latest = max(self.latest, shown)
        return shown

    def catch_up(self) -> None:
        """No earlier than it has ever been: until then, what was held while it was ahead may stay held."""
        self.jumped_s += max(0.0, (self.latest - self.now()).total_seconds())


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


class Remembered(Unwitnessed):
    """What must not be half done, on a disk of moods."""

    mood = DiskMood.OK

    def begun(self, op: str) -> None:
        """See `Unwitnessed`."""
        if self.mood is DiskMood.FULL:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().begun(op)

    def forget(self, pid: int, op: str) -> None:
        """See `Unwitnessed`."""
        if self.mood is DiskMood.READ_ONLY_LATER:
            raise OSError(errno.EROFS, "Read-only file system")
        super().forget(pid, op)


class Kiosk:
    """Its calendar, printer, mail server and state directory outlive its visits."""

    def __init__(self, calendar: QuickCalendar, state: Path) -> None:
        calendar.forget()
        self.calendar = calendar
        self.loop = VirtualLoop()
        self.clock = JumpingClock(self.loop)
        self.line = Line()
        self.printer, self.post = Printer(), Post()
        self.unwitnessed = Remembered(state / "unwitnessed", state / "witnessed")
        self._journal = state / "printed"

    def book(self) -> Book:
        """As every process makes one of its own."""
        return Book(PRACTICE, CalDavShelf(self.calendar.account, PRACTICE, self.clock), self.clock)

    def ports(self, plan: VisitPlan) -> Ports:
        """What one visit can reach, in the mood of its plan."""
        self.line = Line(plan.fates)
        self.printer.mood, self.post.mood, self.unwitnessed.mood = plan.printer, plan.mail, plan.disk
        limits = Limits({LETTER: 100}, self.clock, lambda kind: None)
        adapters = (
            Adapters()
            .having(BOOK, self.book())
            .having(SAYING, lambda: lambda text: TEXTS.render(text, "de"))
            .having(RECEIPTS, PrintOnce(self.printer, self._journal))
            .having(MAILING, Mailing(self.post, limits, lambda why: None))
        )
        return Ports(self.clock, adapters=adapters)

    def tidy(self) -> None:
        """All is well again, every hold has run out, and the caretaker does what is owed."""
        self.line = Line()
        self.clock.catch_up()
        self.unwitnessed.mood = DiskMood.OK
        self.loop.advance(3600)
        book = self.book()
        assert release_left(book, self.unwitnessed, living=()) == 0
        assert erase_due(book, 7, self.clock) == 0
        assert list(self.unwitnessed.left()) == []
