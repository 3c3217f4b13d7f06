"""The dock's commands for the simulated receipt printer: `printer CONDITION` and `receipts DIR`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hardware.simulated.receipt_printer import Condition, Tray

Reply = Mapping[str, Any]
Command = Callable[[Mapping[str, Any]], Reply]


def commands(tray: Tray) -> Mapping[str, Command]:
    """For a desk to answer; see `terminal.desk.dock`."""
    return {"printer": lambda request: _set(tray, request), "receipts": lambda request: _copy(tray, request)}


def _set(tray: Tray, request: Mapping[str, Any]) -> Reply:
    try:
        tray.condition = Condition(request.get("condition"))
    except ValueError:
        return {"ok": False, "error": "unknown-request"}
    except OSError:
        return {"ok": False, "error": "not-written"}
    return {"ok": True}


def _copy(tray: Tray, request: Mapping[str, Any]) -> Reply:
    try:
        return {"ok": True, "files": [str(file) for file in tray.copy_to(Path(str(request.get("directory"))))]}
    except OSError:
        return {"ok": False, "error": "not-written"}
