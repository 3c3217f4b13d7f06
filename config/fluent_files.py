"""Checking the town's own wording before it is used."""

from pathlib import Path

from config.files import UnreadableFileError


def check_fluent(path: Path, text: str) -> None:
    """Raises `UnreadableFileError` if `text` (of the file `path`) is not Fluent throughout, with the line."""
    # Imported here: most towns keep the shipped wording, and the parser is not free.
    from fluent.syntax import FluentParser, ast

    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            at = entry.annotations[0].span.start if entry.annotations and entry.annotations[0].span else 0
            line = text.count("\n", 0, at) + 1
            raise UnreadableFileError(f"the file {path} is not Fluent in line {line}")
