"""Writes docs/configuration.md from the schema: ``python -m config.documentation``."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from config.plain_words import model_in
from config.schema import Configuration
from config.schema.legal import Legal, Texts
from terminal.central.offices.spans import Span

DOCUMENT = Path(__file__).parent.parent / "docs" / "configuration.md"

_UNITS = {"_s": "seconds", "_h": "hours", "_mm": "millimetres", "px_per_mm": "pixels per millimetre"}

_HEAD = """\
# Configuration

Written by `python -m config.documentation` from `config/schema/`; do not edit.

The kiosk reads `config/terminal.toml`, which is complete and commented, and lays your own file or folder over it:
`./kiosk run --config PATH`. A folder stands for all its `*.toml` files; two of them may not set the same key, but each
may add `[[offices]]`, `[[counters]]` and `[[concerns]]`. Name only what differs. Tables are merged key by key; lists and
texts in languages are replaced whole. Files that a key names are looked for beside the file that names them; each may
have 1 MB, and all that is read into the configuration together 900 kB.

`./kiosk check-config [PATH]` names all mistakes at once, each as `file: key: what is wrong`. `./kiosk reload` puts a
correct configuration in force at the next visit; with a broken one the last good configuration stays, and
`./kiosk status` says why. Where a key under `[town]` or `[legal]` is *required*, `config/terminal.toml` has an example.

Kinds of values: *hours* are written `"09:00-12:00"` in the town's wall clock, at most until `24:00`; *text by
language* is a table such as `{ de = "Rathaus", en = "Town hall" }`, and the default language may not be missing;
*secret file* is the path of a file that holds nothing but the secret, belongs to the kiosk's user or root, and is
closed to everyone else (`chmod 600`).
"""


def document() -> str:
    """The whole document, ending with a line feed."""
    parts = [_HEAD]
    for name, field in Configuration.model_fields.items():
        parts.extend(_section(name, field, field.default))
    return "\n".join(parts)


def _section(path: str, around: FieldInfo, defaults: Any) -> Iterator[str]:
    """The table at `path`; `defaults` is the value that holds where the files do not have it."""
    model = model_in(around.annotation)
    if model is None:
        return
    brackets = f"[[{path}]]" if _is_list(around.annotation) else f"[{path}]"
    yield f"## `{brackets}`\n\n{around.description}\n"
    yield "| key | type | default | unit | meaning | example |\n|---|---|---|---|---|---|"
    fields = [(name, field, _default_of(name, field, defaults)) for name, field in model.model_fields.items()]
    for name, field, default in fields:
        yield _row(_type(model, name, field), name, field, default)
    yield ""
    for name, field, default in fields:
        yield from _section(f"{path}.{name}", field, default)


def _default_of(name: str, field: FieldInfo, defaults: Any) -> Any:
    return getattr(defaults, name) if isinstance(defaults, BaseModel) else field.default


def _row(kind: str, name: str, field: FieldInfo, default: Any) -> str:
    cells = (
        f"`{name}`",
        kind,
        _default(default),
        _unit(name),
        field.description or "",
        " ".join(f"`{_example(example)}`" for example in field.examples or ()),
    )
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _type(model: type[BaseModel], name: str, field: FieldInfo) -> str:
    if model in (Legal, Texts):
        return "file by language"
    if name.endswith("_file"):
        return "secret file"
    if name in ("arms", "authority", "certificate"):
        return "file"
    limits = [text for bound in field.metadata if (text := _limit(bound))]
    return ", ".join([_kind(field.annotation), *limits])


def _kind(annotation: Any) -> str:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "table"
    plain = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "date", Span: "hours"}
    if annotation in plain:
        return plain[annotation]
    inner = [argument for argument in get_args(annotation) if argument is not NoneType]
    if get_origin(annotation) is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in inner)
    if _is_list(annotation):
        return f"list of {_kind(inner[0])}" if model_in(annotation) is None else "list of tables"
    if len(inner) == 2 and inner == [str, str]:
        return "text by language"
    return _kind(inner[0])


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(inner) for inner in get_args(annotation))


def _limit(bound: Any) -> str:
    for name, words in (("ge", "at least"), ("gt", "more than"), ("le", "at most")):
        if hasattr(bound, name):
            return f"{words} {getattr(bound, name):g}"
    return ""


def _unit(name: str) -> str:
    return next((unit for ending, unit in reversed(_UNITS.items()) if name.endswith(ending)), "")


def _default(value: Any) -> str:
    if value is PydanticUndefined:
        return "required"
    if value is None:
        return "not set"
    return "see its keys" if isinstance(value, BaseModel) else f"`{_written(value)}`"


def _example(example: object) -> str:
    """Examples in the schema are TOML already, except plain words."""
    if isinstance(example, bool) or (
        isinstance(example, str) and example[:1] not in ("[", "{") and not _is_date(example)
    ):
        return _written(example)
    return str(example)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _written(value: Any) -> str:
    """A value as TOML."""
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_defaults=True)
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{name} = {_written(inner)}" for name, inner in value.items()) + " }" if value else "{}"
        )
    if isinstance(value, tuple):
        return "[" + ", ".join(_written(entry) for entry in value) + "]"
    if isinstance(value, float):
        return f"{value:g}"
    return json.dumps(str(value) if isinstance(value, Span) else value, ensure_ascii=False)


def main() -> None:
    """Write the document."""
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
