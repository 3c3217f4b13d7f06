"""What effects of one visit can reach: appointments, the catalogue, cards, the receipt printer, the mail server, the citizen's language."""

from collections.abc import Callable, Mapping
from pathlib import Path

from config.schema import Configuration
from terminal.adapters import Adapters
from terminal.assembly.appointments import book_of
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.limits import LimitedBook
from terminal.central.identity.port import EID_SERVICE
from terminal.central.mail.mailing import MAILING
from terminal.desk.dock import DockCommand
from terminal.eid import EID
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.appointments.receipt import Say
from terminal.limits import Limits
from terminal.moments import Clock
from terminal.receipts.printing import RECEIPTS
from terminal.values import valueclass

Commands = Mapping[str, DockCommand]


@valueclass(frozen=True)
class Around:
    """What adapters of one visit have to know. `not_sent` hears why a mail was not sent, `card_trouble` why a card could not be used."""

    runtime: Path
    state: Path
    clock: Clock
    saying: Callable[[], Say]
    limits: Limits
    not_sent: Callable[[str], None]
    card_trouble: Callable[[str], None]
    simulate: bool


def world(configuration: Configuration, around: Around) -> tuple[Adapters, Commands]:
    """The adapters, and what the dock can ask of simulated devices. Each is there only where a journey needs it."""
    journeys = configuration.journeys
    adapters, commands = Adapters().having(SAYING, around.saying), dict[str, DockCommand]()
    identifies = journeys.with_identification or (journeys.with_appointments and configuration.eid_service.prefill)
    if journeys.with_cards or identifies:
        from terminal.assembly.eid import eid

        client, cards = eid(configuration.eid, around.runtime, around.card_trouble, simulate=around.simulate)
        adapters, commands = adapters.having(EID, client), {**commands, **cards}
    if journeys.with_catalogue:
        from terminal.assembly.services import catalogue_of

        adapters = catalogue_of(configuration, around.state, around.clock, adapters)
    if identifies:
        from terminal.assembly.identity import eid_service_of

        service, doors = eid_service_of(configuration.eid_service, around.clock, simulate=around.simulate)
        adapters = adapters.having(EID_SERVICE, service) if service else adapters
        commands = {**commands, **doors}
    book = book_of(configuration, around.runtime, around.clock)
    if book:
        from terminal.assembly.mail import mailing

        adapters = adapters.having(BOOK, LimitedBook(book, around.limits))
        letters = mailing(configuration.mail, around.limits, around.not_sent)
        adapters = adapters.having(MAILING, letters) if letters else adapters
    if book or journeys.with_catalogue or journeys.with_identification:
        # Slow to import: a kiosk that has nothing to print starts without it.
        from terminal.assembly.receipts import receipts

        printer, slips = receipts(configuration.receipt_printer, around.runtime, simulate=around.simulate)
        adapters, commands = adapters.having(RECEIPTS, printer) if printer else adapters, {**commands, **slips}
    return adapters, commands
