"""Requests of the dock to a visit process, and their answers."""

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from terminal.loop import MainLoop, Timer
from terminal.messages import DockReply, DockRequest
from terminal.values import valueclass

from .child import Child

ANSWER_S = 10.0

Answer = Callable[[Mapping[str, Any]], None]


@valueclass(frozen=True)
class _Open:
    child: Child
    answer: Answer
    timer: Timer


class Dialogue:
    """Every request is answered exactly once: by the process, when it is gone, or after 10 s."""

    def __init__(self, loop: MainLoop) -> None:
        self._loop = loop
        self._ids = count(1)
        self._open: dict[int, _Open] = {}

    def ask(self, child: Child, request: Mapping[str, Any], answer: Answer) -> None:
        """Pass `request` on to `child`."""
        id = next(self._ids)
        timer = self._loop.call_later(ANSWER_S, lambda: self._close(id, {"ok": False, "error": "no-answer"}))
        self._open[id] = _Open(child, answer, timer)
        child.process.send(DockRequest(id, request))

    def answered(self, child: Child, reply: DockReply) -> None:
        """`child` answers; nobody else can in its place."""
        asked = self._open.get(reply.id)
        if asked and asked.child is child:
            self._close(reply.id, reply.reply)

    def gone(self, child: Child) -> None:
        """`child` will not answer any more."""
        for id in [id for id, asked in self._open.items() if asked.child is child]:
            self._close(id, {"ok": False, "error": "front-lost"})

    def _close(self, id: int, reply: Mapping[str, Any]) -> None:
        asked = self._open.pop(id, None)
        if asked:
            asked.timer.cancel()
            asked.answer(reply)
