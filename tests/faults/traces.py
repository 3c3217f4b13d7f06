"""What must not be found anywhere on the kiosk's own disk: who was there, and the key to what they booked.

No file is excepted. Names and contacts stand in the calendar (docs/operations.md), which is no file of this kiosk here; it holds no code.
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote


def traces(directory: Path, words: Iterable[str]) -> list[str]:
    """Which of `words` stand in a file below `directory`, or in a name of one: as they are, in small letters, or quoted."""
    written = b"\n".join(_written(file) for file in directory.rglob("*")).lower()
    return [word for word in words if any(form.lower().encode() in written for form in (word, quote(word)))]


def _written(file: Path) -> bytes:
    return file.name.encode() + b"\n" + (file.read_bytes() if file.is_file() else b"")
