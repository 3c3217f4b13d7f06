"""TOML (1.0) that somebody has written, in bounded time: Python's reader takes the square of it for keys with thousands of dots."""

import re
import tomllib
from typing import Any

_DOTTED = re.compile(
    r"""(?:^|[\[{,])[ \t]*+(?:(?:[\w-]++|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+){100}""",
    re.ASCII | re.MULTILINE,
)


class ExcessError(ValueError):
    """`args[0]` says what there is too much of."""


def tables_in(text: str) -> dict[str, Any]:
    """What `text` says. Raises `ExcessError`, or ValueError, whose text says where it is no TOML."""
    if _DOTTED.search(text):
        raise ExcessError("has a name with too many dots")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ExcessError("is nested too deeply") from None
