"""Whatever a town file holds, loading answers; it never raises, and always says what is wrong."""

import json
import tempfile
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from config.loader import SHIPPED, Broken, Loaded, load

TABLES = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
KEYS = [(section, key) for section, table in TABLES.items() if isinstance(table, dict) for key in table]
KEYS += [("alerts", "url"), ("alerts", "token_file"), ("town", "arms"), ("town", "web"), ("screen", "width_mm")]

TEXTS = st.text(max_size=20) | st.sampled_from(["\0", ".", "..", "/dev/zero", "/", "x" * 5000, "de", "https://["])
SCALARS = st.integers(-(2**63), 2**63 - 1) | st.booleans() | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value).replace("\x7f", "\\u007f")


def answered(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "town.toml").write_bytes(content)
        result = load(Path(folder))
    if isinstance(result, Broken):
        assert result.problems
        assert all(str(problem).isprintable() for problem in result.problems)
        assert all("Input should" not in problem.reason for problem in result.problems)
    else:
        assert isinstance(result, Loaded)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KEYS), VALUES)
def test_any_value_at_any_key_is_answered(key: tuple[str, str], value: Any) -> None:
    answered(f"[{key[0]}]\n{key[1]} = {toml(value)}\n".encode(errors="surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(TABLES)), VALUES)
def test_any_value_in_place_of_a_section_is_answered(section: str, value: Any) -> None:
    answered(f"{section} = {toml(value)}\n".encode(errors="surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, SHIPPED.stat().st_size), st.binary(max_size=4))
def test_a_shipped_file_damaged_anywhere_is_answered(place: int, damage: bytes) -> None:
    content = SHIPPED.read_bytes()
    answered(content[:place] + damage + content[place + len(damage) :])
