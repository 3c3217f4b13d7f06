"""The last configuration that held, kept so that a broken one never takes the kiosk down."""

import os
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from config.files import UnreadableFileError, read_bytes
from config.loader import Loaded
from config.schema import Configuration

FILE_NAME = "last-good-configuration.json"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    digest: str
    sources: tuple[str, ...]
    configuration: Configuration


def save(state_dir: Path, loaded: Loaded) -> None:
    """Replace the kept one, whole or not at all, readable by the owner alone. Raises `OSError`."""
    kept = _Kept(digest=loaded.digest, sources=tuple(map(str, loaded.sources)), configuration=loaded.configuration)
    state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, written = tempfile.mkstemp(dir=state_dir, prefix=f".{FILE_NAME}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(kept.model_dump_json().encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(written, state_dir / FILE_NAME)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
    _sync_folder(state_dir)


def load(state_dir: Path) -> Loaded | None:
    """The kept one; None if there is none, or an older version wrote one that no longer holds."""
    try:
        kept = _Kept.model_validate_json(read_bytes(state_dir / FILE_NAME))
    except (UnreadableFileError, ValidationError):
        return None
    return Loaded(kept.configuration, kept.digest, tuple(map(Path, kept.sources)))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
