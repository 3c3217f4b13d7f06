"""The dock of a simulated kiosk: what the front is asked, and what the supervisor does itself."""

from collections.abc import Callable, Mapping
from typing import Any

from .hindrance import CONDITIONS, Hindrance
from .supervisor import Supervisor

_FOR_THE_FRONT = frozenset(
    {
        "tree",
        "press",
        "focus",
        "type",
        "key",
        "scan",
        "screenshot",
        "printer",
        "receipts",
        "card",
        "reader",
        "sounds",
        "eid-service",
        "end",
        "hang",
    }
)

Answer = Callable[[Mapping[str, Any]], None]

_MOST_MINUTES = 366 * 24 * 60


class Dock:
    """Serves requests as `terminal.desk.dock` makes them."""

    def __init__(self, supervisor: Supervisor, calendar: Hindrance) -> None:
        self._supervisor = supervisor
        self._calendar = calendar

    def serve(self, request: Mapping[str, Any], answer: Answer) -> None:
        """Answer `request`, now or when the front has."""
        ask = request.get("ask")
        if ask == "kill":
            self._kill(request.get("which"), answer)
        elif ask == "clock":
            self._clock(request.get("minutes"), answer)
        elif ask == "calendar":
            self._hinder(request.get("condition"), answer)
        elif isinstance(ask, str) and ask in _FOR_THE_FRONT:
            self._ask_front(request, answer)
        else:
            answer({"ok": False, "error": "unknown-request"})

    def _kill(self, which: object, answer: Answer) -> None:
        found = {"front": self._supervisor.front, "spare": self._supervisor.spare}
        if not isinstance(which, str) or which not in found:
            answer({"ok": False, "error": "unknown-request"})
        elif child := found[which]:
            child.provoked = True
            child.process.kill()
            answer({"ok": True, "pid": child.process.pid})
        else:
            answer({"ok": False, "error": f"no-{which}"})

    def _clock(self, minutes: object, answer: Answer) -> None:
        if not isinstance(minutes, int) or isinstance(minutes, bool) or not 0 <= minutes <= _MOST_MINUTES:
            answer({"ok": False, "error": "unknown-request"})
            return
        self._supervisor.move_clock(self._supervisor.clock_offset_s + minutes * 60)
        answer({"ok": True, "offset_s": self._supervisor.clock_offset_s})

    def _hinder(self, condition: object, answer: Answer) -> None:
        if condition not in CONDITIONS:
            answer({"ok": False, "error": "unknown-request"})
        elif self._calendar.put(str(condition)):
            answer({"ok": True})
        else:
            answer({"ok": False, "error": "no-calendar"})

    def _ask_front(self, request: Mapping[str, Any], answer: Answer) -> None:
        front = self._supervisor.front
        if front is None:
            answer({"ok": False, "error": "no-front"})
            return
        if request["ask"] == "hang":
            front.provoked = True
        self._supervisor.dialogue.ask(front, request, answer)
