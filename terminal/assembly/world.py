"""What effects of one visit can reach: the appointment book, the receipt printer, the citizen's language."""

from collections.abc import Callable, Mapping
from pathlib import Path

from config.schema import Configuration
from terminal.adapters import Adapters
from terminal.assembly.appointments import book_of
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.limits import BOOKING, WRONG_CODE, LimitedBook, Limits
from terminal.desk.dock import DockCommand
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.appointments.receipt import Say
from terminal.moments import Clock
from terminal.receipts.printing import RECEIPTS


def world(
    configuration: Configuration,
    runtime: Path,
    clock: Clock,
    saying: Callable[[], Say],
    limits: Limits,
    *,
    simulate: bool,
) -> tuple[Adapters, Mapping[str, DockCommand]]:
    """The adapters, and what the dock can ask of simulated devices. Empty for a kiosk that only informs."""
    book = book_of(configuration, runtime, clock)
    if book is None:
        return Adapters(), {}
    # Slow to import: a kiosk without appointments starts without it.
    from terminal.assembly.receipts import receipts

    adapters = Adapters().having(BOOK, LimitedBook(book, limits)).having(SAYING, saying)
    printer, commands = receipts(configuration.receipt_printer, runtime, simulate=simulate)
    return (adapters.having(RECEIPTS, printer) if printer else adapters), commands


def limits_of(configuration: Configuration, clock: Clock, tell: Callable[[str], None]) -> Limits:
    """How much this kiosk may do within an hour."""
    policy = configuration.appointments
    return Limits({BOOKING: policy.bookings_per_hour, WRONG_CODE: policy.wrong_codes_per_hour}, clock, tell)
