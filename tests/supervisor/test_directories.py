"""Runtime and state directory: private, or refused."""

import os
import stat
from pathlib import Path

import pytest

from terminal.directories import UnsafeError, runtime_dir, runtime_path, state_dir


def test_they_are_made_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUERGER_TERMINAL_RUNTIME", str(tmp_path / "a" / "run"))
    monkeypatch.setenv("BUERGER_TERMINAL_STATE", str(tmp_path / "b" / "state"))
    for path in (runtime_dir(), state_dir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_one_that_others_can_enter_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUERGER_TERMINAL_RUNTIME", str(tmp_path))
    tmp_path.chmod(0o755)
    assert stat.S_IMODE(runtime_dir().stat().st_mode) == 0o700


def test_a_link_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setenv("BUERGER_TERMINAL_RUNTIME", str(tmp_path / "link"))
    with pytest.raises(UnsafeError, match="link"):
        runtime_dir()


def test_somebody_elses_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUERGER_TERMINAL_RUNTIME", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(UnsafeError, match="belongs to somebody else"):
        runtime_dir()


def test_a_place_that_cannot_be_written_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("BUERGER_TERMINAL_STATE", str(tmp_path / "file" / "state"))
    with pytest.raises(UnsafeError, match="cannot be made"):
        state_dir()


def test_without_a_word_of_its_own_the_sessions_directories_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BUERGER_TERMINAL_RUNTIME", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    assert runtime_path() == Path("/run/user/7/buerger-terminal")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert runtime_path() == Path(f"/tmp/buerger-terminal-{os.getuid()}")
