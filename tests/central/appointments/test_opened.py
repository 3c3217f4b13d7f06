"""The door of the calendar to the town's network: what is written for it, and when it has to be opened anew."""

import stat
from pathlib import Path

import pytest

from terminal.central.appointments.opened import Opening, WeakPasswordError, fingerprint, open_to_network

PASSWORD = "correct horse battery staple"


def opening_in(directory: Path) -> Opening:
    for name in ("certificate", "key"):
        (directory / name).write_text(f"the first {name}", encoding="utf-8")
    return Opening("127.0.0.1:5232", str(directory / "certificate"), str(directory / "key"))


def test_its_files_are_closed_to_others_and_the_password_is_not_in_the_command(tmp_path: Path) -> None:
    launch = open_to_network(tmp_path / "state", tmp_path / "run", opening_in(tmp_path), PASSWORD)
    files = [path for path in (tmp_path / "run" / "calendar").iterdir() if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert PASSWORD not in " ".join([*launch.command, repr(launch.account)])


@pytest.mark.parametrize("password", ["fifteen letters", "a colon: and more than enough letters"])
def test_a_password_that_would_not_hold_or_could_not_be_sent_is_refused(tmp_path: Path, password: str) -> None:
    with pytest.raises(WeakPasswordError) as refused:
        open_to_network(tmp_path / "state", tmp_path / "run", opening_in(tmp_path), password)
    assert password not in str(refused.value)


@pytest.mark.parametrize("renewed", ["certificate", "key"])
def test_a_renewed_certificate_needs_a_new_start(tmp_path: Path, renewed: str) -> None:
    opening = opening_in(tmp_path)
    before = fingerprint(opening, PASSWORD)
    assert fingerprint(opening, PASSWORD) == before
    (tmp_path / renewed).write_text("the next one", encoding="utf-8")
    assert fingerprint(opening, PASSWORD) != before


def test_another_password_needs_a_new_start(tmp_path: Path) -> None:
    opening = opening_in(tmp_path)
    assert fingerprint(opening, PASSWORD) != fingerprint(opening, "another " + PASSWORD)
