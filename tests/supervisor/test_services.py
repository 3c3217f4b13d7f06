"""Servers beside the visits: they come back when they die, end with the kiosk, and never outlive it."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.events import Event, EventId
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.services import Service, ServicePlan, on_our_lifeline

ROOT = Path(__file__).parents[2]
DEADLINE_S = 20.0
SLEEPER = ("sleep", "1000")


class Watch:
    """A loop in the test's hands, and what the service told."""

    def __init__(self) -> None:
        self.loop = SelectorLoop()
        self.events: list[Event] = []

    def service(self, command: tuple[str, ...] = SLEEPER, tied: tuple[str, ...] = ()) -> Service:
        """A service that runs `command`."""
        return Service(self.loop, ServicePlan("calendar", command, ROOT), self.events.append, tied)

    def until(self, true: Callable[[], bool]) -> None:
        """Run the loop until `true`."""
        if true():
            return
        late = self.loop.call_later(DEADLINE_S, self.loop.stop)

        def look() -> None:
            if true():
                self.loop.stop()
            else:
                self.loop.call_later(0.01, look)

        self.loop.post(look)
        self.loop.run()
        late.cancel()
        assert true()


@pytest.fixture
def watch() -> Watch:
    """One for each test."""
    return Watch()


def end(watch: Watch, service: Service) -> None:
    """Stop it, and wait until it is gone."""
    stopped: list[bool] = []
    service.stop(lambda: stopped.append(True))
    watch.until(lambda: bool(stopped))


def test_a_server_that_is_killed_comes_back(watch: Watch) -> None:
    service = watch.service()
    service.start()
    first = service.pid
    assert first
    os.kill(first, signal.SIGKILL)
    watch.until(lambda: service.pid not in (None, first))
    end(watch, service)


def test_its_loss_is_told_once_however_often_it_dies(watch: Watch, tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    service = watch.service(("sh", "-c", f"echo >> {starts}"))
    service.start()
    watch.until(lambda: starts.exists() and starts.read_text().count("\n") >= 3)
    assert [event.id for event in watch.events] == [EventId.SERVICE_LOST]
    end(watch, service)


def test_a_command_that_does_not_exist_is_not_well_and_harms_nobody(watch: Watch) -> None:
    service = watch.service(("/nowhere/to/be/found",))
    service.start()
    assert service.examine().why is not None
    end(watch, service)


def test_a_running_server_is_well(watch: Watch) -> None:
    service = watch.service()
    service.start()
    assert service.examine().why is None
    end(watch, service)


def test_a_stopped_server_is_gone_and_stays_gone(watch: Watch) -> None:
    service = watch.service()
    service.start()
    pid = service.pid
    end(watch, service)
    assert service.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid or 0, 0)


def test_a_server_that_ignores_being_told_is_killed(watch: Watch) -> None:
    stubborn = "import signal,sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.pause()"
    service = watch.service((sys.executable, "-c", stubborn))
    service.start()
    end(watch, service)
    assert service.pid is None


def test_a_tied_server_dies_with_its_parent() -> None:
    parent = (
        "import subprocess, sys\n"
        "from terminal.supervisor.services import on_our_lifeline\n"
        "child = subprocess.Popen([*on_our_lifeline(), 'cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "child.stdin.write(b'here'); child.stdin.flush(); child.stdout.read(4)\n"
        "print(child.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        child = os.pidfd_open(int(process.stdout.readline()))
        process.kill()
        gone, _, _ = select.select([child], [], [], DEADLINE_S)
        os.close(child)
    assert gone


def test_a_tied_server_whose_parent_died_before_it_could_be_tied_does_not_run(tmp_path: Path) -> None:
    with subprocess.Popen(["true"]) as dead:
        dead.wait(DEADLINE_S)
    tied = (*on_our_lifeline()[:-2], str(dead.pid), "--")
    assert subprocess.run([*tied, "touch", str(tmp_path / "ran")], cwd=ROOT, check=False).returncode == 1
    assert not (tmp_path / "ran").exists()
