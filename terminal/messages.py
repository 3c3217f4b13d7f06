"""What supervisor and visit process say to each other, typed, with strict decoding.

`Order`s go to the visit and carry their name under "do"; `Report`s come from it and carry it under "is".
The order of things stands in `terminal.channel`.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, fields
from typing import Any, ClassVar

from terminal.values import valueclass

from .limits import SPENDINGS
from .lines import MalformedError, from_line, to_line

Check = Callable[[object], bool]

STATES = frozenset({"idle", "active", "warning", "closing", "out-of-order"})
"""The values of `terminal.visit.VisitState`, here without importing a whole visit into the supervisor."""

"""What is limited within an hour, over all visits."""

MODES = frozenset({"start", "out-of-order"})


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _is_size(value: object) -> bool:
    return value is None or (isinstance(value, list) and len(value) == 2 and all(_is_number(side) for side in value))


def _is_mode(value: object) -> bool:
    return isinstance(value, str) and value in MODES


def _is_state(value: object) -> bool:
    return isinstance(value, str) and value in STATES


def _is_spending(value: object) -> bool:
    return isinstance(value, str) and value in SPENDINGS


def _are_ages(value: object) -> bool:
    return isinstance(value, dict) and all(
        _is_spending(kind) and isinstance(ages, list) and all(map(_is_number, ages)) for kind, ages in value.items()
    )


def _is_code(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 8


@valueclass(frozen=True)
class Configure:
    """Become ready to be shown, hidden. `size` is width and height in pixels; None means the whole display."""

    NAME: ClassVar[str] = "configure"
    CHECKS: ClassVar[Mapping[str, Check]] = {
        "snapshot": _is_object,
        "simulate": _is_flag,
        "size": _is_size,
        "clock_offset_s": _is_number,
    }
    snapshot: Mapping[str, Any]
    simulate: bool
    size: tuple[int, int] | None
    clock_offset_s: int


@valueclass(frozen=True)
class Show:
    """Come to the screen: "start", or "out-of-order" with the fault code to be shown ("02").

    Only when `alert_acknowledged` may the screen say that the technicians have been told. `spent`: how many seconds ago
    earlier visits did something of `SPENDINGS`, within an hour.
    """

    NAME: ClassVar[str] = "show"
    CHECKS: ClassVar[Mapping[str, Check]] = {
        "mode": _is_mode,
        "code": _is_code,
        "clock_offset_s": _is_number,
        "alert_acknowledged": _is_flag,
        "spent": _are_ages,
    }
    mode: str
    code: str
    clock_offset_s: int
    alert_acknowledged: bool
    spent: Mapping[str, list[int]] = field(default_factory=dict)


@valueclass(frozen=True)
class Alerted:
    """The alert about the fault on the screen has been acknowledged since: the screen may say so."""

    NAME: ClassVar[str] = "alerted"
    CHECKS: ClassVar[Mapping[str, Check]] = {}


@valueclass(frozen=True)
class Release:
    """Your successor is on the screen: hide, close silently, exit."""

    NAME: ClassVar[str] = "release"
    CHECKS: ClassVar[Mapping[str, Check]] = {}


@valueclass(frozen=True)
class Stop:
    """The kiosk stops: close silently, exit."""

    NAME: ClassVar[str] = "stop"
    CHECKS: ClassVar[Mapping[str, Check]] = {}


@valueclass(frozen=True)
class Clock:
    """The simulated clock is `offset_s` seconds ahead of the machine's."""

    NAME: ClassVar[str] = "clock"
    CHECKS: ClassVar[Mapping[str, Check]] = {"offset_s": _is_number}
    offset_s: int


@valueclass(frozen=True)
class DockRequest:
    """A request of `terminal.desk.dock`, answered by a `DockReply` with the same id. Refused unless simulated."""

    NAME: ClassVar[str] = "dock"
    CHECKS: ClassVar[Mapping[str, Check]] = {"id": _is_number, "request": _is_object}
    id: int
    request: Mapping[str, Any]


