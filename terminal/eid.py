"""Managing the PIN of an identity card, as journeys see it: what is asked for, what the card says, and how it ends.

PIN, CAN and PUK are inputs only (docs/architecture.md, "Journeys, exactly", 9).
"""

from collections.abc import Callable, Collection
from enum import Enum
from typing import Protocol

from terminal.adapters import Port
from terminal.attributes import Attribute
from terminal.values import valueclass


class Purpose(Enum):
    """What the citizen came for."""

    FIRST_PIN = "first-pin"
    CHANGE_PIN = "change-pin"
    UNBLOCK = "unblock"
    LOOK = "look"


class Entry(Enum):
    """What has to be entered: the PIN, of which the letter's has five digits, a new one, the CAN of the front of the card, or the letter's PUK."""

    PIN = "pin"
    NEW_PIN = "new-pin"
    CAN = "can"
    PUK = "puk"


class CardKind(Enum):
    """Which card lies on the reader, as far as a card says without being asked for a PIN."""

    EID = "eid"
    HEALTH = "health"
    BANK = "bank"
    PASSPORT = "passport"
    UNREADABLE = "unreadable"


@valueclass(frozen=True)
class CardWanted:
    """No card lies on the reader; `again`: it did before."""

    again: bool = False


@valueclass(frozen=True)
class WrongCard:
    """Another card than one with an eID function."""

    kind: CardKind


@valueclass(frozen=True)
class EntryWanted:
    """`tries` left of the PIN. `wrong`: what was entered before was not right. `keypad`: it has to be entered at the reader."""

    entry: Entry
    tries: int
    wrong: bool = False
    keypad: bool = False


@valueclass(frozen=True)
class Consent:
    """Who wants to read what, by the certificate that the card will check, and for what. `optional` may be left out."""

    who: str
    address: str
    purpose: str
    required: tuple[Attribute, ...]
    optional: tuple[Attribute, ...]
    unnamed: bool = False
    """Whether something is required that no page could name: it must not be agreed to."""


@valueclass(frozen=True)
class Busy:
    """The card is being asked; it must not be moved."""


EidState = CardWanted | WrongCard | EntryWanted | Consent | Busy


@valueclass(frozen=True)
class PinChanged:
    """The card has taken the new PIN."""


@valueclass(frozen=True)
class Unblocked:
    """The PUK was right: the PIN has three tries again."""


@valueclass(frozen=True)
class CardLooked:
    """How the card is; nothing was changed. `tries`: 3 well, 2 wrong once, 1 the CAN comes first, 0 blocked."""

    tries: int


@valueclass(frozen=True)
class Read:
    """The card has told the eID service what was consented to; whether that has it is for the service to say."""


@valueclass(frozen=True)
class PinBlocked:
    """The PIN was wrong three times: it has to be unblocked before anything can be read."""


@valueclass(frozen=True)
class SwitchedOff:
    """The eID function of the card is off: only an office can switch it on."""


@valueclass(frozen=True)
class PukUsedUp:
    """The PUK was used ten times: the card can no longer be unblocked."""


class Trouble(Enum):
    """Why it did not come to an end that the citizen could do something about."""

    NO_READER = "no-reader"
    NO_KEYPAD = "no-keypad"
    NO_PROGRAM = "no-program"
    TOO_SLOW = "too-slow"
    REFUSED = "refused"


@valueclass(frozen=True)
class NotDone:
    """It did not work, and the PIN is what it was, unless `perhaps`: a new one was sent, and no answer came."""

    trouble: Trouble
    perhaps: bool = False


EidEnd = PinChanged | Unblocked | CardLooked | Read | PinBlocked | SwitchedOff | PukUsedUp | NotDone


class EidSession(Protocol):
    """One conversation with a card."""

    def enter(self, value: str) -> None:
        """What was asked for. Kept nowhere."""

    def consent(self, chosen: Collection[Attribute]) -> None:
        """The citizen agrees that what is required be read, and of what is optional `chosen`."""

    def close(self) -> None:
        """The citizen has left: end it, say nothing more. Safe after the end, and twice."""


class EidClient(Protocol):
    """The program that speaks with cards."""

    def manage_pin(
        self, purpose: Purpose, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]
    ) -> EidSession:
        """Begin, without blocking. `tell` and `end` come from another thread; `end` exactly once unless closed before."""

    def identify(
        self, tc_token_url: str, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]
    ) -> EidSession:
        """Send the citizen's card to the eID service at `tc_token_url`; otherwise as `manage_pin`."""

    def asked(self) -> bool:
        """Whether a card was asked for in this visit. Does not block."""

    def card_lies(self) -> bool:
        """Whether a card lies on a reader now. May take a moment; from any thread."""

    def close(self) -> None:
        """The visit is over: end the program."""


EID = Port[EidClient]("eid")
