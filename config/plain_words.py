"""What a schema's refusal means, in words for staff."""

import re
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from config.layers import Path_
from config.problems import did_you_mean

_LONGEST_ECHO = 40

_WANTED = {
    "string_type": 'must be text in quotes, such as "..."',
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list, such as [...]",
    "model_type": "must be a table, such as { key = ... }",
    "dict_type": 'must be a table, such as { de = "...", en = "..." }',
    "date_type": "must be a date, such as 2026-12-24",
    "date_parsing": "must be a date, such as 2026-12-24",
    "date_from_datetime_parsing": "must be a date, such as 2026-12-24",
    "date_from_datetime_inexact": "must be a date without a time, such as 2026-12-24",
}

_KINDS = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


def is_echo(error: ErrorDetails) -> bool:
    """Whether this only repeats another refusal: a list whose entries were refused is not "too short" as well."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def in_plain_words(error: ErrorDetails, schema: type[BaseModel]) -> str:
    """The reason. Echoes no value of a text key except a wrong choice, which is never a secret."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        *path, name = error["loc"]
        return f"unknown key{did_you_mean(str(name), keys_at(schema, tuple(path)))}"
    if kind == "literal_error":
        return _choice(given, context["expected"])
    if kind in _WANTED:
        return f"{_WANTED[kind]}{_but_is(kind, given)}"
    return _bound(kind, context) or error["msg"]


def keys_at(schema: type[BaseModel], path: Path_) -> list[str]:
    """The keys that the table at `path` may have."""
    model: type[BaseModel] | None = schema
    for name in path:
        if model is None or isinstance(name, int):
            continue
        field = model.model_fields.get(name)
        model = model_in(field.annotation) if field else None
    return list(model.model_fields) if model else []


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model in ``Model``, ``Model | None`` or ``tuple[Model, ...]``, else None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := model_in(inner))), None)


def _choice(given: Any, expected: str) -> str:
    choices = re.findall(r"'([^']*)'", expected)
    allowed = " or ".join(f'"{choice}"' for choice in choices) if len(choices) < 3 else ", ".join(choices)
    if not isinstance(given, str):
        return f"must be one of: {allowed}{_but_is('', given)}"
    return f'"{given[:_LONGEST_ECHO]}" is not one of: {allowed}{did_you_mean(given, choices)}'


def _but_is(kind: str, given: Any) -> str:
    if kind == "finite_number" or (kind.startswith("date") and isinstance(given, str)):
        return ""
    name = "a fraction" if kind == "int_type" and isinstance(given, float) else _KINDS.get(type(given), "")
    return f", not {name}" if name else ""


def _bound(kind: str, context: dict[str, Any]) -> str | None:
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"must be at {'least' if kind[0] == 'g' else 'most'} {context['ge' if kind[0] == 'g' else 'le']:g}"
    if kind == "greater_than":
        return f"must be more than {context['gt']:g}"
    if kind == "string_too_short":
        return "must not be empty"
    if kind == "string_too_long":
        return f"must not be longer than {context['max_length']} characters"
    if kind == "too_short":
        return f"needs at least {context['min_length']} entry"
    return None
