"""The dialogue with a card: its states become pages, entries go straight to the card's program."""

import secrets
from collections.abc import Callable
from typing import Protocol

from terminal.eid import EID, Busy, EidEnd, EidSession, EidState, Entry, EntryWanted, Purpose
from terminal.steps import DIGITS, Ports, Step
from terminal.values import valueclass


@valueclass(frozen=True)
class Forgotten:
    """The citizen does not have what was asked for."""


Outcome = EidEnd | Forgotten


def order_of_keys(*, shuffled: bool) -> str:
    """For a secret, against looking over the shoulder: another one each time, where the town wants that."""
    return "".join(secrets.SystemRandom().sample(DIGITS, len(DIGITS))) if shuffled else DIGITS


class Pages(Protocol):
    """How a journey shows a conversation. `digits` is the order of the keys for a secret."""

    def of(self, state: EidState, purpose: Purpose, digits: str) -> Step[str]:
        """The page for a state of the card."""

    def repeated(self, digits: str, *, differed: bool) -> Step[str]:
        """The new PIN once more, or from the start when the two differed."""


@valueclass(frozen=True)
class CardTalk:
    """A `Dialogue` with a card for `purpose`. `shuffled`: the keys for secrets stand in another order each time."""

    purpose: Purpose
    pages: Pages
    shuffled: bool = False

    def start(self, ports: Ports, show: Callable[[Step[str]], None], done: Callable[[Outcome], None]) -> "CardSession":
        """See `Dialogue`."""
        return CardSession(self, ports, show, done)


class CardSession:
    """One conversation under way. Only the new PIN is held here, from its first entry to its second."""

    def __init__(
        self, talk: CardTalk, ports: Ports, show: Callable[[Step[str]], None], done: Callable[[Outcome], None]
    ) -> None:
        self._talk = talk
        self._show = show
        self._done = done
        self._state: EidState = Busy()
        self._new = ""
        self._session: EidSession = ports.adapters.of(EID).manage_pin(talk.purpose, self._tell, done)

    def put(self, answer: str) -> None:
        """See `Session`: what was entered, or "" for who does not have it."""
        if not isinstance(self._state, EntryWanted):
            return
        if not answer:
            self._session.close()
            self._done(Forgotten())
        elif self._state.entry is Entry.NEW_PIN:
            self._put_new(answer)
        else:
            self._session.enter(answer)

    def close(self) -> None:
        """See `Session`."""
        self._new = ""
        self._session.close()

    def _put_new(self, pin: str) -> None:
        if not self._new:
            self._new = pin
            self._show(self._talk.pages.repeated(self._digits(), differed=False))
            return
        before, self._new = self._new, ""
        if pin == before:
            self._session.enter(pin)
        else:
            self._show(self._talk.pages.repeated(self._digits(), differed=True))

    def _tell(self, state: EidState) -> None:
        self._state, self._new = state, ""
        self._show(self._talk.pages.of(state, self._talk.purpose, self._digits()))

    def _digits(self) -> str:
        return order_of_keys(shuffled=self._talk.shuffled)
