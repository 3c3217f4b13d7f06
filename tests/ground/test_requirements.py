import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
FILES = sorted(REQUIREMENTS.glob("*.txt"))


def entries(text: str) -> list[str]:
    """The requirements of a file, continuation lines joined, comments left out."""
    lines = [line for line in text.replace("\\\n", " ").splitlines() if not line.strip().startswith("#")]
    return [line for line in lines if line.strip()]


def test_there_are_requirements_to_look_at() -> None:
    assert [file.name for file in FILES] == ["run.txt", "test.txt"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_requirement_is_one_version_with_hashes(file: Path) -> None:
    pattern = re.compile(r"[a-z0-9.-]+==\S+(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [entry for entry in entries(file.read_text()) if not pattern.fullmatch(entry)] == []


@pytest.mark.parametrize("file", sorted(REQUIREMENTS.iterdir()), ids=lambda file: file.name)
def test_no_file_says_where_packages_are_loaded_from(file: Path) -> None:
    assert re.findall(r"://|--?(?:index-url|extra-index-url|find-links|i|f)\b|file:|pypi", file.read_text()) == []


def test_both_files_pin_shared_packages_to_the_same_version() -> None:
    run, test = (dict(re.findall(r"^(\S+)==(\S+)", file.read_text(), re.MULTILINE)) for file in FILES)
    assert {name for name in run.keys() & test.keys() if run[name] != test[name]} == set()


@pytest.mark.parametrize("name", ["run", "test"])
def test_whatever_is_asked_for_is_pinned(name: str) -> None:
    asked = re.findall(r"^([a-z][\w.-]*)", (REQUIREMENTS / f"{name}.in").read_text(), re.MULTILINE)
    pinned = re.findall(r"^([a-z][\w.-]*)==", (REQUIREMENTS / f"{name}.txt").read_text(), re.MULTILINE)
    assert {word.replace(".", "-").lower() for word in asked} - set(pinned) == set()
