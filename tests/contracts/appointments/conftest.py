"""Every shelf that there is, for the same contract. Servers start once a run and stay, each test has its own office."""

from collections.abc import Iterator

import pytest

from terminal.central.appointments.in_memory import InMemoryShelf
from tests.contracts.appointments.servers import Running, radicale, xandikos
from tests.contracts.appointments.town import Desk
from tests.faults.quick_calendar import QuickCalendar, quick_calendar

SERVERS = {"radicale": radicale, "xandikos": xandikos}


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Running]]:
    running = {name: make(tmp_path_factory.mktemp(name)).start() for name, make in SERVERS.items()}
    yield running
    for server in running.values():
        server.kill()


@pytest.fixture(scope="session")
def quick() -> Iterator[QuickCalendar]:
    with quick_calendar() as running:
        yield running


@pytest.fixture(params=["memory", "quick", *SERVERS])
def desk(request: pytest.FixtureRequest) -> Desk:
    if request.param == "memory":
        return Desk(InMemoryShelf())
    if request.param == "quick":
        return Desk(request.getfixturevalue("quick").account)
    return Desk(request.getfixturevalue("servers")[request.param].launch.account)


@pytest.fixture(params=list(SERVERS))
def served(request: pytest.FixtureRequest, servers: dict[str, Running]) -> Desk:
    """A desk whose calendars are on a server, for what only a server can get wrong."""
    return Desk(servers[request.param].launch.account)
