"""A town with an eID service, AusweisApp as tests must relax it, and a card on the reader of the eID tests."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.ausweisapp.client import AusweisApp
from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.central.identity.tr03130.envelope import Identity
from terminal.central.identity.tr03130.service import Service, Tr03130
from terminal.http import Connection
from tests.identity.whole_service import WholeService, whole_service

NO_PREVERIFICATION = "[General]\npersistentSettingsVersion=1.26.2\n\n[preverification]\nenabled=false\n"
"""So that a test root is believed by its name. Only a file in AusweisApp's private home can say so."""


def relaxed(home: Path) -> None:
    """Put that file there."""
    directory = home / ".config" / "Unknown Organization"
    directory.mkdir(parents=True)
    (directory / "AusweisApp2.conf").write_text(NO_PREVERIFICATION, encoding="utf-8")


class NoOtherCards:
    """A `CardReader` that is never asked: pyscard would look at the reader of the PIN's tests."""

    def lies(self) -> bool:
        return False

    def card(self) -> None:
        return None


@pytest.fixture(scope="session")
def own_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimulatedReader]:
    """Two AusweisApps at one reader disturb each other at the card."""
    reader = SimulatedReader(tmp_path_factory.mktemp("own-reader"))
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def relaxed_app(own_reader: SimulatedReader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AusweisApp]:
    """AusweisApp that believes the test server."""
    app = AusweisApp(
        tmp_path_factory.mktemp("relaxed"),
        NoOtherCards(),
        on_screen=True,
        environment=own_reader.environment,
        furnish=relaxed,
        auth_more={"developerMode": True},
    )
    yield app
    app.close()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[WholeService]:
    with whole_service(tmp_path) as running:
        yield running


def customer_of(service: WholeService) -> Tr03130:
    """Our adapter towards it."""
    town = service.front
    files = [str(town.directory / name) for name in ("service.pem", "kiosk.pem")]
    identity = Identity(town.customer.key, town.customer.certificate)
    where = Service(town.address, town.ours.certificate, f"{service.server.address}/tctoken?s={{session}}")
    return Tr03130(
        where, identity, Connection(certificate=files[0], ours=files[1]), lambda: datetime.now(UTC), lambda s: None
    )
