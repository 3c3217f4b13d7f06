"""Checking the town's own wording before it is used: a mistake in it must not reach a citizen's screen."""

from pathlib import Path

from config.files import UnreadableFileError
from terminal.journeys.registry import text_sources
from terminal.texts.overrides import override_problems

_MAIN_LANGUAGE = "de"


def check_fluent(path: Path, text: str) -> None:
    """Raises `UnreadableFileError` for everything wrong with `text`, the content of `path`.

    German stands for every language here: all have the same messages with the same values, which a test holds.
    """
    problems = override_problems(text, text_sources([_MAIN_LANGUAGE])[_MAIN_LANGUAGE])
    if problems:
        told = "; ".join(f"line {problem.line}: {problem.reason}" for problem in problems)
        raise UnreadableFileError(f"the file {path}, {told}")
