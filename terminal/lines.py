"""JSON values, one a line, over a stream socket; lines longer than a limit are dropped, never kept."""

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

_DEEPEST = 64
"""Far from where the interpreter gives up, which may be later when reading than when passing on."""


class MalformedError(ValueError):
    """A line that is not what it should be. The text never holds any of the line."""


def to_line(record: Mapping[str, Any]) -> bytes:
    """`record` as one line of UTF-8, with the newline."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    """The object that `line` holds, which `to_line` can pass on. Raises `MalformedError`."""
    try:
        record = json.loads(line)
        _check(record, _DEEPEST)
    except (ValueError, RecursionError):
        raise MalformedError("not JSON") from None
    if not isinstance(record, dict):
        raise MalformedError("not an object")
    return record


def _check(value: object, deepest: int) -> None:
    """Raises ValueError for what Python's reader takes and is no JSON (RFC 8259): NaN, infinity, half a surrogate pair."""
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError("no number")
    elif isinstance(value, dict | list):
        if deepest == 0:
            raise ValueError("nested too deeply")
        for inner in (value.keys(), value.values()) if isinstance(value, dict) else (value,):
            for part in inner:
                _check(part, deepest - 1)


class LineBuffer:
    """Cuts what arrives into lines of at most `limit` bytes, and counts in `dropped` those that were longer."""

    def __init__(self, limit: int) -> None:
        self.dropped = 0
        self._limit = limit
        self._rest = bytearray()
        self._skipping = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The lines that `data` completes, without their newlines."""
        *ends, rest = data.split(b"\n")
        for end in ends:
            self._grow(end)
            if not self._skipping:
                yield bytes(self._rest)
            self._rest.clear()
            self._skipping = False
        self._grow(rest)

    def _grow(self, data: bytes) -> None:
        if self._skipping:
            return
        if len(self._rest) + len(data) > self._limit:
            self._rest.clear()
            self._skipping = True
            self.dropped += 1
        else:
            self._rest += data
