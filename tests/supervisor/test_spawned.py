"""A process that the system lets begin, and does not let be watched."""

import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.processes import REPORT_BYTES, VisitProcess
from terminal.supervisor.spawned import Spawned, spawn
from tests.kiosk.processes import state

SLEEPER = (sys.executable, "-c", "import signal; signal.pause()")


class Deaf:
    """Nothing is to be heard."""

    def heard(self, report: object) -> None:
        raise AssertionError(report)

    babbled = ended = heard


@pytest.fixture
def limit() -> Iterator[tuple[int, int]]:
    """That of files, which a test may lower."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield before
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_it_is_refused_and_does_not_live_on_unseen(limit: tuple[int, int]) -> None:
    loop, born = SelectorLoop(), list[Spawned]()

    def give_birth() -> Spawned:
        born.append(spawn(SLEEPER, Path("/"), simulate=True))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, limit[1]))
        return born[0]

    with pytest.raises(OSError, match="Too many open files"):
        VisitProcess(loop, give_birth, Deaf(), longest_report=REPORT_BYTES)
    resource.setrlimit(resource.RLIMIT_NOFILE, limit)
    assert state(born[0].pid) == "", "neither alive nor a zombie"
