import stat
from pathlib import Path

from terminal.central.appointments.caldav.server import answers
from terminal.central.appointments.embedded import account_in, prepare


def test_its_files_are_closed_to_others_and_every_start_has_a_password_of_its_own(tmp_path: Path) -> None:
    first, second = (prepare(tmp_path / "state", tmp_path / "run") for _ in range(2))
    files = [path for path in (tmp_path / "run" / "calendar").iterdir() if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert first.account.password != second.account.password
    assert len(first.account.password) >= 43


def test_the_password_is_neither_in_the_command_nor_shown_in_a_message(tmp_path: Path) -> None:
    launch = prepare(tmp_path / "state", tmp_path / "run")
    assert launch.account.password not in " ".join([*launch.command, repr(launch.account)])


def test_it_listens_on_the_loopback_only_and_keeps_caches_apart_from_the_calendars(tmp_path: Path) -> None:
    launch = prepare(tmp_path / "state", tmp_path / "run")
    configuration = Path(launch.environment["RADICALE_CONFIG"]).read_text(encoding="utf-8")
    assert any(word.startswith("--listen=127.0.0.1:") for word in launch.command)
    assert f"filesystem_cache_folder = {tmp_path}/run/" in configuration
    assert f"filesystem_folder = {tmp_path}/state/" in configuration


def test_a_server_that_does_not_run_is_not_ready(tmp_path: Path) -> None:
    assert not answers(prepare(tmp_path / "state", tmp_path / "run").account)


def test_visits_find_its_account_where_it_was_prepared(tmp_path: Path) -> None:
    assert account_in(tmp_path / "run") is None
    launch = prepare(tmp_path / "state", tmp_path / "run")
    assert account_in(tmp_path / "run") == launch.account
