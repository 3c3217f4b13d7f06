"""Loading the configuration: the shipped files, the town's over them, all mistakes at once."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from config.appointments import contradictions
from config.attachments import attach
from config.certificates import unfit
from config.files import UnreadableFileError, read_bytes
from config.languages import texts_differing, texts_missing
from config.layers import Layers, Path_, Table, dotted
from config.plain_words import in_plain_words, is_echo
from config.problems import Problem
from config.schema import Configuration
from config.services import misdirections
from config.toml_files import files_of, read_toml

SHIPPED = Path(__file__).with_name("terminal.toml")
LARGEST_BYTES = 900_000
"""Of all together. What keeps it, and what passes it on to visits, takes little more."""
_MOST_REFUSALS = 200
"""Of the schema. What is wrong beyond is named when these are mended."""


@dataclass(frozen=True)
class Loaded:
    """A configuration that holds. `digest` (SHA-256, hex) changes with anything a citizen could see."""

    configuration: Configuration
    digest: str
    sources: tuple[Path, ...]


@dataclass(frozen=True)
class Broken:
    """A configuration with mistakes: all of them, by file and key."""

    problems: tuple[Problem, ...]


def load(path: Path | None) -> Loaded | Broken:
    """The shipped configuration with the town's over it.

    `path` is the town's folder (all its ``*.toml``), one file, or None for the shipped one alone. Never
    raises for anything that is wrong with the files.
    """
    layers = Layers()
    sources: list[Path] = []
    for layer in [SHIPPED] if path is None else [SHIPPED, path]:
        files, problems = files_of(layer)
        layers.problems.extend(problems)
        sources.extend(files)
        layers.lay([(file, _tables(file, layers.problems)) for file in files])
    layers.problems.extend(attach(layers.tables, layers.origin))
    configuration = _validated(layers)
    if configuration is None or layers.problems:
        return Broken(tuple(sorted(set(layers.problems))))
    return Loaded(configuration, _digest(configuration), tuple(sources))


def _tables(file: Path, problems: list[Problem]) -> Table:
    tables, wrong = read_toml(file)
    problems.extend(wrong)
    return tables


def _validated(layers: Layers) -> Configuration | None:
    """Through JSON, as the snapshot takes it later: strict, so that "60" is no number and 1 is not true."""
    try:
        configuration = Configuration.model_validate_json(json.dumps(layers.tables), strict=True)
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False)[:_MOST_REFUSALS]:
            if not is_echo(error):
                layers.problems.append(_problem(layers, error["loc"], in_plain_words(error, Configuration)))
        return None
    if len(configuration.model_dump_json().encode()) > LARGEST_BYTES:
        reason = f"is larger than {LARGEST_BYTES // 1000} kB together with all texts that it names"
        layers.problems.append(_problem(layers, (), reason))
    for key, language in texts_missing(configuration):
        layers.problems.append(_problem(layers, key, f'has no text in "{language}", the default language'))
    for key, language in texts_differing(configuration):
        layers.problems.append(
            _problem(layers, key, f'must have the headings, paragraphs and list items of "{language}"')
        )
    for key, reason in [*contradictions(configuration), *misdirections(configuration), *unfit(configuration.calendar)]:
        layers.problems.append(_problem(layers, key, reason))
    return configuration


def _problem(layers: Layers, key: Path_, reason: str) -> Problem:
    return Problem(str(layers.origin(key)), _shown(layers.tables, key), reason)


def _shown(tables: Table, key: Path_) -> str:
    """The dotted key; offices, counters and concerns are called by their ids, not by their numbers."""
    if len(key) > 1 and key[0] in ("offices", "counters", "concerns") and isinstance(key[1], int):
        entry = tables[str(key[0])][key[1]]
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            return dotted((key[0], entry["id"], *key[2:]))
    return dotted(key)


def _digest(configuration: Configuration) -> str:
    seen = hashlib.sha256(configuration.model_dump_json().encode())
    if configuration.town.arms is not None:
        try:
            seen.update(read_bytes(Path(configuration.town.arms)))
        except UnreadableFileError:
            seen.update(b"-")  # gone since it was checked; the banner then shows an empty shield
    return seen.hexdigest()
