"""A small town for the contract: one office with a name of its own a test, counters, concerns, kiosks, staff."""

import secrets
import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import requests

from terminal.central.appointments.book import Book
from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.server import Server
from terminal.central.appointments.caldav.shelf import CalDavShelf
from terminal.central.appointments.entry import Blocker
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Slot, Wish
from terminal.central.appointments.offer import Concern, Counter, Policy
from terminal.central.appointments.practice import Practice
from terminal.central.offices import Calendar, Office

MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
"""Monday, 7:00 in town."""
TODAY = date(2026, 11, 23)
ERIKA = Contact("Erika Mustermann", "erika@example.org", "030 23125 100")

PASS = Need((Wish("pass"),))
MOVE = Need((Wish("move"),))
LICENCE = Need((Wish("licence"),))


@dataclass
class HeldClock:
    """Shows the time that it is set to."""

    time: datetime = MORNING

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **span: float) -> None:
        self.time += timedelta(**span)


@dataclass
class Desk:
    """One kept set of calendars, and as many kiosks and staff at it as a test wants."""

    kept: InMemoryShelf | Account
    clock: HeldClock = field(default_factory=HeldClock)
    policy: Policy = field(default_factory=Policy)
    lanes: tuple[int, ...] = (1, 1)
    office: str = field(default_factory=lambda: f"o{secrets.token_hex(6)}")

    def practice(self) -> Practice:
        week = {day: ["08:00-12:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
        address = {"street": "Markt 1", "postcode": "04821", "place": "Brandis"}
        names = {"name": {"de": "Bürgerbüro"}, "summary": {"de": "Ausweis, Umzug"}}
        office = Office.model_validate({"id": self.office, **names, "address": address, "hours": week})
        counters = tuple(
            Counter(id=f"c{number}", office=self.office, name={"de": f"Schalter {number}"}, lanes=lanes)
            for number, lanes in enumerate(self.lanes, 1)
        )
        concerns = (
            Concern(id="pass", name={"de": "Personalausweis"}, minutes=15),
            Concern(id="move", name={"de": "Wohnung anmelden"}, minutes=40, further_person=0.5),
            Concern(id="licence", name={"de": "Führerschein"}, minutes=15, counters=("c2",)),
        )
        return Practice("brandis", (office,), Calendar(), concerns, counters, self.policy)

    def kiosk(self, account: Account | None = None) -> Book:
        """A book of a kiosk of its own; through `account` when it reaches the server another way."""
        kept = account or self.kept
        practice = self.practice()
        shelf = kept if isinstance(kept, InMemoryShelf) else CalDavShelf(kept, practice, self.clock)
        return Book(practice, shelf, self.clock)

    def block(self, start: datetime, end: datetime, counter: str | None = None) -> None:
        """Staff write an event with a calendar program, at a counter or for the whole office."""
        if isinstance(self.kept, InMemoryShelf):
            self.kept.block(self.office, Blocker(start, end, counter))
            return
        lines = [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}"]
        self.write([*lines, *([f"LOCATION:{counter}"] if counter else [])])

    def write(self, lines: list[str], calendar: str = "") -> None:
        """Staff write an event with these lines."""
        assert isinstance(self.kept, Account)
        uid = str(uuid.uuid4())
        text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//staff//EN", "BEGIN:VEVENT", f"UID:{uid}"]
        text += ["DTSTAMP:20261101T000000Z", "SUMMARY:Besprechung", *lines, "END:VEVENT", "END:VCALENDAR", ""]
        Server(self.kept).make(calendar or self.office, "Sperrzeiten", "VEVENT")
        assert self.ask("PUT", f"{calendar or self.office}/{uid}.ics", "\r\n".join(text)).status_code == 201

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> requests.Response:
        """Staff's program speaks to the server."""
        assert isinstance(self.kept, Account)
        account = self.kept
        return requests.request(
            method,
            account.url + path,
            data=body.encode(),
            headers={"Content-Type": "text/calendar; charset=utf-8", **headers},
            auth=(account.user, account.password),
            timeout=20,
        )


def op() -> str:
    """A key as the runner makes them."""
    return secrets.token_hex(16)


def held(book: Book, need: Need, slot: Slot, key: str = "") -> Hold:
    """Holds, and insists."""
    hold = book.hold(key or op(), need, slot)
    assert isinstance(hold, Hold), hold
    return hold


def booked(book: Book, need: Need, slot: Slot, contact: Contact = ERIKA, replaces: str | None = None) -> Appointment:
    """Holds and confirms, and insists."""
    appointment = book.confirm(op(), held(book, need, slot), contact, replaces)
    assert isinstance(appointment, Appointment), appointment
    return appointment


def free(book: Book, need: Need, office: str, day: date = TODAY, last: date | None = None) -> tuple[Slot, ...]:
    """What is free on a day."""
    return book.free(need, office, day, last or day)


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    """A moment in November 2026, by the town's clock (UTC+1)."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


def with_policy(desk: Desk, **changes: object) -> Desk:
    """The same desk under other rules."""
    return replace(desk, policy=desk.policy.model_copy(update=changes))
