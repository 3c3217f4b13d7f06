"""What a short-lived process does with the configuration, so that the supervisor need not import its schema.

It speaks JSON: `read` writes a reading, `keep` takes what `read` called "taken".
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from config import last_good
from config.loader import SHIPPED, Broken, Loaded, load
from config.schema import Configuration

Json = Mapping[str, Any]

_OF_CALENDAR = ("url", "listen", "certificate", "key_file", "password_file")


def read(path: Path | None, state_dir: Path) -> Json:
    """The files, or what can be used instead of them: the last good configuration, else the shipped one."""
    found = load(path)
    kept = last_good.load(state_dir)
    if isinstance(found, Loaded):
        return {
            "problems": [],
            "taken": _taken(found, "files"),
            "kept": kept is not None and kept.digest == found.digest,
        }
    problems = [str(problem) for problem in found.problems]
    if kept and _same_place(kept, path):
        return {"problems": problems, "taken": _taken(kept, "last-good"), "kept": True}
    return {"problems": problems, "taken": _taken(_shipped(), "shipped"), "kept": True}


def keep(taken: Json, state_dir: Path) -> None:
    """Make `taken` the last good configuration. Raises OSError."""
    configuration = Configuration.model_validate_json(json.dumps(taken["snapshot"]))
    last_good.save(state_dir, Loaded(configuration, taken["digest"], tuple(map(Path, taken["files"]))))


def main(action: str, path: Path | None, state_dir: Path) -> int:
    """Run as a process: "read" or "keep"."""
    if action == "read":
        json.dump(read(path, state_dir), sys.stdout)
    else:
        keep(json.load(sys.stdin), state_dir)
    return 0


def _taken(loaded: Loaded, source: str) -> Json:
    configuration = loaded.configuration
    return {
        "snapshot": configuration.model_dump(mode="json"),
        "digest": loaded.digest,
        "source": source,
        "files": [str(file) for file in loaded.sources],
        "settings": _settings(configuration),
    }


def _settings(configuration: Configuration) -> Json:
    settings = configuration.supervisor.model_dump(exclude={"heartbeat_s"})
    return {
        **settings,
        "appointments": configuration.journeys.with_appointments,
        "catalogue": configuration.journeys.with_catalogue,
        "cards": configuration.journeys.with_cards,
        **{f"calendar_{key}": getattr(configuration.calendar, key) for key in _OF_CALENDAR},
        "alert_url": configuration.alerts.url,
        "alert_token_file": configuration.alerts.token_file,
    }


def _same_place(kept: Loaded, path: Path | None) -> bool:
    """Another town's last good configuration is none for this one."""
    return path is None or any(path == file or path in file.parents for file in kept.sources)


def _shipped() -> Loaded:
    shipped = load(None)
    if isinstance(shipped, Broken):
        raise SystemExit(f"{SHIPPED} does not hold")
    return shipped
