"""The dialogue in which a card is read: consent, PIN, reading. What was read comes from the eID service, never from here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from terminal.attributes import Attribute
from terminal.card_talk import Forgotten
from terminal.eid import EID, Busy, Consent, EidEnd, EidSession, EidState, EntryWanted
from terminal.steps import Ports, Step

AGREE, REFUSE, TOGGLE = "agree", "refuse", "toggle:"


@dataclass(frozen=True)
class Refused:
    """The citizen does not agree."""


Outcome = EidEnd | Forgotten | Refused


class ReadingPages(Protocol):
    """How a journey shows it."""

    def of(self, state: EidState) -> Step[str]:
        """The page for a state of the card other than consent."""

    def consent(self, asked: Consent, chosen: frozenset[Attribute], number: int) -> Step[str]:
        """Who wants to know what, of which `chosen` is offered; answers AGREE, REFUSE, or TOGGLE with an attribute. `number` keeps keys apart."""


@dataclass(frozen=True)
class CardReading:
    """A `Dialogue`: the card of the citizen goes to the eID service at `tc_token_url`."""

    tc_token_url: str
    pages: ReadingPages

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
        self._pages = reading.pages
        self._show = show
        self._done = done
        self._state: EidState = Busy()
        self._chosen: frozenset[Attribute] = frozenset()
        self._shown = 0
        self._session: EidSession = ports.adapters.of(EID).identify(reading.tc_token_url, self._tell, done)

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
            self._chosen = frozenset(state.optional)
            self._ask(state)
        else:
            self._show(self._pages.of(state))

    def _ask(self, asked: Consent) -> None:
        self._shown += 1
        self._show(self._pages.consent(asked, self._chosen, self._shown))
