"""What staff and installers write: a town's whole folder with damaged files, and sound TOML with values that mean harm."""

import copy
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config import last_good
from config.layers import Path_, leaves
from config.loader import SHIPPED, Broken, load
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of
from terminal.lines import from_line, to_line
from terminal.wording import message
from tests.config.test_anything_written import toml
from tests.faults.damage import damaged

FEW, MANY = 25, 1000
TOWN = SHIPPED.parent / "towns" / "brandis"
SERVICE = SHIPPED.parent / "catalogue" / "services" / "identity-card.toml"
SOUND = {file.name: file.read_bytes() for file in sorted(TOWN.iterdir())}
PLACES = [
    (name, key) for name in SOUND if name.endswith(".toml") for key, _ in leaves(tomllib.loads(SOUND[name].decode()))
]
HOSTILE = st.sampled_from(
    [
        *("\u202eSTRATSCHEN", "a\0b", "\x1b[2J", "\u200d" * 500, "e" + "\u0301" * 5000, "\ufdfa" * 1000, "x" * 100_000),
        *("../../../../etc/passwd", "/dev/zero", "/proc/self/mem", ".", "loop", "pipe", "//" * 3000),
        *(10**12, -1, 0, 1e308, 10**400, float("nan"), True, [], {}, [[[[]]]], {"de": {"de": "x"}}, ["x"] * 20_000),
        *({f"l{n}": "x" for n in range(2000)}, {"\u202e": "x"}, {"de": ""}, "23:59-00:00", "9999-12-31"),
    ]
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield Path(place) / "town"


def check_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Loading answers; what it takes can be shown, passed on to a visit, and kept."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "services").mkdir(parents=True)
    (folder / "loop").symlink_to("loop")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    result = load(folder)
    if isinstance(result, Broken):
        assert 0 < len(result.problems) <= 1000
        assert all(str(problem).isprintable() for problem in result.problems)
        return
    snapshot = result.configuration.model_dump(mode="json")
    assert from_line(to_line({"snapshot": snapshot})) == {"snapshot": snapshot}
    assert texts_of(first_sight_of(result.configuration)).render(message("start-title"), "de").text
    last_good.save(folder / "state", result)
    kept = last_good.load(folder / "state")
    assert kept and kept.configuration == result.configuration


def written(tables: dict[str, Any], key: Path_, value: Any) -> bytes:
    """`tables` with another value at `key`."""
    changed: Any = copy.deepcopy(tables)
    around = changed
    for name in key[:-1]:
        around = around[name]
    around[key[-1]] = value
    return "".join(f"{name} = {toml(part)}\n" for name, part in changed.items()).encode()


OWN = b'[catalogue]\nown = "services"\n[texts]\noverrides = { de = "own.ftl" }\n'
WORDING = b"-town = Brandis\nstart-title = Willkommen in { -town }\nstart-greeting = { start-title }\n"
FILES = {**SOUND, "own.toml": OWN, "own.ftl": WORDING, "services/passport-new.toml": SERVICE.read_bytes()}


@st.composite
def folders(draw: st.DrawFn) -> dict[str, bytes]:
    """A town's folder with one file damaged or one value changed."""
    if draw(st.booleans()):
        name = draw(st.sampled_from(sorted(FILES)))
        return {**FILES, name: draw(damaged(st.just(FILES[name])))}
    name, key = draw(st.sampled_from(PLACES))
    return {**FILES, name: written(tomllib.loads(FILES[name].decode()), key, draw(HOSTILE))}


def test_the_folder_holds_before_it_is_damaged(folder: Path) -> None:
    check_folder(folder, FILES)
    assert not isinstance(load(folder), Broken)


@settings(max_examples=FEW, deadline=None)
@given(folders())
def test_a_damaged_folder_is_used_or_refused(folder: Path, files: dict[str, bytes]) -> None:
    check_folder(folder, files)


@pytest.mark.slow
@settings(max_examples=MANY, deadline=None)
@given(folders())
def test_very_many_damaged_folders(folder: Path, files: dict[str, bytes]) -> None:
    check_folder(folder, files)
