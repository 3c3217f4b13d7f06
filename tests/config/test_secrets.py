"""Secrets: in files that nobody else can read, never in a message."""

import os
from pathlib import Path

import pytest

from config.loader import Broken, Loaded, load
from config.secrets import SecretRefusedError, read_secret

SECRET = "hunter2-marker"


def secret_file(folder: Path, mode: int = 0o600, text: str = f"{SECRET}\n") -> Path:
    path = folder / "token"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def result_of(folder: Path, alerts: str) -> Loaded | Broken:
    (folder / "town.toml").write_text(f"[alerts]\n{alerts}\n", encoding="utf-8")
    return load(folder)


def test_a_secret_of_ones_own_is_read_without_its_line_end(tmp_path: Path) -> None:
    assert read_secret(secret_file(tmp_path)) == SECRET


def test_a_configuration_holds_the_path_of_a_secret_and_not_the_secret(tmp_path: Path) -> None:
    path = secret_file(tmp_path)
    result = result_of(tmp_path, 'url = "https://alerts.example.org/"\ntoken_file = "token"')
    assert isinstance(result, Loaded)
    assert result.configuration.alerts.token_file == str(path)
    assert SECRET not in result.configuration.model_dump_json()


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o601])
def test_a_secret_that_others_can_open_is_refused_with_the_remedy(tmp_path: Path, mode: int) -> None:
    path = secret_file(tmp_path, mode)
    result = result_of(tmp_path, 'url = "https://alerts.example.org/"\ntoken_file = "token"')
    assert isinstance(result, Broken)
    assert [str(problem) for problem in result.problems] == [
        f"{tmp_path}/town.toml: alerts.token_file: {path} can be opened by others (mode {mode:04o}); "
        f"mend it with: chmod 600 {path}"
    ]


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_secret_for_its_owner_alone_is_accepted(tmp_path: Path, mode: int) -> None:
    secret_file(tmp_path, mode)
    result = result_of(tmp_path, 'url = "https://alerts.example.org/"\ntoken_file = "token"')
    assert isinstance(result, Loaded)


def test_a_secret_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = secret_file(tmp_path)
    if os.geteuid() == 0:
        os.chown(path, 4711, 4711)
    else:
        monkeypatch.setattr("os.geteuid", lambda: 4711)
    with pytest.raises(SecretRefusedError, match="belongs to somebody else"):
        read_secret(path)


def test_a_folder_is_no_secret(tmp_path: Path) -> None:
    with pytest.raises(SecretRefusedError, match="is not a plain file"):
        read_secret(tmp_path)


def test_an_empty_file_is_no_secret(tmp_path: Path) -> None:
    with pytest.raises(SecretRefusedError, match="is empty"):
        read_secret(secret_file(tmp_path, text="\n"))


def test_a_secret_that_is_gone_at_use_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SecretRefusedError, match="there is no such file"):
        read_secret(tmp_path / "token")


@pytest.mark.parametrize(
    "alerts",
    [
        f'token_file = "{SECRET}"',
        f'token = "{SECRET}"',
        f'token_file = ["{SECRET}"]',
        f'token_file = {{ value = "{SECRET}" }}',
        f'url = "https://kiosk:{SECRET}@alerts.example.org/"',
        f'url = "https://[{SECRET}"',
        f'url = "{SECRET}"',
        f'url = ["{SECRET}"]',
        f'token_file = "{SECRET}',
        f'token_file = "{SECRET}\\u0000"',
        f'token_file = "{SECRET * 500}"',
        f'token_file = "{SECRET}" "{SECRET}"',
        f"token_file = {SECRET}",
    ],
)
def test_no_message_echoes_a_secret_that_was_written_in_the_wrong_place(tmp_path: Path, alerts: str) -> None:
    result = result_of(tmp_path, alerts)
    assert isinstance(result, Broken)
    assert not [problem for problem in result.problems if SECRET in str(problem) or "hunter" in repr(problem)]
