"""A running kiosk for a test, and nothing left of it afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.supervisor.running import Running


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    kiosk = Running(tmp_path)
    yield kiosk
    kiosk.end()
