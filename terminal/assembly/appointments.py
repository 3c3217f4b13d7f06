"""The appointment book of the configuration, kept by the calendar server that comes with the kiosk or by another one."""

import re
import unicodedata
from pathlib import Path

from config.schema import Configuration
from config.schema.calendar_server import CalendarServer
from config.secrets import SecretRefusedError, read_secret
from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.embedded import account_in
from terminal.central.appointments.port import AppointmentBook
from terminal.central.appointments.practice import Practice
from terminal.moments import Clock

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def practice_of(configuration: Configuration) -> Practice:
    """What the town offers, and by which rules."""
    return Practice(
        town_code(configuration.town.address.postcode, configuration.town.name),
        configuration.offices,
        configuration.holidays,
        configuration.concerns,
        configuration.counters,
        configuration.appointments,
    )


def town_code(postcode: str, name: str) -> str:
    """What tells this town's codes from others': "04821-brandis". Codes on slips are void when it changes."""
    plain = unicodedata.normalize("NFKD", f"{postcode}-{name}".lower().translate(_UMLAUTS))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:40]


def book_of(configuration: Configuration, runtime: Path, clock: Clock) -> AppointmentBook | None:
    """None where no journey needs one, its server was not prepared, or its password cannot be read."""
    account = _account(configuration.calendar, runtime) if configuration.journeys.with_appointments else None
    if account is None:
        return None
    # Slow to import: a kiosk without appointments starts without it.
    from terminal.central.appointments.book import Book
    from terminal.central.appointments.caldav.shelf import CalDavShelf

    practice = practice_of(configuration)
    return Book(practice, CalDavShelf(account, practice, clock), clock)


def _account(calendar: CalendarServer, runtime: Path) -> Account | None:
    if calendar.url is None:
        return account_in(runtime)
    try:
        password = read_secret(Path(calendar.password_file or ""))
    except SecretRefusedError:
        return None
    return Account(calendar.url, calendar.user or "", password, calendar.authority)
