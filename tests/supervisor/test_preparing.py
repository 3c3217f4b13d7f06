"""The catalogue is prepared beside the kiosk, once for each configuration, and by nobody who is needed."""

import sys
from pathlib import Path

from terminal.supervisor import preparing as module
from terminal.supervisor.preparing import QUIET_S, Preparing
from terminal.supervisor.settings import Settings, Taken
from tests.terminal.virtual_loop import VirtualLoop


class Clerks:
    """Stands in for processes: what they were given, and when they are done."""

    def __init__(self) -> None:
        self.begun: list[bytes] = []
        self.dismissed = 0

    def __call__(self, loop, command, cwd, given, done, longest_s):  # type: ignore[no-untyped-def]
        self.begun.append(given)
        self.done = done
        return self

    def dismiss(self) -> None:
        self.dismissed += 1


def taken(digest: str = "a", *, catalogue: bool = True) -> Taken:
    return Taken({"digest": digest}, digest, "files", settings=Settings(catalogue=catalogue))


def preparing(monkeypatch) -> tuple[VirtualLoop, Clerks, Preparing]:  # type: ignore[no-untyped-def]
    loop, clerks = VirtualLoop(), Clerks()
    monkeypatch.setattr(module, "Clerk", clerks)
    return loop, clerks, Preparing(loop, (sys.executable,), Path("/"))  # type: ignore[arg-type]


def test_it_begins_when_the_kiosk_has_been_quiet_and_only_once(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    loop, clerks, prepare = preparing(monkeypatch)
    prepare.take(taken())
    loop.advance(QUIET_S - 1)
    assert clerks.begun == []
    loop.advance(1)
    clerks.done(b"")
    prepare.take(taken())
    loop.advance(10 * QUIET_S)
    assert clerks.begun == [b'{"digest": "a"}']


def test_another_configuration_waits_until_the_one_before_is_done(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    loop, clerks, prepare = preparing(monkeypatch)
    prepare.take(taken())
    loop.advance(QUIET_S)
    prepare.take(taken("b"))
    loop.advance(QUIET_S)
    assert len(clerks.begun) == 1
    clerks.done(None)
    loop.advance(QUIET_S)
    assert len(clerks.begun) == 2


def test_a_kiosk_without_services_prepares_nothing(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    loop, clerks, prepare = preparing(monkeypatch)
    prepare.take(taken(catalogue=False))
    loop.advance(10 * QUIET_S)
    assert clerks.begun == []


def test_it_ends_with_the_kiosk(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    loop, clerks, prepare = preparing(monkeypatch)
    prepare.take(taken())
    loop.advance(QUIET_S)
    prepare.close()
    assert clerks.dismissed == 1
