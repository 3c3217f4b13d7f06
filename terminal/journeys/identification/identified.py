"""The capability: `data = yield from identified(...)` in any journey gives what the citizen let the card tell, or None.

Before it comes back with None, the citizen has been told why, on a page of its own.
"""

from collections.abc import Generator
from typing import Any, ClassVar, Generic, TypeVar

from terminal.attributes import Attribute, PersonalData
from terminal.card_reading import Agreed, CardReading, Refused, TooMuch
from terminal.card_talk import CardTalk, Forgotten
from terminal.central.identity.port import EID_SERVICE, NotIdentified, Opened, Why
from terminal.eid import CardLooked, EidEnd, NotDone, PinBlocked, PukUsedUp, Purpose, SwitchedOff, Trouble, Unblocked
from terminal.journeys.card_pages import STARTING, PinPages
from terminal.journeys.identification.pages import IdentificationPages
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Converse, Failed, Kind, Ports, Step, Unknown, Way, Work
from terminal.values import valueclass
from terminal.wording import Message, Words, message

_AGAIN, _UNBLOCK = "again", "unblock"

R = TypeVar("R")

Failure = NotIdentified | EidEnd | Forgotten | Refused | TooMuch
Found = PersonalData | Failure

Asking = Generator[Step[Any], Any, PersonalData | None]


class _Once(Generic[R]):
    """What can be asked for once only, and is not asked for again when the citizen goes back to a later step: the card's session would be another."""

    kind: ClassVar[Kind] = Kind.REVERSIBLE

    def settle(self, ports: Ports, op: str) -> R | None:
        """An answer that was lost is not to be had again."""
        return None

    def undo(self, ports: Ports, op: str) -> None:
        """A session runs out by itself, and what was read is forgotten with the tape."""


@valueclass(frozen=True)
class OpenSession(_Once[Opened | NotIdentified]):
    """A session at the eID service."""

    deadline_s: ClassVar[float] = 15.0
    required: tuple[Attribute, ...]
    optional: tuple[Attribute, ...]

    def run(self, ports: Ports, op: str) -> Opened | NotIdentified:
        """See `Effect`."""
        return ports.adapters.of(EID_SERVICE).open(self.required, self.optional)


@valueclass(frozen=True)
class FetchResult(_Once[PersonalData | NotIdentified]):
    """What the card told in a session of ours."""

    deadline_s: ClassVar[float] = 35.0
    opened: Opened
    agreed: frozenset[Attribute]

    def run(self, ports: Ports, op: str) -> PersonalData | NotIdentified:
        """See `Effect`. What nobody has agreed to is dropped, whatever the service sends."""
        told = ports.adapters.of(EID_SERVICE).result(self.opened)
        if isinstance(told, NotIdentified):
            return told
        agreed = told.only(self.agreed)
        return agreed if agreed.texts else NotIdentified(Why.NOT_PERMITTED)


def identified(snapshot: Snapshot, required: tuple[Attribute, ...], optional: tuple[Attribute, ...]) -> Asking:
    """`required` and `optional` have to be covered by the town's certificate."""
    number = 1
    while True:
        found = yield from _once(snapshot, required, optional, number)
        if isinstance(found, PersonalData):
            return found
        if not (yield from _told(snapshot, found, number)):
            return None
        number += 1


def _once(
    snapshot: Snapshot, required: tuple[Attribute, ...], optional: tuple[Attribute, ...], number: int
) -> Generator[Step[Any], Any, Found]:
    opened = yield from Work(
        key=f"open:{number}",
        title=message("identify-opening"),
        doing=message("identify-opening-doing"),
        effect=OpenSession(required, optional),
    )
    if not isinstance(opened, Opened):
        return NotIdentified(Why.DOWN) if isinstance(opened, Unknown) else opened
    wanted = frozenset((*required, *optional))
    reading = CardReading(opened.tc_token_url, IdentificationPages(), wanted, snapshot.pin_keys_shuffled)
    end = yield from Converse(key=f"read:{number}", dialogue=reading, opening=STARTING)
    if not isinstance(end, Agreed):
        return end
    data = yield from Work(
        key=f"result:{number}",
        title=message("identify-fetching"),
        doing=message("identify-fetching-doing"),
        effect=FetchResult(opened, end.attributes),
    )
    return NotIdentified(Why.DOWN) if isinstance(data, Unknown) else data


def _told(snapshot: Snapshot, found: Failure, number: int) -> Generator[Step[Any], Any, bool]:
    """Why not; answers whether to try again."""
    title, meaning, again = _words(found)
    ways = (Way(value=_AGAIN, label=message("try-again"), icon="refresh"),) if again else ()
    if isinstance(found, PinBlocked):
        ways = (Way(value=_UNBLOCK, label=message("identify-unblock"), icon="shield-lock"),)
    way = yield from Failed(
        key=f"not-identified:{number}",
        title=title,
        meaning=meaning,
        comfort=Words.of(snapshot.reception),
        icon="id",
        ways=(*ways, Way(value="more", label=message("done-more"))),
    )
    if way == _UNBLOCK:
        return (yield from _unblocked(snapshot, number))
    return way == _AGAIN


def _unblocked(snapshot: Snapshot, number: int) -> Generator[Step[Any], Any, bool]:
    """With the PUK, here and now; then the card can be read after all."""
    talk = CardTalk(Purpose.UNBLOCK, PinPages(), snapshot.pin_keys_shuffled)
    end = yield from Converse(key=f"unblock:{number}", dialogue=talk, opening=STARTING)
    if isinstance(end, Unblocked | CardLooked):
        return True
    yield from Failed(
        key=f"not-unblocked:{number}",
        title=message("identify-not-unblocked"),
        meaning=message("pin-new-pin-text"),
        comfort=Words.of(snapshot.reception),
        icon="id",
        ways=(Way(value="more", label=message("done-more")),),
    )
    return False


def _words(found: Failure) -> tuple[Message, Message, bool]:
    """Title, what it means, and whether another try can help."""
    match found:
        case Refused() | NotIdentified(Why.DENIED):
            return message("identify-refused"), message("identify-refused-text"), True
        case PinBlocked():
            return message("pin-blocked"), message("identify-blocked-text"), False
        case SwitchedOff():
            return message("pin-off"), message("pin-off-text"), False
        case Forgotten():
            return message("identify-forgotten"), message("pin-new-pin-text"), False
        case NotDone(trouble=Trouble.NO_READER | Trouble.NO_PROGRAM):
            return message("pin-no-reader"), message("pin-no-reader-text"), True
        case NotDone(trouble=Trouble.NO_KEYPAD):
            return message("pin-no-keypad"), message("pin-no-keypad-text"), False
        case PukUsedUp():
            return message("pin-puk-used-up"), message("pin-new-pin-text"), False
        case TooMuch() | NotIdentified(Why.NOT_PERMITTED | Why.NOT_AUTHENTIC):
            return message("identify-not-permitted"), message("identify-not-permitted-text"), False
        case NotIdentified():
            return message("identify-down"), message("identify-down-text"), True
    return message("identify-not-read"), message("identify-not-read-text"), True
