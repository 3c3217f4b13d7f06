"""One conversation with a card, in the hands of a test."""

from dataclasses import dataclass, field
from queue import SimpleQueue

from terminal.eid import Busy, EidClient, EidEnd, EidState, Entry, EntryWanted, Purpose

PATIENCE_S = 25.0
"""Of a test, for what the real program takes at most a few seconds for."""

PIN, TRANSPORT_PIN, CAN, PUK, NEW_PIN = "123456", "12345", "500540", "9876543210", "654321"


@dataclass
class Conversation:
    """What the card says, in order; `entered` remembers nothing."""

    client: EidClient
    purpose: Purpose
    heard: SimpleQueue[EidState | EidEnd] = field(default_factory=SimpleQueue)

    def __post_init__(self) -> None:
        self.session = self.client.manage_pin(self.purpose, self.heard.put, self.heard.put)

    def hears(self, *kinds: type) -> EidState | EidEnd:
        """The next that is one of `kinds`; others are passed over."""
        while True:
            said = self.heard.get(timeout=PATIENCE_S)
            if isinstance(said, kinds):
                return said

    def asked(self) -> EntryWanted:
        """What is asked for next."""
        said = self.hears(EntryWanted, EidEnd)
        assert isinstance(said, EntryWanted), said
        return said

    def enter(self, entry: Entry, value: str) -> None:
        """Wait until `entry` is asked for, and enter it."""
        wanted = self.asked()
        assert wanted.entry is entry, wanted
        self.session.enter(value)
        self.hears(Busy)

    def end(self) -> EidEnd:
        """How it ends."""
        said = self.hears(EidEnd)
        assert isinstance(said, EidEnd)
        return said
