"""An appointment for a need that is known: where (if there is a choice), when, who, check, done."""

from collections.abc import Generator
from typing import Any

from terminal.central.appointments.model import Need
from terminal.central.offices import Office
from terminal.journeys.appointments.booking import Plan, booking
from terminal.journeys.appointments.handing_over import handed_over
from terminal.journeys.appointments.offered import serving
from terminal.journeys.contact_facts import address_fact
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Choose, Journey, Option, Step
from terminal.wording import Words, message


def booked_for(snapshot: Snapshot, need: Need, first_key: str = "concern:1") -> Journey:
    """Somebody has to serve `need`. `first_key`: the step to which *Change* of the need leads."""
    office = yield from _office(snapshot, need)
    booked = yield from booking(snapshot, Plan(need, office, first_key))
    if booked:
        yield from handed_over(snapshot, booked, message("book-done"))


def _office(snapshot: Snapshot, need: Need) -> Generator[Step[Any], Any, Office]:
    offices = serving(snapshot, need)
    if len(offices) == 1:
        return offices[0]
    chosen = yield from Choose(
        key="office",
        title=message("book-where"),
        options=tuple(_option(office) for office in offices),
        help=message("book-help-where"),
    )
    return next(office for office in offices if office.id == chosen)


def _option(office: Office) -> Option:
    where = Words.of(office.room) if office.room else address_fact(office.address).value
    return Option(value=office.id, label=Words.of(office.name), sublabel=where, icon="building-community")
