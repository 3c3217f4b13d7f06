"""Read, show, print, forget."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from terminal.attributes import Attribute, PersonalData
from terminal.devices import NotPrinted, Printed
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.identification.identified import identified
from terminal.journeys.identification.pages import attribute_words
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.journal import AlreadyPrinted, Outcome
from terminal.receipts.printing import PrintSlip
from terminal.receipts.slip import Figure, Line, Part, Rule, Slip, Title
from terminal.steps import Block, Fact, Journey, Kind, Notice, Paragraph, Ports, Read, Way, Work
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

_PRINT = "print"


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
    way = yield from Read(
        key="data",
        title=message("my-data-shown"),
        blocks=(*_facts(data), Notice(message("my-data-forgotten"), icon="shield")),
        ways=(Way(value="more", label=message("my-data-done")), *prints),
        help=message("my-data-help-shown"),
    )
    if way == _PRINT:
        yield from _printed(snapshot, data)


def _printed(snapshot: Snapshot, data: PersonalData) -> Journey:
    outcome = yield from Work(
        key="print",
        title=message("my-data-printing"),
        doing=message("my-data-printing"),
        effect=PrintData(snapshot, data),
    )
    if isinstance(outcome, Printed | AlreadyPrinted):
        told: Text = message("my-data-printed")
    elif isinstance(outcome, NotPrinted) and outcome.certain:
        told = message("my-data-not-printed")
    else:
        told = message("my-data-perhaps-printed")
    yield from Read(
        key="printed",
        title=told,
        blocks=(Paragraph(message("my-data-take-card")),),
        ways=(Way(value="more", label=message("done-more")),),
        help=message("my-data-help-shown"),
    )


@dataclass(frozen=True)
class PrintData:
    """FINAL: print what the card says, once. The slip is nowhere but on paper."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = PrintSlip.deadline_s
    snapshot: Snapshot
    data: PersonalData = field(repr=False)

    def run(self, ports: Ports, op: str) -> Outcome:
        """See `Effect`."""
        return self._print(ports, op).run(ports, op)

    def settle(self, ports: Ports, op: str) -> Outcome | None:
        """See `Effect`."""
        return self._print(ports, op).settle(ports, op)

    def undo(self, ports: Ports, op: str) -> None:
        """Paper is not taken back."""

    def _print(self, ports: Ports, op: str) -> PrintSlip:
        say = ports.adapters.of(SAYING)()
        return PrintSlip(Slip(tuple(_parts(self.snapshot, self.data, lambda text: say(text).text))), op)


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
