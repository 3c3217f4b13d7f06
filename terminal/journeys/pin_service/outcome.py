"""What came of it, each on a page of its own, with the next step."""

from collections.abc import Generator
from typing import Any

from terminal.card_talk import Forgotten, Outcome
from terminal.central.appointments.model import Need, Wish
from terminal.eid import CardLooked, NotDone, PinChanged, PukUsedUp, Purpose, SwitchedOff, Trouble, Unblocked
from terminal.journeys.appointments.booked_for import booked_for
from terminal.journeys.appointments.offered import concern_of, serving
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Done, Failed, Journey, Notice, NoticeKind, Paragraph, Read, Step, Way
from terminal.wording import Message, Words, message

_AGAIN = "again"
_BOOK = "book"
_MORE = "more"

_Asking = Generator[Step[Any], Any, bool]


def outcome(snapshot: Snapshot, purpose: Purpose, end: Outcome, number: int) -> _Asking:
    """Tell it; answers whether the citizen wants to try again. `number` makes the keys of a further try different."""
    match end:
        case PinChanged():
            yield from _done("changed", message("pin-changed"), message("pin-changed-text"))
        case Unblocked():
            yield from _done("unblocked", message("pin-unblocked"), message("pin-unblocked-text"))
        case CardLooked(0):
            yield from _at_the_office(snapshot, "blocked", message("pin-blocked"), message("pin-blocked-text"))
        case CardLooked(tries):
            yield from _looked(tries, purpose)
        case SwitchedOff():
            yield from _at_the_office(snapshot, "off", message("pin-off"), message("pin-off-text"))
        case PukUsedUp():
            yield from _at_the_office(snapshot, "puk-used-up", message("pin-puk-used-up"), message("pin-new-pin-text"))
        case Forgotten():
            yield from _at_the_office(snapshot, "forgotten", message("pin-forgotten"), message("pin-new-pin-text"))
        case NotDone():
            return (yield from _not_done(snapshot, end, number))
    return False


def _done(key: str, title: Message, text: Message) -> Done:
    return Done(key=key, title=title, lines=(message("pin-take-card"), text), help=message("pin-help-end"))


def _looked(tries: int, purpose: Purpose) -> Done:
    title = {3: message("pin-well"), 2: message("pin-wrong-once")}.get(tries, message("pin-suspended"))
    text = {3: message("pin-well-text"), 2: message("pin-wrong-once-text")}.get(tries, message("pin-suspended-text"))
    if purpose is Purpose.UNBLOCK:
        title = message("pin-not-blocked")
    return _done(f"looked-{tries}", title, text)


def _at_the_office(snapshot: Snapshot, key: str, title: Message, text: Message) -> Journey:
    """Only people can help: who, with what, and an appointment there if there are any."""
    need = Need((Wish(snapshot.eid_concern),))
    bookable = bool(concern_of(snapshot, snapshot.eid_concern)) and bool(serving(snapshot, need))
    where: tuple[Block, ...] = (
        (Paragraph(message("pin-at-the-office")),) if bookable else (Paragraph(Words.of(snapshot.reception)),)
    )
    book = (Way(value=_BOOK, label=message("pin-book"), icon="calendar-plus"),) if bookable else ()
    way = yield from Read(
        key=key,
        title=title,
        blocks=(Paragraph(text), Notice(message("pin-bring"), NoticeKind.INFO), *where),
        ways=(*book, Way(value=_MORE, label=message("done-more"))),
        help=message("pin-help-end"),
    )
    if way == _BOOK:
        yield from booked_for(snapshot, need, key)


def _not_done(snapshot: Snapshot, end: NotDone, number: int) -> _Asking:
    key = f"not-done:{number}"
    if end.perhaps:
        title, meaning = message("pin-perhaps"), message("pin-perhaps-text")
    elif end.trouble is Trouble.NO_KEYPAD:
        title, meaning = message("pin-no-keypad"), message("pin-no-keypad-text")
    elif end.trouble in (Trouble.NO_READER, Trouble.NO_PROGRAM):
        title, meaning = message("pin-no-reader"), message("pin-no-reader-text")
    else:
        title, meaning = message("pin-not-done"), message("pin-not-done-text")
    again = Way(value=_AGAIN, label=message("try-again"), icon="refresh")
    more = Way(value=_MORE, label=message("done-more"))
    ways = (more,) if end.trouble is Trouble.NO_KEYPAD else (again, more)
    way = yield from Failed(
        key=key, title=title, meaning=meaning, comfort=Words.of(snapshot.reception), icon="id", ways=ways
    )
    return way == _AGAIN
