"""Kiosks on displays of their own. One that tests share is started once a module."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.kiosk.display import VirtualDisplay
from tests.kiosk.machine import Machine

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}

Build = Callable[[str], Machine]


@contextmanager
def built(directory: Path, arrangement: str, name: str = "") -> Iterator[Machine]:
    """A kiosk that has not been started yet. `name` of its display: any free one unless it is given."""
    display = VirtualDisplay(directory / "display", *SIZES[arrangement], name)
    try:
        machine = Machine(directory, display)
        try:
            yield machine
        finally:
            machine.close()
    finally:
        display.close()


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """Makes kiosks that live as long as the module."""
    with ExitStack() as living:
        yield lambda arrangement: living.enter_context(built(tmp_path_factory.mktemp("kiosk"), arrangement))


@pytest.fixture(scope="module")
def shared(build: Build) -> Machine:
    """One that stands on its start screen and is used by all tests of a module, each of which leaves it well."""
    machine = build("portrait").start()
    machine.settled()
    return machine


@pytest.fixture
def kiosk(shared: Machine) -> Machine:
    """The shared one, on its start screen."""
    shared.home()
    return shared


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Machine]:
    """One for this test alone, not started yet."""
    with built(tmp_path, "portrait") as machine:
        yield machine
