"""What one can do about a service: book, see the office, get forms, print, take along."""

from collections.abc import Iterator

from terminal.central.appointments.model import Need, Wish
from terminal.central.catalogue.model import Service
from terminal.journeys.appointments.booked_for import booked_for
from terminal.journeys.appointments.offered import concern_of, serving
from terminal.journeys.find_service.finding import responsible_words
from terminal.journeys.find_service.office import office_page
from terminal.journeys.find_service.taking_along import linked, printed, take_along
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Journey, Option
from terminal.wording import message

_BOOK, _OFFICE, _LINKS, _PRINT, _TAKE = "book", "office", "links", "print", "take-along"


def actions(snapshot: Snapshot, service: Service) -> Iterator[Option]:
    """The first is what most people want next: an appointment where there is one, else the office."""
    need = _need(snapshot, service)
    if need:
        yield Option(value=_BOOK, label=message("service-book"), icon="calendar-plus")
    yield Option(
        value=_OFFICE,
        label=message("service-office"),
        sublabel=responsible_words(service, snapshot.responsible_names),
        icon="building-community",
    )
    if service.online or service.forms:
        yield Option(value=_LINKS, label=message("service-links"), icon="external-link")
    if snapshot.printer:
        yield Option(value=_PRINT, label=message("service-print"), icon="printer")
    yield Option(value=_TAKE, label=message("service-take-along"), icon="device-mobile")


def act(snapshot: Snapshot, service: Service, action: str, key: str) -> Journey:
    """Do it. `key` is that of the step in which it was chosen."""
    need = _need(snapshot, service)
    if action == _BOOK and need:
        yield from booked_for(snapshot, need, key)
    elif action == _LINKS:
        yield from linked(service)
    elif action == _PRINT:
        yield from printed(snapshot, service)
    elif action == _TAKE:
        yield from take_along(service)
    else:
        yield from office_page(snapshot, service)


def _need(snapshot: Snapshot, service: Service) -> Need | None:
    """What would be booked; None where there are no appointments for it."""
    concern = snapshot.service_concerns.get(service.id, "")
    if not concern or concern_of(snapshot, concern) is None:
        return None
    need = Need((Wish(concern),))
    return need if serving(snapshot, need) else None
