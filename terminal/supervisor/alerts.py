"""Telling the technicians: out of order, and back."""

import socket
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Thread

from terminal.loop import MainLoop
from terminal.values import valueclass

from .faults import Fault

DEADLINE_S = 10.0
_ANSWER_BYTES = 64 * 1024


@valueclass(frozen=True)
class Address:
    """Where alerts go. `token_file` is read at every use."""

    url: str
    token_file: str | None


ReadToken = Callable[[str], str]
"""The token that a file holds. Raises when it may not be used."""


class Alerts:
    """Sends the newest news until it is acknowledged, then calls `acknowledged`; `failed` once for each news."""

    def __init__(
        self, loop: MainLoop, read_token: ReadToken, acknowledged: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        self._loop = loop
        self._read_token = read_token
        self._acknowledged = acknowledged
        self._failed = failed
        self._serial = 0
        self._busy = False
        self._told = False

    def tell(self, address: Address, fault: Fault | None, again_s: float) -> None:
        """`fault` is on the screen, or None: the kiosk is back. What was not acknowledged before is dropped."""
        self._serial += 1
        self._told = False
        news = {
            "kiosk": socket.gethostname(),
            "state": "out-of-order" if fault else "back-in-order",
            "code": fault.code if fault else None,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        self._send(self._serial, address, news, again_s)

    def drop(self) -> None:
        """Nothing is to be told any more."""
        self._serial += 1

    def _send(self, serial: int, address: Address, news: dict[str, str | None], again_s: float) -> None:
        if serial != self._serial:
            return

        def later(after_s: float) -> None:
            self._loop.call_later(after_s, lambda: self._send(serial, address, news, again_s))

        def answered(taken: bool) -> None:
            self._busy = False
            if serial != self._serial:
                return
            if taken:
                self._acknowledged()
                return
            self._tell_failure()
            later(again_s)

        if self._busy:
            later(1.0)  # one at a time: a server that never answers must not collect threads
            return
        self._busy = True
        Thread(target=self._post, args=(address, news, answered), name="alert", daemon=True).start()

    def _tell_failure(self) -> None:
        if not self._told:
            self._told = True
            self._failed()

    def _post(self, address: Address, news: dict[str, str | None], answered: Callable[[bool], None]) -> None:
        from terminal.http import post_json

        try:
            token = self._read_token(address.token_file) if address.token_file else None
            answer = post_json(address.url, news, token=token, deadline_s=DEADLINE_S, limit_bytes=_ANSWER_BYTES)
            taken = answer.acknowledged
        except Exception:  # whatever it is: it was not acknowledged
            taken = False
        self._loop.post(lambda: answered(taken))
