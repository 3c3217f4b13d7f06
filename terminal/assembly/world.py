"""What effects of one visit can reach: the appointment book, the receipt printer, the mail server, the citizen's language."""

from collections.abc import Callable, Mapping
from pathlib import Path

from config.schema import Configuration
from terminal.adapters import Adapters
from terminal.assembly.appointments import book_of
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.limits import LimitedBook
from terminal.central.mail.mailing import MAILING
from terminal.desk.dock import DockCommand
from terminal.eid import EID
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.appointments.receipt import Say
from terminal.limits import Limits
from terminal.moments import Clock
from terminal.receipts.printing import RECEIPTS


def world(
    configuration: Configuration,
    runtime: Path,
    clock: Clock,
    saying: Callable[[], Say],
    limits: Limits,
    not_sent: Callable[[str], None],
    card_trouble: Callable[[str], None],
    *,
    simulate: bool,
) -> tuple[Adapters, Mapping[str, DockCommand]]:
    """The adapters, and what the dock can ask of simulated devices. Empty for a kiosk that only informs.

    `not_sent` hears why a mail was not sent, `card_trouble` why a card could not be used.
    """
    adapters = Adapters()
    cards: Mapping[str, DockCommand] = {}
    if configuration.journeys.with_cards:
        from terminal.assembly.eid import eid

        client, cards = eid(configuration.eid, runtime, card_trouble, simulate=simulate)
        adapters = adapters.having(EID, client)
    book = book_of(configuration, runtime, clock)
    if book is None:
        return adapters, cards
    # Slow to import: a kiosk without appointments starts without it.
    from terminal.assembly.mail import mailing
    from terminal.assembly.receipts import receipts

    adapters = adapters.having(BOOK, LimitedBook(book, limits)).having(SAYING, saying)
    printer, slips = receipts(configuration.receipt_printer, runtime, simulate=simulate)
    adapters = adapters.having(RECEIPTS, printer) if printer else adapters
    letters = mailing(configuration.mail, limits, not_sent)
    return (adapters.having(MAILING, letters) if letters else adapters), {**cards, **slips}
