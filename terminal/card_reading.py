"""The dialogue in which a card is read: consent, PIN, reading. What was read comes from the eID service, never from here."""

from collections.abc import Callable
from dataclasses import field, replace
from typing import Protocol

from terminal.attributes import Attribute
from terminal.card_talk import Forgotten, order_of_keys
from terminal.eid import EID, Busy, Consent, EidEnd, EidSession, EidState, EntryWanted, Read
from terminal.steps import Ports, Step
from terminal.values import valueclass

AGREE, REFUSE, TOGGLE = "agree", "refuse", "toggle:"


@valueclass(frozen=True)
class Refused:
    """The citizen does not agree."""


@valueclass(frozen=True)
class Agreed:
    """The card was read, and to these the citizen has agreed; what it told is for the service to say."""

    attributes: frozenset[Attribute]


@valueclass(frozen=True)
class TooMuch:
    """The service requires more than the journey wants to know, or what no page could name: nobody was asked to agree."""


Outcome = EidEnd | Forgotten | Refused | Agreed | TooMuch


class ReadingPages(Protocol):
    """How a journey shows it."""

    def of(self, state: EidState, digits: str) -> Step[str]:
        """The page for a state of the card other than consent. `digits` is the order of the keys for a secret."""

    def consent(self, asked: Consent, chosen: frozenset[Attribute], number: int) -> Step[str]:
        """Who wants to know what, of which `chosen` is offered; answers AGREE, REFUSE, or TOGGLE with an attribute. `number` keeps keys apart."""


@valueclass(frozen=True)
class CardReading:
    """A `Dialogue`: the card of the citizen goes to the eID service at `tc_token_url`, to be asked for `wanted` at most."""

    tc_token_url: str = field(repr=False)
    pages: ReadingPages
    wanted: frozenset[Attribute]
    shuffled: bool = False

    def start(
        self, ports: Ports, show: Callable[[Step[str]], None], done: Callable[[Outcome], None]
    ) -> "ReadingSession":
        """See `Dialogue`."""
        return ReadingSession(self, ports, show, done)


class ReadingSession:
    """One reading under way. All that is optional is chosen until the citizen leaves it out."""

    def __init__(
        self,
        reading: CardReading,
        ports: Ports,
        show: Callable[[Step[str]], None],
        done: Callable[[Outcome], None],
    ) -> None:
        self._reading = reading
        self._show = show
        self._done = done
        self._state: EidState = Busy()
        self._chosen: frozenset[Attribute] = frozenset()
        self._agreed: frozenset[Attribute] = frozenset()
        self._shown = 0
        self._session: EidSession = ports.adapters.of(EID).identify(reading.tc_token_url, self._tell, self._end)

    def put(self, answer: str) -> None:
        """See `Session`."""
        if isinstance(self._state, Consent):
            self._decide(self._state, answer)
        elif isinstance(self._state, EntryWanted) and answer:
            self._session.enter(answer)
        elif isinstance(self._state, EntryWanted):
            self._session.close()
            self._done(Forgotten())

    def close(self) -> None:
        """See `Session`."""
        self._session.close()

    def _decide(self, asked: Consent, answer: str) -> None:
        if answer == AGREE:
            self._agreed = self._chosen | frozenset(asked.required)
            self._session.consent(self._chosen)
        elif answer == REFUSE:
            self._session.close()
            self._done(Refused())
        elif answer.startswith(TOGGLE):
            self._chosen ^= {Attribute(answer.removeprefix(TOGGLE))} & frozenset(asked.optional)
            self._ask(asked)

    def _tell(self, state: EidState) -> None:
        self._state = state
        if isinstance(state, Consent):
            self._consider(state)
        else:
            self._show(self._reading.pages.of(state, order_of_keys(shuffled=self._reading.shuffled)))

    def _consider(self, asked: Consent) -> None:
        wanted = self._reading.wanted
        if asked.unnamed or not wanted.issuperset(asked.required):
            self._session.close()
            self._done(TooMuch())
            return
        asked = replace(asked, optional=tuple(one for one in asked.optional if one in wanted))
        self._state, self._chosen = asked, frozenset(asked.optional)
        self._ask(asked)

    def _end(self, end: EidEnd) -> None:
        self._done(Agreed(self._agreed) if end == Read() else end)

    def _ask(self, asked: Consent) -> None:
        self._shown += 1
        self._show(self._reading.pages.consent(asked, self._chosen, self._shown))
