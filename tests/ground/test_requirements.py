import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
FROM_DEBIAN = {"smartcard"}
"""Imported from a package of setup/debian-packages.txt: pyscard has no wheels."""

FILES = sorted(REQUIREMENTS.glob("*.txt"))


def entries(text: str) -> list[str]:
    """The requirements of a file, continuation lines joined, comments left out."""
    lines = [line for line in text.replace("\\\n", " ").splitlines() if not line.strip().startswith("#")]
    return [line for line in lines if line.strip()]


def test_there_are_requirements_to_look_at() -> None:
    assert [file.name for file in FILES] == ["calendar.txt", "run.txt", "test.txt"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_requirement_is_one_version_with_hashes(file: Path) -> None:
    pattern = re.compile(r"[a-z0-9.-]+==\S+(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [entry for entry in entries(file.read_text()) if not pattern.fullmatch(entry)] == []


@pytest.mark.parametrize("file", sorted(REQUIREMENTS.iterdir()), ids=lambda file: file.name)
def test_no_file_says_where_packages_are_loaded_from(file: Path) -> None:
    assert re.findall(r"://|--?(?:index-url|extra-index-url|find-links|i|f)\b|file:\S|pypi", file.read_text()) == []


def test_all_files_pin_shared_packages_to_the_same_version() -> None:
    pins = {pin for file in FILES for pin in re.findall(r"^(\S+)==(\S+)", file.read_text(), re.MULTILINE)}
    assert len(pins) == len({name for name, _ in pins})


@pytest.mark.parametrize("name", ["run", "calendar", "test"])
def test_whatever_is_asked_for_is_pinned(name: str) -> None:
    asked = re.findall(r"^([a-z][\w.-]*)", (REQUIREMENTS / f"{name}.in").read_text(), re.MULTILINE)
    pinned = re.findall(r"^([a-z][\w.-]*)==", (REQUIREMENTS / f"{name}.txt").read_text(), re.MULTILINE)
    assert {word.replace(".", "-").lower() for word in asked} - set(pinned) == set()


def imported_by(folder: str) -> set[str]:
    """Top-level names of other people's modules that a package of ours imports anywhere."""
    found: set[str] = set()
    for path in (REQUIREMENTS.parent / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                found |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names


def normal(name: str) -> str:
    """A distribution's name as requirement files write it (PyPA, name normalization)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_the_kiosk_imports_is_pinned_for_it_and_pyproject_names_what_run_in_asks_for() -> None:
    """What only the tests install is missing in a town hall."""
    ours = {path.parent.name for path in REQUIREMENTS.parent.glob("*/__init__.py")}
    names = set().union(*map(imported_by, ours - {"tests"})) - ours - FROM_DEBIAN
    providers = metadata.packages_distributions()
    in_file = re.findall(r"^([a-z][\w.-]*)", (REQUIREMENTS / "run.in").read_text(), re.MULTILINE)
    project = tomllib.loads((REQUIREMENTS.parent / "pyproject.toml").read_text())["project"]["dependencies"]
    asked = set(map(normal, in_file))
    assert names > {"kivy", "pydantic"}
    pinned = set(re.findall(r"^(\S+)==", (REQUIREMENTS / "run.txt").read_text(), re.MULTILINE))
    assert {name for name in names if not pinned & set(map(normal, providers.get(name, [])))} == set()
    assert {normal(re.split(r"[=<>~ ]", word)[0]) for word in project} == asked
