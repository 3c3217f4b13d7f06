"""The real AusweisApp at a real pcscd, with a virtual card on its reader."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.ausweisapp.client import AusweisApp
from hardware.pcsc_reader.reader import PcscReader
from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.eid import Purpose
from tests.eid.conversation import Conversation


@pytest.fixture
def ausweisapp(reader: SimulatedReader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AusweisApp]:
    """As every visit has its own; one from which a card was torn away may be silent for a while. Started at the first conversation."""
    app = AusweisApp(tmp_path_factory.mktemp("app"), PcscReader(), on_screen=True, environment=reader.environment)
    yield app
    app.close()


Begin = Callable[[str, Purpose], Conversation]


@pytest.fixture
def begin(reader: SimulatedReader, ausweisapp: AusweisApp) -> Iterator[Begin]:
    """Put a card onto the reader ("" for none) and begin; afterwards the reader is there and empty."""
    begun: list[Conversation] = []

    def begin(card: str, purpose: Purpose) -> Conversation:
        assert reader.ask(f"insert {card}" if card else "remove") == "ok"
        begun.append(Conversation(ausweisapp, purpose))
        return begun[-1]

    yield begin
    for conversation in begun:
        conversation.session.close()
    assert reader.ask("plug") == "ok"
    assert reader.ask("remove") == "ok"


@pytest.fixture
def another_visit(reader: SimulatedReader, tmp_path: Path) -> Iterator[AusweisApp]:
    """A client that has a program of its own, to be killed."""
    app = AusweisApp(tmp_path, PcscReader(), on_screen=True, environment=reader.environment)
    yield app
    app.close()
