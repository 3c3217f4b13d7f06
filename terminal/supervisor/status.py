"""What `./kiosk status` shows. The keys are a contract: docs/operations.md."""

from datetime import UTC, datetime, timedelta
from typing import Any

from .child import Child
from .health import Part
from .supervisor import Supervisor

Report = dict[str, Any]


def status(supervisor: Supervisor, parts: list[Part], now_s: float) -> Report:
    """The state of the kiosk as plain JSON values, without personal data. `now_s`: the loop's time."""
    return {
        "order": _order(supervisor, now_s),
        "front": _child(supervisor.front, now_s),
        "spare": _child(supervisor.spare, now_s),
        "closing": len(supervisor.living) - (supervisor.front is not None) - (supervisor.spare is not None),
        "configuration": _configuration(supervisor),
        "parts": [part.report() for part in parts],
        "counts": supervisor.counts.report(),
        "clock_offset_s": supervisor.clock_offset_s,
    }


def moment(seconds_ago: float) -> str:
    """UTC, in whole seconds."""
    return (datetime.now(UTC) - timedelta(seconds=seconds_ago)).isoformat(timespec="seconds")


def _order(supervisor: Supervisor, now_s: float) -> Report:
    outage = supervisor.outage
    if outage.fault is None:
        return {"state": "in-order"}
    return {
        "state": "out-of-order",
        "code": outage.fault.code,
        "since": moment(now_s - outage.since_s),
        "alert_acknowledged": outage.alerted,
    }


def _child(child: Child | None, now_s: float) -> Report | None:
    if child is None:
        return None
    return {
        "pid": child.process.pid,
        "stage": child.stage.value,
        "state": child.state,
        "since": moment(now_s - (child.shown_s or child.born_s)),
        "configuration": child.taken.mark if child.taken else None,
    }


def _configuration(supervisor: Supervisor) -> Report:
    taken = supervisor.taken
    return {
        "digest": taken.mark if taken else None,
        "source": taken.source if taken else None,
        "files": list(taken.files) if taken else [],
        "problems": list(supervisor.problems),
    }
