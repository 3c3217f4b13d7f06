"""Who is responsible for a service: the office of this town hall, or who it is elsewhere and who knows the way."""

from collections.abc import Iterator

from terminal.central.catalogue.model import Place, Service
from terminal.central.catalogue.port import CATALOGUE
from terminal.journeys.appointments.offered import office_of
from terminal.journeys.contact_facts import email_fact, phone_fact
from terminal.journeys.find_service.finding import responsible_words
from terminal.journeys.find_service.topics import of_the_catalogue
from terminal.journeys.office_page import OfficePage
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Fact, Heading, Journey, Notice, Paragraph, Ports, Read, Reading, Unknown, Way, Work
from terminal.values import valueclass
from terminal.wording import Words, message

_MOST_PLACES = 5
_WAYS = (Way(value="more", label=message("done-more")),)


@valueclass(frozen=True)
class ReadPlaces(Reading[tuple[Place, ...]]):
    """The offices that the catalogue itself names for a service."""

    ids: tuple[str, ...]

    def run(self, ports: Ports, op: str) -> tuple[Place, ...]:
        """See `Effect`."""
        return tuple(place for place in ports.adapters.of(CATALOGUE).places() if place.id in self.ids)


def office_page(snapshot: Snapshot, service: Service) -> Journey:
    """A page with its hours where it is an office of this town hall."""
    office = office_of(snapshot, snapshot.responsible.get(service.responsible, ""))
    if office:
        yield from Read(
            key="office",
            title=Words.of(office.name),
            hint=Words.of(office.summary),
            blocks=OfficePage(office, None, snapshot.calendar),
            ways=_WAYS,
            help=message("service-help-office"),
        )
        return
    places: tuple[Place, ...] = ()
    if service.places:
        work = Work(
            key="places",
            title=message("service-opening"),
            doing=message("service-opening"),
            effect=ReadPlaces(service.places),
        )
        found = yield from work
        places = () if isinstance(found, Unknown) else found
    yield from Read(
        key="office",
        title=responsible_words(service, snapshot.responsible_names) or message("service-office"),
        hint=of_the_catalogue(service.titles),
        blocks=(*_places(places), *_people(snapshot)),
        ways=_WAYS,
        help=message("service-help-office"),
    )


def _places(places: tuple[Place, ...]) -> Iterator[Block]:
    for place in places[:_MOST_PLACES]:
        yield Heading(of_the_catalogue({"": place.name}))
        if place.street:
            address = f"{place.street}, {place.postcode} {place.place}"
            yield Fact(message("label-address"), Words.same(address))
        if place.phone:
            yield phone_fact(place.phone)
        if place.email:
            yield email_fact(place.email)


def _people(snapshot: Snapshot) -> Iterator[Block]:
    """What is not in this house, the public service number and the reception know."""
    yield Notice(message("service-ask-115", number=snapshot.help115.number), icon="phone")
    yield Paragraph(Words.of(snapshot.reception))
