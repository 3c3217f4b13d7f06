"""A reading is remembered for as long as nothing has changed that it was made of."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.assembly.remembered_reading import RememberedReading

READING = b'{"problems": []}'


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    (folder / "texts").mkdir(parents=True)
    (folder / "town.toml").write_text("[town]\n")
    (folder / "texts" / "de.ftl").write_text("start-title = Willkommen\n")
    return folder


@pytest.fixture
def remembered(tmp_path: Path, town: Path) -> RememberedReading:
    own = RememberedReading(tmp_path / "state", [town])
    own.remember(own.mark(), READING)
    return own


def test_it_is_recalled_by_the_next_start(remembered: RememberedReading, tmp_path: Path, town: Path) -> None:
    assert RememberedReading(tmp_path / "state", [town]).recall() == READING


def add(town: Path) -> None:
    (town / "more.toml").write_text("")


def remove(town: Path) -> None:
    (town / "texts" / "de.ftl").unlink()


def change(town: Path) -> None:
    (town / "texts" / "de.ftl").write_text("start-title = Guten Tag!!\n")


def touch(town: Path) -> None:
    os.utime(town / "town.toml", ns=(1, 1))


def replace(town: Path) -> None:
    about = (town / "town.toml").stat()
    (town / "new").write_text("[twon]\n")
    os.utime(town / "new", ns=(about.st_atime_ns, about.st_mtime_ns))
    (town / "new").rename(town / "town.toml")


@pytest.mark.parametrize("happens", [add, remove, change, touch, replace])
def test_not_when_something_has_happened_to_the_files(
    remembered: RememberedReading, town: Path, happens: Callable[[Path], None]
) -> None:
    happens(town)
    assert remembered.recall() is None


def test_what_python_compiles_changes_nothing(remembered: RememberedReading, town: Path) -> None:
    (town / "__pycache__").mkdir()
    (town / "__pycache__" / "x.pyc").write_text("")
    assert remembered.recall() == READING


def test_another_town_has_none(remembered: RememberedReading, tmp_path: Path) -> None:
    assert RememberedReading(tmp_path / "state", [tmp_path]).recall() is None


def test_files_that_changed_while_they_were_read_are_not_remembered(tmp_path: Path, town: Path) -> None:
    own = RememberedReading(tmp_path / "state", [town])
    mark = own.mark()
    change(town)
    own.remember(mark, READING)
    assert own.recall() is None


def test_nothing_is_written_when_nothing_is_new(remembered: RememberedReading, tmp_path: Path) -> None:
    file = tmp_path / "state" / "remembered-reading"
    before = file.stat().st_ino
    remembered.remember(remembered.mark(), READING)
    assert file.stat().st_ino == before


def test_a_disk_that_takes_nothing_is_no_reason_to_fail(tmp_path: Path, town: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    own = RememberedReading(tmp_path / "state", [town])
    own.remember(own.mark(), READING)
    assert own.recall() is None


def test_a_folder_with_very_many_files_is_not_looked_through(tmp_path: Path, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("terminal.assembly.remembered_reading._MOST_FILES", 2)
    own = RememberedReading(tmp_path / "state", [town])
    own.remember(own.mark(), READING)
    assert (own.mark(), own.recall()) == ("", None)
