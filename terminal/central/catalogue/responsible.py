"""The names of the offices that services name as responsible."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

BUNDLED = Path(__file__).resolve().parents[3] / "config" / "catalogue"
"""Services, synonyms and offices that come with the kiosk, for staff to edit."""


@cache
def responsible_names() -> Mapping[str, Mapping[str, str]]:
    """By their ids, each by language."""
    table = tomllib.loads((BUNDLED / "responsible.toml").read_text(encoding="utf-8"))
    return {id: {code: name for code, name in office.items() if isinstance(name, str)} for id, office in table.items()}
