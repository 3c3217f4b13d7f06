"""What the screen shows while somebody speaks with the card: one page for each state."""

from terminal.eid import Busy, CardKind, CardWanted, Consent, EidState, Entry, EntryWanted, Purpose, WrongCard
from terminal.steps import Ask, InputKind, Notice, NoticeKind, Paragraph, Read, Step
from terminal.values import valueclass
from terminal.wording import Text, message

_PIN, _TRANSPORT_PIN, _CAN, _PUK = 6, 5, 6, 10

STARTING = Read(key="card-starting", title=message("pin-starting"), blocks=(Paragraph(message("pin-starting-text")),))
"""Until the card's program answers."""


@valueclass(frozen=True)
class PinPages:
    """The pages of a conversation, as `CardTalk` asks for them."""

    def of(self, state: EidState, purpose: Purpose, digits: str) -> Step[str]:
        """See `Pages`."""
        return _page(state, purpose, digits)

    def repeated(self, digits: str, *, differed: bool) -> Step[str]:
        """See `Pages`."""
        return _repeated(digits, differed=differed)


def _page(state: EidState, purpose: Purpose, digits: str) -> Step[str]:
    match state:
        case CardWanted(again):
            return _card_wanted(again)
        case WrongCard(kind):
            return _wrong_card(kind)
        case Busy():
            text = Paragraph(message("pin-busy-text"))
            return Read(key="card-busy", title=message("pin-busy"), blocks=(text,), help=message("pin-help-card"))
        case EntryWanted(keypad=True):
            return _at_the_keypad(state, purpose)
        case EntryWanted():
            return _asked(state, purpose, digits)
        case Consent():
            raise TypeError("managing a PIN reads nothing")


def _repeated(digits: str, *, differed: bool) -> Ask:
    if differed:
        return _ask("new-again", Entry.NEW_PIN, Purpose.CHANGE_PIN, digits, message("pin-new-differs"))
    return Ask(
        key="card-repeat",
        title=message("pin-repeat"),
        label=message("pin-name-new-pin"),
        input=InputKind.SECRET,
        longest=_PIN,
        shortest=_PIN,
        digits=digits,
        help=message("pin-help-new-pin"),
    )


def _card_wanted(again: bool) -> Read:
    title = message("pin-card-back") if again else message("pin-card")
    blocks = (Paragraph(message("pin-card-text")),)
    return Read(key=f"card-wanted-{again}", title=title, blocks=blocks, help=message("pin-help-card"))


def _wrong_card(kind: CardKind) -> Read:
    which = {
        CardKind.HEALTH: message("pin-wrong-health"),
        CardKind.BANK: message("pin-wrong-bank"),
        CardKind.PASSPORT: message("pin-wrong-passport"),
    }.get(kind, message("pin-wrong-unreadable"))
    return Read(
        key=f"card-wrong-{kind.value}",
        title=message("pin-wrong-card"),
        blocks=(Notice(which, NoticeKind.WARNING), Paragraph(message("pin-card-text"))),
        help=message("pin-help-card"),
    )


def _at_the_keypad(state: EntryWanted, purpose: Purpose) -> Read:
    problem = _problem(state)
    warning = (Notice(problem, NoticeKind.WARNING),) if problem else ()
    return Read(
        key=f"card-keypad-{state.entry.value}",
        title=message("pin-keypad"),
        blocks=(*warning, Paragraph(_title(state.entry, purpose)), Paragraph(_hint(state.entry, purpose))),
        help=message("pin-help-card"),
    )


def _asked(state: EntryWanted, purpose: Purpose, digits: str) -> Ask:
    return _ask(f"{state.tries}", state.entry, purpose, digits, _problem(state))


def _ask(mark: str, entry: Entry, purpose: Purpose, digits: str, problem: Text | None) -> Ask:
    lengths = {Entry.CAN: _CAN, Entry.PUK: _PUK, Entry.PIN: _length(purpose)}
    return Ask(
        key=f"card-{entry.value}-{mark}",
        title=_title(entry, purpose),
        hint=_hint(entry, purpose),
        label=_name(entry),
        input=InputKind.SECRET,
        longest=lengths.get(entry, _PIN),
        shortest=lengths.get(entry, _PIN),
        skip=_way_round(entry),
        digits=digits,
        problem=problem,
        help=_help(entry),
    )


def _length(purpose: Purpose) -> int:
    """The letter's PIN has five digits, one's own six: with the wrong one of the two nothing would work, and nobody would be told."""
    return _TRANSPORT_PIN if purpose is Purpose.FIRST_PIN else _PIN


def _problem(state: EntryWanted) -> Text | None:
    if not state.wrong:
        return None
    if state.entry is Entry.PIN:
        return message("pin-was-wrong", tries=state.tries)
    return message("pin-can-was-wrong") if state.entry is Entry.CAN else message("pin-puk-was-wrong")


def _title(entry: Entry, purpose: Purpose) -> Text:
    return message(f"pin-ask-{_asked_for(entry, purpose)}")


def _hint(entry: Entry, purpose: Purpose) -> Text:
    return message(f"pin-hint-{_asked_for(entry, purpose)}")


def _asked_for(entry: Entry, purpose: Purpose) -> str:
    return "transport-pin" if entry is Entry.PIN and purpose is Purpose.FIRST_PIN else entry.value


def _name(entry: Entry) -> Text:
    return message(f"pin-name-{entry.value}")


def _help(entry: Entry) -> Text:
    return message(f"pin-help-{entry.value}")


def _way_round(entry: Entry) -> Text | None:
    """Who does not have it gets told where else to go."""
    if entry is Entry.PIN:
        return message("pin-not-known")
    return message("pin-no-puk") if entry is Entry.PUK else None
