"""JSON of other authorities: whatever stands there, what is asked for comes out, or nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

Json = Mapping[str, Any]


def an_object(value: object) -> Json:
    """`value`; empty for all else."""
    return value if isinstance(value, dict) else {}


def a_list(value: object) -> list[Any]:
    """`value`; empty for all else."""
    return value if isinstance(value, list) else []


def a_day(value: object) -> date | None:
    """The day of a moment as ISO 8601; None for all else."""
    try:
        return datetime.fromisoformat(value).date() if isinstance(value, str) else None
    except ValueError:
        return None
