"""Every mistake is named with file, key and remedy, and all of them at once."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from config.loader import SHIPPED, Broken, Loaded, load
from tests.faults.bounds import bounded

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


BOMBS = {
    "dots": (".".join("a" * 20_000) + " = 1", "has a name with too many dots"),
    "dots in a heading": ("[" + " . ".join(["'a'"] * 20_000) + "]", "has a name with too many dots"),
    "many keys": ("".join(f"a{n} = 1\n" for n in range(40_000)), "unknown key"),
    "many tables": ("".join(f"[a{n}]\n" for n in range(40_000)), "unknown key"),
    "lists": ("a = " + "[" * 40_000, "is nested too deeply"),
    "digits": ("[visit]\nidle_s = " + "9" * 900_000, "is not TOML: exceeds the limit (4300 digits)"),
}


@pytest.mark.parametrize(("content", "reason"), BOMBS.values(), ids=BOMBS.keys())
def test_a_file_that_would_take_for_ever_or_all_memory_is_told_soon(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(content, encoding="utf-8")
    with bounded(seconds=10, megabytes=200):
        problems = told(tmp_path, tmp_path)
    assert reason in problems[0] and len(problems) <= 200


def test_a_text_with_many_full_stops_is_no_name_with_too_many_dots(tmp_path: Path) -> None:
    sentence = "Ja. " * 2000
    (tmp_path / "town.toml").write_text(f'[town]\nname = "{sentence}\n', encoding="utf-8")
    assert "closing quotation mark" in told(tmp_path, tmp_path)[0]


def test_more_than_visits_can_be_told_is_told(tmp_path: Path) -> None:
    (tmp_path / "de.md").write_text("# Datenschutz\n\n" + "Wir. " * 190_000, encoding="utf-8")
    (tmp_path / "town.toml").write_text('[legal]\nprivacy = { de = "de.md" }\n', encoding="utf-8")
    assert told(tmp_path, tmp_path) == ["town.toml: is larger than 900 kB together with all texts that it names"]


def test_a_file_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text("[visit]\nidle_s = 60\n", encoding="utf-8")
    (tmp_path / os.fsdecode(b"stadt-\xff.toml")).write_text("", encoding="utf-8")
    assert told(tmp_path, tmp_path) == ["stadt-\N{REPLACEMENT CHARACTER}.toml: the name of this file is not UTF-8 text"]


def test_a_folder_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(f'[catalogue]\nown = "{"x" * 5000}"\n', encoding="utf-8")
    assert told(tmp_path / ("x" * 5000), tmp_path) == [
        f"{'x' * 5000}: this folder may not be read by the user that runs the kiosk"
    ]
    assert told(tmp_path, tmp_path) == [
        "town.toml: catalogue.own: this folder cannot be reached by the user that runs the kiosk"
    ]
