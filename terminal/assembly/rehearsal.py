"""A town hall to try journeys in: an appointment book in memory, a printer without paper, a mail server that does not answer.

Nothing of it is real.
"""

from datetime import timedelta
from pathlib import Path

from config.schema import Configuration
from terminal.adapters import Adapters
from terminal.assembly.appointments import practice_of
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of
from terminal.assembly.rehearsed_card import RehearsedEid, RehearsedEidService
from terminal.assembly.rehearsed_catalogue import RehearsedCatalogue
from terminal.central.appointments.book import Book
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Wish
from terminal.central.catalogue.port import CATALOGUE
from terminal.central.identity.port import EID_SERVICE
from terminal.central.mail.letter import Letter
from terminal.central.mail.mailing import MAILING, Mailing
from terminal.central.mail.port import NotSent, Why
from terminal.central.offices import in_town
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.eid import EID
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.appointments.receipt import Say
from terminal.limits import LETTER, Limits
from terminal.moments import Clock
from terminal.receipts.journal import PrintOnce
from terminal.receipts.printing import RECEIPTS
from terminal.receipts.slip import Slip
from terminal.steps import Ports
from terminal.values import valueclass

_NOWHERE = Path("/dev/null/receipts")

SENDER = "termine@example.org"
"""Where its mail would come from."""


@valueclass(frozen=True)
class Rehearsal:
    """What effects reach, and the code of an appointment that is booked there ("" where there are none)."""

    ports: Ports
    code: str = ""


def rehearsal(configuration: Configuration, clock: Clock) -> Rehearsal:
    """A new one, always the same but for numbers."""
    texts, language = texts_of(first_sight_of(configuration)), configuration.languages.default

    def saying() -> Say:
        return lambda text: texts.render(text, language)

    always = Adapters().having(EID, RehearsedEid()).having(CATALOGUE, RehearsedCatalogue()).having(SAYING, saying)
    always = always.having(EID_SERVICE, RehearsedEidService())
    always = always.having(RECEIPTS, PrintOnce(_NoPaper(), _NOWHERE))
    if not configuration.journeys.with_appointments:
        return Rehearsal(Ports(clock, adapters=always))
    book = Book(practice_of(configuration), InMemoryShelf(), clock)
    adapters = always.having(BOOK, book)
    limits = Limits({LETTER: 1}, clock, lambda kind: None)
    adapters = adapters.having(MAILING, Mailing(_NoAnswer(), limits, lambda why: None))
    return Rehearsal(Ports(clock, adapters=adapters), _booked(configuration, book, clock))


def _booked(configuration: Configuration, book: Book, clock: Clock) -> str:
    """The last time of the week, so that it is in nobody's way."""
    need, today = Need((Wish(configuration.concerns[0].id),)), in_town(clock.now()).date()
    for office in configuration.offices:
        for slot in reversed(book.free(need, office.id, today, today + timedelta(days=7))):
            hold = book.hold("0" * 32, need, slot)
            booked = (
                book.confirm("1" * 32, hold, Contact("Erika Mustermann", "erika.mustermann@example.org"))
                if isinstance(hold, Hold)
                else None
            )
            if isinstance(booked, Appointment):
                return booked.code
    return ""


class _NoPaper:
    def state(self) -> PrinterState:
        return PrinterState.PAPER_OUT

    def print(self, slip: Slip) -> Printed | NotPrinted:
        return NotPrinted(PrinterState.PAPER_OUT, certain=True)


class _NoAnswer:
    def send(self, letter: Letter) -> NotSent:
        return NotSent(Why.UNREACHABLE)