@valueclass(frozen=True)
class Warm:
    """Configured and hidden; can be shown at once. Beats begin."""

    NAME: ClassVar[str] = "warm"
    CHECKS: ClassVar[Mapping[str, Check]] = {}


@valueclass(frozen=True)
class Shown:
    """The first frame after `Show` is on the screen."""

    NAME: ClassVar[str] = "shown"
    CHECKS: ClassVar[Mapping[str, Check]] = {}


@valueclass(frozen=True)
class Beat:
    """The main loop is alive. `state` is the visit's; also sent at once when that changes."""

    NAME: ClassVar[str] = "beat"
    CHECKS: ClassVar[Mapping[str, Check]] = {"state": _is_state}
    state: str


@valueclass(frozen=True)
class Finished:
    """The interactive closing is done, a neutral page is shown: hand over."""

    NAME: ClassVar[str] = "finished"
    CHECKS: ClassVar[Mapping[str, Check]] = {}


@valueclass(frozen=True)
class Spent:
    """Something of `SPENDINGS` was done."""

    NAME: ClassVar[str] = "spent"
    CHECKS: ClassVar[Mapping[str, Check]] = {"what": _is_spending}
    what: str


@valueclass(frozen=True)
class Happened:
    """An event of `terminal.events`, its fields not yet validated."""

    NAME: ClassVar[str] = "event"
    event: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@valueclass(frozen=True)
class DockReply:
    """The answer to a `DockRequest`: "ok", and what `terminal.desk.dock` says, or "error"."""

    NAME: ClassVar[str] = "dock"
    CHECKS: ClassVar[Mapping[str, Check]] = {"id": _is_number, "reply": _is_object}
    id: int
    reply: Mapping[str, Any]


Order = Configure | Show | Alerted | Release | Stop | Clock | DockRequest
Report = Warm | Shown | Beat | Finished | Spent | Happened | DockReply

_ORDERS = {kind.NAME: kind for kind in (Configure, Show, Alerted, Release, Stop, Clock, DockRequest)}
_REPORTS = {kind.NAME: kind for kind in (Warm, Shown, Beat, Finished, Spent, DockReply)}


def encode(message: Order | Report) -> bytes:
    """`message` as a line."""
    if isinstance(message, Happened):
        return to_line({"is": message.NAME, "event": message.event, **message.fields})
    tag = "is" if isinstance(message, Report) else "do"
    return to_line({tag: message.NAME, **{part.name: getattr(message, part.name) for part in fields(message)}})


def decode_order(line: bytes) -> Order:
    """The order that `line` holds. Raises `MalformedError`."""
    name, record = _named(line, "do")
    if name not in _ORDERS:
        raise MalformedError("unknown order")
    kind: Any = _ORDERS[name]
    if name == Configure.NAME and record.get("size"):
        _check(kind, record)
        record["size"] = tuple(record["size"])
    else:
        _check(kind, record)
    order: Order = kind(**record)
    return order


def decode_report(line: bytes) -> Report:
    """The report that `line` holds. Raises `MalformedError`."""
    name, record = _named(line, "is")
    if name == Happened.NAME:
        event = record.pop("event", None)
        if not isinstance(event, str):
            raise MalformedError("event without a name")
        return Happened(event, record)
    if name not in _REPORTS:
        raise MalformedError("unknown report")
    kind: Any = _REPORTS[name]
    _check(kind, record)
    report: Report = kind(**record)
    return report


def _named(line: bytes, tag: str) -> tuple[str, dict[str, Any]]:
    record = from_line(line)
    name = record.pop(tag, None)
    if not isinstance(name, str):
        raise MalformedError("without a name")
    return name, record


def _check(kind: Any, record: Mapping[str, Any]) -> None:
    if record.keys() != kind.CHECKS.keys() or not all(check(record[name]) for name, check in kind.CHECKS.items()):
        raise MalformedError(f"not a proper {kind.NAME}")
