"""What runs beside the visits under which configuration."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from terminal.assembly.companions import companions, forget_servers
from terminal.supervisor.companion import NotPreparedError
from terminal.supervisor.settings import Settings

PASSWORD = "correct horse battery staple"

OWN = Settings(appointments=True)
ELSEWHERE = Settings(appointments=True, calendar_url="https://kiosk-1.example.org:5232/terminal/")


@pytest.fixture(autouse=True)
def forgotten(tmp_path: Path) -> Iterator[None]:
    """What they keep in memory goes with the test."""
    yield
    forget_servers(tmp_path / "run")


def opened(directory: Path, password: str = PASSWORD) -> Settings:
    issued = trustme.CA().issue_cert("127.0.0.1")
    issued.cert_chain_pems[0].write_to_path(str(directory / "certificate"))
    issued.private_key_pem.write_to_path(str(directory / "key"))
    (directory / "password").write_text(password, encoding="utf-8")
    (directory / "password").chmod(0o600)
    return Settings(
        appointments=True,
        calendar_listen="127.0.0.1:5232",
        calendar_certificate=str(directory / "certificate"),
        calendar_key_file=str(directory / "key"),
        calendar_password_file=str(directory / "password"),
    )


def running(directory: Path, *settings: Settings) -> list[list[str]]:
    """The names of the servers that run after each of `settings`."""
    prepares = companions(directory / "state", directory / "run", directory)
    return [[name for name, prepare in prepares.items() if prepare(one)] for one in settings]


def test_without_appointments_nothing_runs(tmp_path: Path) -> None:
    assert running(tmp_path, Settings()) == [[]]


def test_appointments_bring_a_calendar(tmp_path: Path) -> None:
    assert running(tmp_path, OWN) == [["calendar"]]


def test_a_calendar_elsewhere_needs_none_here(tmp_path: Path) -> None:
    assert running(tmp_path, ELSEWHERE) == [[]]


def test_the_calendar_stays_for_visits_that_may_still_use_it(tmp_path: Path) -> None:
    assert running(tmp_path, OWN, Settings(), ELSEWHERE)[1:] == [["calendar"], ["calendar"]]


def test_the_door_to_the_network_closes_with_the_configuration(tmp_path: Path) -> None:
    assert running(tmp_path, opened(tmp_path), OWN) == [["calendar", "calendar-network"], ["calendar"]]


def test_the_same_configuration_is_the_same_plan_and_a_renewed_certificate_another(tmp_path: Path) -> None:
    prepare = companions(tmp_path / "state", tmp_path / "run", tmp_path)["calendar-network"]
    first = prepare(opened(tmp_path))
    renewed = opened(tmp_path)
    assert first != prepare(renewed)
    assert prepare(renewed) == prepare(renewed)


@pytest.mark.parametrize("password", ["", "short"])
def test_a_password_that_does_not_protect_opens_nothing(tmp_path: Path, password: str) -> None:
    prepare = companions(tmp_path / "state", tmp_path / "run", tmp_path)["calendar-network"]
    with pytest.raises(NotPreparedError):
        prepare(opened(tmp_path, password))
