"""Laying the town's files over the shipped one, and remembering which file said what.

Tables are merged key by key; everything else is replaced, also language maps: a town that writes only
German must not show the English of the shipped example beside it. Within the town's folder two files may
not set the same key, but each may add offices, counters and concerns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from config.problems import Problem

Path_ = tuple[str | int, ...]
Table = dict[str, Any]

_LANGUAGE = re.compile(r"[a-z]{2}(-[a-z]{2,8})?")
_ADDED_UP = ("offices", "counters", "concerns")


@dataclass
class Layers:
    """What has been laid so far: the merged tables and, for each key, the file that set it last."""

    tables: Table = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _origins: dict[Path_, Path] = field(default_factory=dict)

    def lay(self, files: list[tuple[Path, Table]]) -> None:
        """Lay one layer, which may be several files, over those before."""
        set_here: dict[Path_, Path] = {}
        for file, table in files:
            self._origins.setdefault((), file)
            self._lay_table(self.tables, table, (), file, set_here)
        if files:
            self._origins[()] = files[0][0]

    def origin(self, key: Path_) -> Path:
        """The file that set `key`, else the one that set what is around it."""
        return next(self._origins[key[:n]] for n in range(len(key), -1, -1) if key[:n] in self._origins)

    def _lay_table(self, target: Table, table: Table, path: Path_, file: Path, set_here: dict[Path_, Path]) -> None:
        for name, value in table.items():
            key = (*path, name)
            if _is_table(value) and _is_table(target.get(name, value)) and set_here.get(key) is None:
                self._origins[key] = file
                self._lay_table(target.setdefault(name, {}), value, key, file, set_here)
            elif len(key) == 1 and name in _ADDED_UP and isinstance(value, list):
                self._lay_list(target, name, value, file, set_here)
            elif key in set_here:
                self.problems.append(Problem(str(file), dotted(key), f"is also set in {set_here[key].name}"))
            else:
                if name in target:
                    self._forget(key)
                target[name] = value
                self._origins[key] = set_here[key] = file

    def _lay_list(self, target: Table, name: str, entries: list[Any], file: Path, set_here: dict[Path_, Path]) -> None:
        key = (name,)
        before = target[name] if key in set_here and isinstance(target.get(name), list) else []
        if not before:
            self._forget(key)
        target[name] = [*before, *entries]
        self._origins[key] = set_here[key] = file
        for n in range(len(before), len(target[name])):
            self._origins[name, n] = file

    def _forget(self, key: Path_) -> None:
        for known in [known for known in self._origins if known[: len(key)] == key]:
            del self._origins[known]


def dotted(key: Path_) -> str:
    """``("offices", 0, "name")`` as ``offices[1].name``: staff count from one."""
    text = ""
    for part in key:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def leaves(tables: Table, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Every key that is neither table nor list, with its value."""
    items: Iterator[tuple[str | int, Any]] = iter(tables.items())
    for name, value in items:
        yield from _leaves_of(value, (*path, name))


def _leaves_of(value: Any, path: Path_) -> Iterator[tuple[Path_, Any]]:
    if isinstance(value, dict):
        yield from leaves(value, path)
    elif isinstance(value, list):
        for n, entry in enumerate(value):
            yield from _leaves_of(entry, (*path, n))
    else:
        yield path, value


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and not (value and all(_LANGUAGE.fullmatch(name) for name in value))
