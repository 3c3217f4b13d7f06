"""The calendar server of a simulation, hindered from the dock."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.supervisor.hindrance import Hindrance
from terminal.supervisor.services import Service
from tests.supervisor.test_services import Watch, end, watch

__all__ = ["watch"]


@pytest.fixture
def service(watch: Watch) -> Iterator[Service]:
    service = watch.service()
    service.start()
    yield service
    end(watch, service)


@pytest.fixture
def hindrance(watch: Watch, service: Service) -> Hindrance:
    return Hindrance(watch.loop, lambda: service)


def state_of(service: Service) -> str:
    """See proc(5): "T" is stopped by a signal."""
    return Path(f"/proc/{service.pid}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1][0]


def test_kept_down_it_does_not_come_back_until_it_may(watch: Watch, service: Service, hindrance: Hindrance) -> None:
    assert hindrance.put("down")
    watch.until(lambda: service.pid is None)
    service.start()
    assert service.pid is None
    assert hindrance.put("up")
    assert service.pid is not None


def test_slow_it_is_stopped_most_of_the_time_and_runs_again_in_between(
    watch: Watch, service: Service, hindrance: Hindrance
) -> None:
    hindrance.put("slow")
    for state in "TST":
        watch.until(lambda state=state: state_of(service) == state)  # type: ignore[misc]
    hindrance.put("up")
    watch.until(lambda: state_of(service) == "S")


def test_up_ends_being_slow(watch: Watch, service: Service, hindrance: Hindrance) -> None:
    hindrance.put("slow")
    hindrance.put("up")
    assert service.pid
    os.kill(service.pid, signal.SIGSTOP)
    watch.until(lambda: state_of(service) == "T")
    late: list[bool] = []
    watch.loop.call_later(3.0, lambda: late.append(True))
    watch.until(lambda: bool(late))
    assert state_of(service) == "T", "nobody lets it run any more"


def test_where_no_server_runs_there_is_nothing_to_hinder(watch: Watch) -> None:
    assert not Hindrance(watch.loop, lambda: None).put("slow")
