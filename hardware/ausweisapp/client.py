"""The eID client of one visit: AusweisApp, started at the first card step, and one conversation at a time with it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from types import MappingProxyType
from typing import Protocol

from hardware.ausweisapp.auth_workflow import AuthWorkflow
from hardware.ausweisapp.card_workflow import CardWorkflow
from hardware.ausweisapp.installed import installed
from hardware.ausweisapp.messages import Message, Reader
from hardware.ausweisapp.moves import End, Moves, Send, Tell
from hardware.ausweisapp.pin_workflow import PinWorkflow
from hardware.ausweisapp.program import Program
from terminal.attributes import Attribute
from terminal.eid import CardKind, EidEnd, EidSession, EidState, NotDone, Purpose, Trouble


class CardReader(Protocol):
    """Asks the readers what lies on them, without disturbing who speaks with it."""

    def lies(self) -> bool:
        """Whether there is a card."""

    def card(self) -> CardKind | None:
        """Which card it is; None: there is none, or it is not yet known."""


_LOOK_EVERY_S = 1.0


class AusweisApp:
    """An `EidClient`. `on_screen`: see `PinWorkflow`. `furnish` and `auth_more` relax AusweisApp for tests
    (docs/eid.md, "Relaxations"); nothing in the kiosk gives them. `troubled` hears a `Trouble`'s value. `reader` is asked for a kind only while no eID card is there."""

    def __init__(
        self,
        directory: Path,
        reader: CardReader,
        *,
        on_screen: bool,
        environment: Mapping[str, str] = MappingProxyType({}),
        find: Callable[[], str | None] = installed,
        troubled: Callable[[str], None] = lambda why: None,
        furnish: Callable[[Path], None] = lambda home: None,
        auth_more: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        self._directory = directory
        self._reader = reader
        self._asked = False
        self._on_screen = on_screen
        self._environment = environment
        self._find = find
        self.troubled = troubled
        self._furnish = furnish
        self._auth_more = auth_more
        self._program: Program | None = None
        self._hearing: _Conversation | None = None
        self._readers: dict[str, Reader] = {}
        self._lock = Lock()
        self._turn = Lock()

    def manage_pin(
        self, purpose: Purpose, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]
    ) -> EidSession:
        """See `EidClient`."""
        self._asked = True
        return _Conversation(self, PinWorkflow(purpose, on_screen=self._on_screen), self._reader, tell, end)

    def identify(
        self, tc_token_url: str, tell: Callable[[EidState], None], end: Callable[[EidEnd], None]
    ) -> EidSession:
        """See `EidClient`."""
        self._asked = True
        workflow = AuthWorkflow(tc_token_url, on_screen=self._on_screen, more=self._auth_more)
        return _Conversation(self, workflow, self._reader, tell, end)

    def asked(self) -> bool:
        """See `EidClient`."""
        return self._asked

    def card_lies(self) -> bool:
        """See `EidClient`."""
        return self._reader.lies()

    def close(self) -> None:
        """End the program."""
        with self._lock:
            if self._program:
                self._program.close()
                self._program = None

    @property
    def pid(self) -> int | None:
        """The program's process, None while there is none."""
        program = self._program
        return program.pid if program else None

    def take_turn(self, conversation: "_Conversation") -> Callable[[Mapping[str, object]], None] | None:
        """How to speak to the program, when the conversation before is over; None where it is not installed."""
        self._turn.acquire()
        with self._lock:
            self._hearing = conversation
            if self._program is None and (path := self._find()):
                self._program = Program(
                    path, self._directory, self._environment, self._heard, self._lost, self._furnish
                )
            return self._program.send if self._program else None

    def give_turn(self) -> None:
        """The conversation is over."""
        with self._lock:
            self._hearing = None
        self._turn.release()

    @property
    def readers(self) -> tuple[Reader, ...]:
        """The readers of which the program has told before; of a card only the conversation that is told of it may speak."""
        return tuple(replace(reader, card=None) for reader in self._readers.values() if reader.attached)

    def _heard(self, message: Message) -> None:
        if isinstance(message, Reader):
            self._readers[message.name] = message
        hearing = self._hearing
        if hearing:
            hearing.hear(message)

    def _lost(self) -> None:
        with self._lock:
            self._program = None
            self._readers.clear()
        hearing = self._hearing
        if hearing:
            hearing.lose()


Input = Callable[[], Moves]


class _Conversation:
    """Runs one workflow on a thread of its own."""

    def __init__(
        self,
        client: AusweisApp,
        workflow: CardWorkflow,
        reader: CardReader,
        tell: Callable[[EidState], None],
        end: Callable[[EidEnd], None],
    ) -> None:
        self._client = client
        self._workflow = workflow
        self._reader = reader
        self._tell = tell
        self._end = end
        self._inputs: SimpleQueue[Input] = SimpleQueue()
        self._closed = Event()
        Thread(target=self._hold, name="eid", daemon=True).start()

    def enter(self, value: str) -> None:
        """See `EidSession`."""
        self._inputs.put(lambda: self._workflow.enter(value))

    def consent(self, chosen: Collection[Attribute]) -> None:
        """See `EidSession`."""
        workflow = self._workflow
        if isinstance(workflow, AuthWorkflow):
            self._inputs.put(lambda: workflow.consent(chosen))

    def close(self) -> None:
        """See `EidSession`."""
        self._closed.set()
        self._inputs.put(self._workflow.leave)

    def hear(self, message: Message) -> None:
        """The program says something."""
        self._inputs.put(lambda: self._workflow.hear(message))

    def lose(self) -> None:
        """The program has died."""
        self._inputs.put(lambda: self._workflow.lost(Trouble.NO_PROGRAM))

    def _hold(self) -> None:
        send = self._client.take_turn(self)
        try:
            if self._closed.is_set():
                return
            for reader in self._client.readers:
                self._workflow.hear(reader)
            self._do(self._workflow.begin() if send else self._workflow.lost(Trouble.NO_PROGRAM), send)
            while not self._workflow.over:
                self._do(self._next(), send)
        finally:
            self._client.give_turn()

    def _next(self) -> Moves:
        looks = self._workflow.wants_card
        wait = _LOOK_EVERY_S if looks else self._workflow.deadline_s
        try:
            return self._inputs.get(timeout=wait)()
        except Empty:
            return self._workflow.card_seen(self._reader.card()) if looks else self._workflow.expired()

    def _do(self, moves: Moves, send: Callable[[Mapping[str, object]], None] | None) -> None:
        for move in moves:
            if isinstance(move, Send):
                if send:
                    send(move.command)
            elif self._closed.is_set():
                continue
            elif isinstance(move, Tell):
                self._tell(move.state)
            elif isinstance(move, End):
                if isinstance(move.end, NotDone):
                    self._client.troubled(move.end.trouble.value)
                self._end(move.end)
