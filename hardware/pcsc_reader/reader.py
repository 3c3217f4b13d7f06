"""Asks the readers of the system which card lies on them. A card is never held: whoever speaks with it is not disturbed."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from smartcard.scard import (
    SCARD_E_SHARING_VIOLATION,
    SCARD_LEAVE_CARD,
    SCARD_PROTOCOL_T0,
    SCARD_PROTOCOL_T1,
    SCARD_S_SUCCESS,
    SCARD_SCOPE_SYSTEM,
    SCARD_SHARE_SHARED,
    SCARD_STATE_PRESENT,
    SCARD_STATE_UNAWARE,
    SCardConnect,
    SCardDisconnect,
    SCardEstablishContext,
    SCardGetStatusChange,
    SCardListReaders,
    SCardReleaseContext,
    SCardTransmit,
)

from terminal.eid import CardKind

APPLICATIONS: Mapping[CardKind, tuple[bytes, ...]] = {
    CardKind.EID: (bytes.fromhex("E80704007F00070302"),),
    CardKind.PASSPORT: (bytes.fromhex("A0000002471001"),),
    CardKind.HEALTH: (bytes.fromhex("D27600000102"), bytes.fromhex("D27600014606")),
    CardKind.BANK: (b"1PAY.SYS.DDF01", b"2PAY.SYS.DDF01", bytes.fromhex("A0000003591010028001")),
}
"""How cards are told apart: by the first application that they have (TR-03110-4, 2.2.1; ICAO 9303-10, 3.2.1; gemSpec_eGK_ObjSys; EMV Book 1, 12)."""

_Lies = tuple[str, int]
"""A card on the reader of that name, counted since the reader was found: another number is another card, or the same put back."""

_PROTOCOLS = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1


SETTLES_S = 3.0
"""So long a card has to lie there before it is asked: a program that has just begun to find out what it is would be disturbed."""


class PcscReader:
    """All readers of the system together. Every call asks anew, so that a service or reader that comes back is found.

    A card is asked until it is known, and not before it has lain there for `settles_s`.
    """

    def __init__(self, settles_s: float = SETTLES_S, now: Callable[[], float] = time.monotonic) -> None:
        self._settles_s = settles_s
        self._now = now
        self._lies: _Lies | None = None
        self._since_s = 0.0
        self._kind: CardKind | None = None

    def present(self) -> bool:
        """Whether there is a reader at all."""
        with _service() as context:
            return context is not None and bool(_readers(context))

    def lies(self) -> bool:
        """Whether a card lies on any reader."""
        with _service() as context:
            return context is not None and bool(_occupied(context))

    def card(self) -> CardKind | None:
        """The card on the first reader that has one; None where there is none yet, or no reader."""
        with _service() as context:
            occupied = _occupied(context) if context is not None else []
            if context is not None and occupied:
                return self._asked(context, occupied[0])
            self._forget()
            return None

    def _forget(self) -> None:
        self._lies = self._kind = None

    def _asked(self, context: int, lies: _Lies) -> CardKind | None:
        if lies != self._lies:
            self._lies, self._since_s, self._kind = lies, self._now(), None
        if self._now() - self._since_s < self._settles_s:
            return None
        if self._kind in (None, CardKind.UNREADABLE):
            self._kind = _kind(context, lies[0])
        return self._kind


@contextmanager
def _service() -> Iterator[int | None]:
    """A context of the readers' service; None when there is no service."""
    result, context = SCardEstablishContext(SCARD_SCOPE_SYSTEM)
    if result != SCARD_S_SUCCESS:
        yield None
        return
    try:
        yield context
    finally:
        SCardReleaseContext(context)


def _readers(context: int) -> list[str]:
    result, readers = SCardListReaders(context, [])
    return list(readers) if result == SCARD_S_SUCCESS else []


def _occupied(context: int) -> list[_Lies]:
    readers = _readers(context)
    if not readers:
        return []
    result, states = SCardGetStatusChange(context, 0, [(name, SCARD_STATE_UNAWARE) for name in readers])
    if result != SCARD_S_SUCCESS:
        return []
    # The higher half counts what came and went (pcsclite.h, SCARD_READERSTATE).
    return [(name, state >> 16) for name, state, _ in states if state & SCARD_STATE_PRESENT]


def _kind(context: int, reader: str) -> CardKind | None:
    """None while another program has the card for itself."""
    result, card, protocol = SCardConnect(context, reader, SCARD_SHARE_SHARED, _PROTOCOLS)
    if result == SCARD_E_SHARING_VIOLATION:
        return None
    if result != SCARD_S_SUCCESS:
        return CardKind.UNREADABLE
    try:
        return next(
            (kind for kind, ids in APPLICATIONS.items() if any(_has(card, protocol, id) for id in ids)),
            CardKind.UNREADABLE,
        )
    finally:
        SCardDisconnect(card, SCARD_LEAVE_CARD)


def _has(card: int, protocol: int, application: bytes) -> bool:
    """SELECT by name (ISO/IEC 7816-4, 11.2.2); T=0 answers with the length of more instead of success."""
    command = [0x00, 0xA4, 0x04, 0x0C, len(application), *application]
    result, answer = SCardTransmit(card, protocol, command)
    return result == SCARD_S_SUCCESS and len(answer) >= 2 and answer[-2] in (0x90, 0x61, 0x62)
