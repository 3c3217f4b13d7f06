"""Files that are read as a whole: a reader never meets half of one, whoever dies while it is written."""

import os
from pathlib import Path


def put(file: Path, text: str) -> None:
    """Into a folder that only the owner reads. Raises OSError; then the file is what it was."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = file.with_name(f".half-{os.getpid()}-{file.name}")
    try:
        half.write_text(text, encoding="utf-8")
        os.replace(half, file)
    finally:
        half.unlink(missing_ok=True)
