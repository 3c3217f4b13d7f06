"""What AusweisApp's workflows have in common, as a state machine: what comes in decides what is sent, told and waited for.

It does nothing itself. AusweisApp falls silent in some states (a card whose eID function is off, a card taken away), so every
state in which nobody but the program has to act has a deadline.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import Enum

from hardware.ausweisapp.messages import (
    Card,
    Ended,
    InsertCard,
    Message,
    Prompt,
    Reader,
    Refused,
    answer_to,
)
from hardware.ausweisapp.moves import End, Moves, Send, Tell
from terminal.eid import (
    Busy,
    CardKind,
    CardWanted,
    EidEnd,
    EidState,
    Entry,
    EntryWanted,
    NotDone,
    PukUsedUp,
    SwitchedOff,
    Trouble,
    WrongCard,
)

SILENCE_S = 20.0
"""So long the program may be silent while it works. A card answers within 3 s."""

ENDING_S = 5.0
"""And so long after it was told to cancel."""

RESTS_S = 0.5
MOST_RESTS = 6
"""A card that was swapped a moment ago ends the workflow before it has begun; so long and so often until it is begun again."""

OVERLOOKS = 5
"""So many looks at a reader with an eID card on it, until the program is taken to be blind."""

MISSES = 5
"""So many looks without any reader, until there is none."""

NOT_READERS = frozenset({"Simulator", "NFC"})
"""Readers that AusweisApp names and that nobody can put a card onto."""


_CANCEL = Send({"cmd": "CANCEL"})


class _Stage(Enum):
    STARTING = 1
    RESTING = 2
    CARD = 3
    PROMPT = 4
    DECIDING = 8
    WORKING = 5
    ENDING = 6
    OVER = 7


class CardWorkflow(ABC):
    """One run. `on_screen`: the PIN may be entered on the screen where the reader has no keypad."""

    def __init__(self, *, on_screen: bool) -> None:
        self._on_screen = on_screen
        self._stage = _Stage.STARTING
        self._readers: dict[str, Reader] = {}
        self._prompt: EntryWanted | None = None
        self._entered: Entry | None = None
        self._reason: EidEnd | None = None
        self._card_seen = False
        self._asked = False
        self._rests = 0
        self._overlooked = 0
        self._missed = 0
        self._told: EidState | None = None

    @property
    def deadline_s(self) -> float | None:
        """After so many seconds of silence `expired` has to be called; None: a citizen has to act."""
        if self._stage in (_Stage.STARTING, _Stage.WORKING):
            return SILENCE_S
        if self._stage is _Stage.RESTING:
            return RESTS_S
        return ENDING_S if self._stage is _Stage.ENDING else None

    @property
    def wants_card(self) -> bool:
        """Whether it matters which card lies on the reader."""
        return self._stage is _Stage.CARD

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._stage is _Stage.OVER

    @property
    def stopping(self) -> bool:
        """Whether it has been told to end, or has ended, and may be begun again."""
        return self._stage in (_Stage.ENDING, _Stage.RESTING, _Stage.OVER)

    @property
    def deciding(self) -> bool:
        """Whether the citizen is asked to agree."""
        return self._stage is _Stage.DECIDING

    def begin(self) -> Moves:
        """Start it."""
        self._stage = _Stage.STARTING
        return (Send(self._run()),)

    @abstractmethod
    def _run(self) -> Mapping[str, object]:
        """The command that begins it."""

    @abstractmethod
    def _looked(self, entry: Entry, tries: int) -> EidEnd | None:
        """The end, where the question itself already answers what the citizen came for, or nothing here can go on."""

    @abstractmethod
    def _won(self, success: bool) -> EidEnd | None:
        """What a run that ended by itself has come to; None: it is not known."""

    def hear(self, message: Message) -> Moves:
        """The program says something."""
        if self.over:
            return ()
        match message:
            case Ended(success):
                return self._ended(success)
            case Reader():
                return self._reader(message)
            case _ if self._stage is _Stage.ENDING:
                return ()
            case Prompt():
                return self._prompted(message)
            case InsertCard():
                return self._card_wanted()
            case Refused():
                return self._cancel(NotDone(Trouble.REFUSED, self._perhaps))
        return ()

    def enter(self, value: str) -> Moves:
        """The citizen has entered what was asked for."""
        if self._stage is not _Stage.PROMPT or self._prompt is None or self._prompt.keypad:
            return ()
        return self._enter(self._prompt.entry, value)

    def card_seen(self, kind: CardKind | None) -> Moves:
        """What the reader itself says of the card on it, None: there is none."""
        if self._stage is not _Stage.CARD:
            return ()
        if kind is CardKind.EID:
            return self._overlook()
        self._overlooked = 0
        if kind is None and not self._has_reader:
            return self._no_reader()
        return self._tell(CardWanted(self._card_seen) if kind is None else WrongCard(kind))

    @property
    def _has_reader(self) -> bool:
        return any(reader.attached for reader in self._readers.values())

    def _no_reader(self) -> Moves:
        """Readers are found within 2 s after the program has begun."""
        self._missed += 1
        return () if self._missed < MISSES else self._cancel(NotDone(Trouble.NO_READER, self._perhaps))

    def _overlook(self) -> Moves:
        """The reader has the card and the program does not see it: begin again, or have it put there anew."""
        self._overlooked += 1
        if self._overlooked < OVERLOOKS:
            return ()
        self._overlooked = 0
        if self._asked or self._rests == MOST_RESTS:
            return self._tell(WrongCard(CardKind.UNREADABLE))
        self._stage = _Stage.STARTING
        return (_CANCEL, *self._tell(WrongCard(CardKind.UNREADABLE)))

    def expired(self) -> Moves:
        """The deadline is over."""
        if self._stage is _Stage.RESTING:
            return self.begin()
        if self._stage is _Stage.ENDING:
            return self._end()
        return self._cancel(NotDone(Trouble.TOO_SLOW, self._perhaps))

    def lost(self, trouble: Trouble) -> Moves:
        """The program has died, or never came."""
        if self.over:
            return ()
        self._reason = self._reason or NotDone(trouble, self._perhaps)
        return self._end()

    def leave(self) -> Moves:
        """The citizen has left; the end is heard by nobody."""
        if self._stage is _Stage.RESTING:
            return self._end()
        return () if self.over or self._stage is _Stage.ENDING else self._cancel(NotDone(Trouble.REFUSED))

    @property
    def _perhaps(self) -> bool:
        """Whether something may have happened of which nobody has told."""
        return False

    def _reader(self, reader: Reader) -> Moves:
        if reader.name in NOT_READERS:
            return ()
        self._readers[reader.name] = reader
        if self._stage is _Stage.ENDING:
            if reader.card and reader.card.inoperative:
                self._reason = PukUsedUp()
            return ()
        if not self._has_reader:
            return self._cancel(NotDone(Trouble.NO_READER, self._perhaps))
        card = self._card
        if self.deciding and not (card and (card.inoperative or card.switched_off)):
            return ()  # it may come and go: the program asks for it when there is consent
        if card is None:
            started = self._stage not in (_Stage.STARTING, _Stage.RESTING)
            return self._card_wanted() if self._card_seen and started else ()
        return self._card_there(card)

    @property
    def _card(self) -> Card | None:
        return next((reader.card for reader in self._readers.values() if reader.attached and reader.card), None)

    def _card_there(self, card: Card) -> Moves:
        if not card.known:
            self._stage = _Stage.CARD
            return self._tell(WrongCard(CardKind.UNREADABLE))
        self._card_seen = True
        if self._stage is _Stage.RESTING:
            return ()
        if card.inoperative:
            return self._cancel(PukUsedUp())
        if card.switched_off:
            return self._cancel(SwitchedOff())
        if self._stage is not _Stage.CARD:
            return ()
        if self._prompt is None:
            self._stage = _Stage.WORKING
            return self._tell(Busy())
        # Put back: the program goes on where it was, and does not ask again.
        self._stage = _Stage.PROMPT
        return self._tell(self._prompt)

    def _card_wanted(self) -> Moves:
        self._stage = _Stage.CARD
        return self._tell(CardWanted(self._card_seen))

    def _prompted(self, prompt: Prompt) -> Moves:
        card = prompt.reader.card if prompt.reader else None
        tries = card.tries if card else 0
        self._card_seen = self._asked = True
        looked = self._looked(prompt.entry, tries)
        if looked:
            return self._cancel(looked)
        keypad = prompt.reader is not None and prompt.reader.keypad
        if not keypad and not self._on_screen:
            return self._cancel(NotDone(Trouble.NO_KEYPAD))
        self._stage = _Stage.PROMPT
        wrong = self._entered is prompt.entry or prompt.malformed
        self._prompt = EntryWanted(prompt.entry, tries, wrong=wrong, keypad=keypad)
        asked = self._tell(self._prompt)
        if not keypad:
            return asked
        self._entered = prompt.entry
        return (*asked, Send(answer_to(prompt.entry, None)))

    def _enter(self, entry: Entry, value: str) -> Moves:
        self._entered, self._prompt, self._stage = entry, None, _Stage.WORKING
        return (Send(answer_to(entry, value)), *self._tell(Busy()))

    def _wait_for_citizen(self) -> None:
        """Somebody has to decide; nothing is overdue meanwhile."""
        self._stage = _Stage.DECIDING

    def _work(self) -> None:
        """It has been decided."""
        self._stage = _Stage.WORKING

    def _tell(self, state: EidState) -> Moves:
        if state == self._told:
            return ()
        self._told = state
        return (Tell(state),)

    def _cancel(self, reason: EidEnd) -> Moves:
        self._reason, self._stage = reason, _Stage.ENDING
        return (_CANCEL,)

    def _ended(self, success: bool) -> Moves:
        if self._reason is None and not self._asked and self._rests < MOST_RESTS:
            self._rests, self._stage = self._rests + 1, _Stage.RESTING
            return ()
        self._reason = self._won(success) or self._reason or NotDone(Trouble.REFUSED)
        return self._end()

    def _end(self) -> Moves:
        self._stage = _Stage.OVER
        return (End(self._reason or NotDone(Trouble.TOO_SLOW, self._perhaps)),)
