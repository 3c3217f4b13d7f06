"""The one simulated card reader of a worker: pyscard finds it by the environment of the process, so there cannot be two."""

import os
from collections.abc import Iterator

import pytest

from hardware.simulated.eid_card.reader import SimulatedReader


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimulatedReader]:
    """In namespaces of its own."""
    reader = SimulatedReader(tmp_path_factory.mktemp("reader"))
    os.environ.update(reader.environment)
    yield reader
    reader.close()
