"""Read, show, print, forget."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import field
from typing import Any

from terminal.attributes import Attribute, PersonalData
from terminal.journeys.identification.identified import identified
from terminal.journeys.identification.pages import attribute_words
from terminal.journeys.paper import on_paper
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.slip import Figure, Line, Part, Rule, Title
from terminal.steps import Block, Fact, Journey, Notice, Paragraph, Read, Step, Way
from terminal.values import valueclass
from terminal.wording import Text, Words, message

REQUIRED = (Attribute.FAMILY_NAMES, Attribute.GIVEN_NAMES)
OPTIONAL = (
    Attribute.DATE_OF_BIRTH,
    Attribute.PLACE_OF_RESIDENCE,
    Attribute.PLACE_OF_BIRTH,
    Attribute.BIRTH_NAME,
    Attribute.ACADEMIC_TITLE,
    Attribute.NATIONALITY,
    Attribute.DATE_OF_EXPIRY,
)

_PRINT, _LOOK = "print", "look"


def my_data(snapshot: Snapshot) -> Journey:
    """What is read lives in this visit alone."""
    yield from Read(
        key="about",
        title=message("my-data-about"),
        blocks=(Paragraph(message("my-data-about-text")), Notice(message("my-data-pin"), icon="lock")),
        ways=(Way(value="begin", label=message("my-data-begin"), icon="id"),),
        help=message("my-data-help"),
    )
    data = yield from identified(snapshot, REQUIRED, OPTIONAL)
    if data is None:
        return
    prints = (Way(value=_PRINT, label=message("my-data-print"), icon="printer"),) if snapshot.printer else ()
    way = yield from _shown("data", data, prints)
    if way == _PRINT and (yield from _printed(snapshot, data)) == _LOOK:
        yield from _shown("data-again", data, ())


def _shown(key: str, data: PersonalData, more: tuple[Way, ...]) -> Generator[Step[Any], Any, str]:
    way: str = yield from Read(
        key=key,
        title=message("my-data-shown"),
        blocks=(*_facts(data), Notice(message("my-data-forgotten"), icon="shield")),
        ways=(Way(value="more", label=message("my-data-done")), *more),
        help=message("my-data-help-shown"),
    )
    return way


def _printed(snapshot: Snapshot, data: PersonalData) -> Generator[Step[Any], Any, str]:
    told = yield from on_paper(DataLeaflet(snapshot, data))
    way: str = yield from Read(
        key="printed",
        title=told,
        blocks=(Paragraph(message("my-data-take-card")),),
        ways=(Way(value="more", label=message("done-more")), Way(value=_LOOK, label=message("my-data-look-again"))),
        help=message("my-data-help-shown"),
    )
    return way


@valueclass(frozen=True)
class DataLeaflet:
    """What the card says, nowhere but on paper."""

    snapshot: Snapshot
    data: PersonalData = field(repr=False)

    def parts(self, read: Callable[[Text], str]) -> Iterator[Part]:
        """See `Leaflet`."""
        return _parts(self.snapshot, self.data, read)


def _facts(data: PersonalData) -> Iterator[Block]:
    for attribute in (*REQUIRED, *OPTIONAL):
        if data.texts.get(attribute):
            yield Fact(attribute_words(attribute), Words.same(data.texts[attribute]))


def _parts(snapshot: Snapshot, data: PersonalData, read: Callable[[Text], str]) -> Iterator[Part]:
    yield Title(read(message("my-data-title")))
    yield Line(read(Words.of(snapshot.town)), centred=True)
    yield Rule()
    for attribute in (*REQUIRED, *OPTIONAL):
        if data.texts.get(attribute):
            yield Figure(read(attribute_words(attribute)), data.texts[attribute])
    yield Rule()
    yield Line(read(message("my-data-no-proof")))
