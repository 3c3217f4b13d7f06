"""Every shelf that there is, for the same contract. Servers start once a run and stay, each test has its own office."""

from collections.abc import Iterator

import pytest

from terminal.central.appointments.in_memory import InMemoryShelf
from tests.contracts.appointments.servers import Running, radicale, xandikos
from tests.contracts.appointments.town import Desk

SERVERS = {"radicale": radicale, "xandikos": xandikos}


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Running]]:
    running = {name: make(tmp_path_factory.mktemp(name)).start() for name, make in SERVERS.items()}
    yield running
    for server in running.values():
        server.kill()


@pytest.fixture(params=["memory", *SERVERS])
def desk(request: pytest.FixtureRequest) -> Desk:
    if request.param == "memory":
        return Desk(InMemoryShelf())
    return Desk(request.getfixturevalue("servers")[request.param].launch.account)


@pytest.fixture(params=list(SERVERS))
def served(request: pytest.FixtureRequest, servers: dict[str, Running]) -> Desk:
    """A desk whose calendars are on a server, for what only a server can get wrong."""
    return Desk(servers[request.param].launch.account)
