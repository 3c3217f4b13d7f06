"""A connection to an eID service that the dock can hinder, so that staff can see what citizens then read."""

import time
from collections.abc import Mapping
from typing import Any

from terminal.http import Answer, Connection, NoAnswerError

CONDITIONS = ("ok", "down", "slow", "denies", "lies")
SLOW_S = 5.0


class HinderedConnection(Connection):
    """`condition`: ok; down, nobody answers; slow, it takes seconds; denies, it wants no customers; lies, its answers were changed on the way."""

    condition = "ok"

    def asked(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """See `terminal.desk.dock`: "eid-service"."""
        if request.get("condition") not in CONDITIONS:
            return {"ok": False, "error": "unknown-request"}
        self.condition = str(request["condition"])
        return {"ok": True}

    def ask(self, method: str, url: str, **asked: Any) -> Answer:
        """See `Connection`."""
        if self.condition == "down":
            raise NoAnswerError("the dock says so")
        if self.condition == "denies":
            return Answer(403, b"")
        if self.condition == "slow":
            time.sleep(SLOW_S)
        answer = super().ask(method, url, **asked)
        return Answer(answer.status, answer.body.replace(b"Body", b"Bodi")) if self.condition == "lies" else answer
