"""A service to take along: as a code, on paper, and the addresses of its forms and online services."""

from collections.abc import Callable, Iterator
from itertools import islice

from terminal.central.catalogue.model import Service, Topic
from terminal.journeys.appointments.offered import office_of
from terminal.journeys.find_service.finding import responsible_words
from terminal.journeys.find_service.topics import of_the_catalogue, told
from terminal.journeys.paper import on_paper
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.slip import Code, Figure, Line, Part, Rule, Title
from terminal.steps import Journey, Paragraph, QrCode, Read, Way
from terminal.values import valueclass
from terminal.wording import Text, Words, message

LARGEST_BYTES = 300
"""At 80 mm with its quiet zone (LOOK.md, section 6) each of the code's squares is still 1 mm wide."""

_ON_PAPER = (Topic.DOCUMENTS, Topic.FEES, Topic.DEADLINE)
_MOST_LINES = 40
_MOST_LINKS = 6
_WAYS = (Way(value="more", label=message("done-more")),)


def take_along(service: Service) -> Journey:
    """A code with the online service, or with what to bring as text."""
    online = next((link.address for link in service.online if len(link.address.encode()) <= LARGEST_BYTES), "")
    caption = message("service-code-online") if online else message("service-code-text")
    yield from Read(
        key="take-along",
        title=of_the_catalogue(service.titles),
        blocks=(QrCode(online or in_short(service), caption, message("qr-title")),),
        ways=_WAYS,
        help=message("service-help-take-along"),
    )


def linked(service: Service) -> Journey:
    """Forms and online services, each as a code; this kiosk opens no foreign pages."""
    links = [link for link in (*service.online, *service.forms) if len(link.address.encode()) <= LARGEST_BYTES]
    codes = tuple(QrCode(link.address, of_the_catalogue({"": link.name})) for link in links[:_MOST_LINKS])
    yield from Read(
        key="links",
        title=message("service-links"),
        hint=of_the_catalogue(service.titles),
        blocks=codes or (Paragraph(message("service-no-links")),),
        ways=_WAYS,
        help=message("service-help-take-along"),
    )


def printed(snapshot: Snapshot, service: Service) -> Journey:
    """On paper; what became of it is said, and the code is there all the same."""
    told_of = yield from on_paper(ServiceLeaflet(snapshot, service))
    yield from Read(
        key="printed",
        title=told_of,
        hint=of_the_catalogue(service.titles),
        blocks=(QrCode(in_short(service), message("service-code-text"), message("qr-title")),),
        ways=_WAYS,
        help=message("service-help-take-along"),
    )


@valueclass(frozen=True)
class ServiceLeaflet:
    """What to bring, what it costs, where to go."""

    snapshot: Snapshot
    service: Service

    def parts(self, read: Callable[[Text], str]) -> Iterator[Part]:
        """See `Leaflet`."""
        return _parts(self.snapshot, self.service, read)


def in_short(service: Service) -> str:
    """Title and what to bring, in German as the office reads it, as much of it as a code holds."""
    lines = [service.title("de")[1]]
    lines += [f"- {line.text}" for topic, found in told(service) if topic is Topic.DOCUMENTS for line, _ in found]
    text = ""
    for line in lines:
        longer = f"{text}\n{line}" if text else line
        if len(longer.encode()) > LARGEST_BYTES:
            break
        text = longer
    return text or lines[0].encode()[:LARGEST_BYTES].decode(errors="ignore")


def _parts(snapshot: Snapshot, service: Service, read: Callable[[Text], str]) -> Iterator[Part]:
    yield Title(read(of_the_catalogue(service.titles)))
    yield Line(read(Words.of(snapshot.town)), centred=True)
    for topic, lines in told(service):
        if topic in _ON_PAPER:
            yield Rule()
            yield Line(read(message(f"service-topic-{topic.value}")), bold=True)
            for line, text in islice(lines, _MOST_LINES // len(_ON_PAPER)):
                yield Line(f"- {read(text)}" if line.kind == "item" else read(text))
    yield Rule()
    who = responsible_words(service, snapshot.responsible_names)
    office = office_of(snapshot, snapshot.responsible.get(service.responsible, ""))
    if office:
        yield Figure(read(message("service-office")), read(Words.of(office.name)))
        yield Line(f"{office.address.street}, {office.address.postcode} {office.address.place}")
    elif who:
        yield Figure(read(message("service-office")), read(who))
    if service.as_of:
        yield Line(read(message("service-as-of", day=service.as_of)))
    if service.online:
        yield Code(service.online[0].address[:800], read(message("service-code-online")))
