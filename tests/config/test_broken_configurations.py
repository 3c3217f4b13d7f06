"""Every mistake is named with file, key and remedy, and all of them at once."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from config.loader import SHIPPED, Broken, Loaded, load

CASES = tomllib.loads(Path(__file__).with_name("broken.toml").read_text(encoding="utf-8"))["case"]


def told(path: Path, folder: Path) -> list[str]:
    result = load(path)
    assert isinstance(result, Broken)
    return [str(problem).replace(f"{folder}/", "").replace(str(folder), ".") for problem in result.problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].replace(" ", "-"))
def test_a_mistake_is_told_in_these_words(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(case["file"], encoding="utf-8")
    assert told(tmp_path, tmp_path) == case["problems"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "town", tmp_path) == ["town: does not exist"]


def test_a_folder_without_toml_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, tmp_path) == [".: there is no .toml file in this folder"]


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_bytes(b"[town]\nname = '\xff'\n")
    assert told(tmp_path, tmp_path) == ["town.toml: is not UTF-8 text (byte 16)"]


def test_a_file_beyond_one_megabyte_is_told(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text("# " + "x" * 1_000_000, encoding="utf-8")
    assert told(tmp_path, tmp_path) == ["town.toml: is larger than 1 MB"]


def test_a_named_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "town.toml")
    assert told(tmp_path, tmp_path) == ["town.toml: is not a plain file"]


def test_a_mistake_names_the_file_of_the_folder_that_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[visit]\nidle_s = 1\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text("[visit]\nwarning_s = 1\n", encoding="utf-8")
    assert told(tmp_path, tmp_path) == [
        "a.toml: visit.idle_s: must be at least 20",
        "b.toml: visit.warning_s: must be at least 20",
    ]


def test_a_key_in_two_files_of_one_folder_is_told(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text("[visit]\nidle_s = 60\n", encoding="utf-8")
    assert told(tmp_path, tmp_path) == ["b.toml: visit.idle_s: is also set in a.toml"]


def test_a_broken_file_does_not_hide_the_mistakes_of_another(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[visit\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text("[visit]\nwarning_s = 1\n", encoding="utf-8")
    assert told(tmp_path, tmp_path) == [
        "a.toml: line 1, column 7: is not TOML: expected ']' at the end of a table declaration",
        "b.toml: visit.warning_s: must be at least 20",
    ]


@pytest.mark.parametrize("folder", sorted((SHIPPED.parent / "towns").iterdir()), ids=lambda folder: folder.name)
def test_every_shipped_town_holds(folder: Path) -> None:
    assert isinstance(load(folder), Loaded)


def test_a_legal_text_that_skips_a_part_of_the_german_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "de.md").write_text("# Datenschutz\n\n## Wer?\n\nWir.\n", encoding="utf-8")
    (tmp_path / "en.md").write_text("# Privacy\n\nWe.\n", encoding="utf-8")
    (tmp_path / "town.toml").write_text('[legal]\nprivacy = { de = "de.md", en = "en.md" }\n', encoding="utf-8")
    assert told(tmp_path, tmp_path) == [
        'town.toml: legal.privacy.en: must have the headings, paragraphs and list items of "de"'
    ]
