"""Finding and reading the TOML files of a layer."""

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from config.files import UnreadableFileError, read_text
from config.layers import Table
from config.problems import Problem
from terminal.toml_text import ExcessError, tables_in

MOST_FILES = 50
DEEPEST = 20
LARGEST_NUMBER = 10**12

_PLACE = re.compile(r"(.*) \(at (line \d+, column \d+|end of document)\)", re.DOTALL)


class TooMuchError(Exception):
    """Nested too deeply, or a number that nothing here can mean; `args[0]` says which."""


def files_of(path: Path) -> tuple[list[Path], list[Problem]]:
    """`path` itself, or all ``*.toml`` in it by name."""
    try:
        if not path.is_dir():
            return _named_as_text([path])
        found = sorted(entry for entry in path.iterdir() if entry.suffix == ".toml")
    except OSError:
        return [], [Problem(str(path), "", "this folder may not be read by the user that runs the kiosk")]
    if not found:
        return [], [Problem(str(path), "", "there is no .toml file in this folder")]
    if len(found) > MOST_FILES:
        return [], [Problem(str(path), "", f"there are more than {MOST_FILES} .toml files in this folder")]
    return _named_as_text(found)


def _named_as_text(files: list[Path]) -> tuple[list[Path], list[Problem]]:
    """Without those whose names no message could hold: Linux allows any bytes."""
    unnamed = [file for file in files if not _is_text(str(file))]
    return [file for file in files if file not in unnamed], [
        Problem(str(file), "", "the name of this file is not UTF-8 text") for file in unnamed
    ]


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_toml(path: Path) -> tuple[Table, list[Problem]]:
    """The file's tables as values that JSON has too (dates become text), or what is wrong with it."""
    try:
        tables = _plain(tables_in(read_text(path)), DEEPEST)
    except (UnreadableFileError, TooMuchError, ExcessError) as error:
        return {}, [Problem(str(path), "", str(error))]
    except ValueError as error:
        return {}, [_syntax_problem(path, str(error))]
    return tables, []


def _syntax_problem(path: Path, message: str) -> Problem:
    found = _PLACE.fullmatch(message)
    reason, place = (found[1], found[2]) if found else (message, "")
    reason = reason.replace(r"Illegal character '\n'", "the closing quotation mark is missing")
    return Problem(str(path), place, f"is not TOML: {reason[:1].lower()}{reason[1:]}")


def _plain(value: Any, depth: int) -> Any:
    if depth < 0:
        raise TooMuchError("is nested too deeply")
    if isinstance(value, dict):
        return {name: _plain(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(entry, depth - 1) for entry in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        raise TooMuchError("contains a number that is far too large")
    return value
