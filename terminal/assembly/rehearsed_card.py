"""A card that answers at once, for looking at every page of a conversation with it."""

from collections.abc import Callable, Collection

from terminal.attributes import Attribute, PersonalData, Place
from terminal.central.identity.port import Opened
from terminal.eid import (
    Busy,
    CardLooked,
    CardWanted,
    Consent,
    EidEnd,
    EidSession,
    EidState,
    Entry,
    EntryWanted,
    PinChanged,
    Purpose,
    Read,
    Unblocked,
)

_ASKED: dict[Purpose, tuple[Entry, ...]] = {
    Purpose.FIRST_PIN: (Entry.PIN, Entry.NEW_PIN),
    Purpose.CHANGE_PIN: (Entry.CAN, Entry.PIN, Entry.NEW_PIN),
    Purpose.UNBLOCK: (Entry.PUK,),
    Purpose.LOOK: (),
}

_ENDS: dict[Purpose, EidEnd] = {Purpose.UNBLOCK: Unblocked(), Purpose.LOOK: CardLooked(1)}


class RehearsedEid:
    """An `EidClient`: whatever is entered is right."""

    def manage_pin(
        self, purpose: Purpose, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]
    ) -> EidSession:
        """See `EidClient`."""
        return _Session(purpose, tell, end)

    def identify(
        self, tc_token_url: str, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]
    ) -> EidSession:
        """See `EidClient`."""
        return _Reading(tell, end)

    def asked(self) -> bool:
        """See `EidClient`."""
        return False

    def card_lies(self) -> bool:
        """See `EidClient`."""
        return False

    def close(self) -> None:
        """See `EidClient`."""


class _Session:
    def __init__(self, purpose: Purpose, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]) -> None:
        self._left = list(_ASKED[purpose])
        self._tell = tell
        self._end = end
        self._outcome = _ENDS.get(purpose, PinChanged())
        tell(CardWanted())
        tell(Busy())
        self._next()

    def enter(self, value: str) -> None:
        """See `EidSession`."""
        self._next()

    def consent(self, chosen: Collection[Attribute]) -> None:
        """See `EidSession`."""

    def close(self) -> None:
        """See `EidSession`."""

    def _next(self) -> None:
        if self._left:
            self._tell(EntryWanted(self._left.pop(0), tries=1))
        else:
            self._end(self._outcome)


class _Reading:
    """Asks for consent, then for the PIN."""

    def __init__(self, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]) -> None:
        self._tell, self._end = tell, end
        tell(
            Consent(
                "Stadt Musterstadt",
                "https://musterstadt.example",
                "Anzeige der eigenen Daten",
                (Attribute.GIVEN_NAMES, Attribute.FAMILY_NAMES),
                (Attribute.PLACE_OF_RESIDENCE, Attribute.DATE_OF_BIRTH),
            )
        )

    def consent(self, chosen: Collection[Attribute]) -> None:
        """See `EidSession`."""
        self._tell(EntryWanted(Entry.PIN, tries=3))

    def enter(self, value: str) -> None:
        """See `EidSession`."""
        self._end(Read())

    def close(self) -> None:
        """See `EidSession`."""


class RehearsedEidService:
    """An `EidService` to which Erika Mustermann has come."""

    def open(self, required: Collection[Attribute], optional: Collection[Attribute]) -> Opened:
        """See `EidService`."""
        return Opened("00" * 16, "https://localhost/")

    def result(self, opened: Opened) -> PersonalData:
        """See `EidService`."""
        texts = {
            Attribute.FAMILY_NAMES: "MUSTERMANN",
            Attribute.GIVEN_NAMES: "ERIKA",
            Attribute.DATE_OF_BIRTH: "12.08.1964",
            Attribute.PLACE_OF_RESIDENCE: "HEIDESTRASSE 17, 51147 KÖLN",
        }
        return PersonalData(texts, Place("HEIDESTRASSE 17", "51147", "KÖLN", "D"))
