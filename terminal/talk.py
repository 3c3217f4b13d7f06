"""A dialogue on the loop's thread: its views become scenes, and whatever comes after its end is dropped."""

from collections.abc import Callable
from typing import Any

from terminal.loop import MainLoop
from terminal.steps import Dialogue, Ports, Session, Step


class Talk:
    """One run of one dialogue. `on_view` and `on_outcome` are called on the loop's thread, the latter at most once."""

    def __init__(
        self,
        dialogue: Dialogue[Any],
        *,
        ports: Ports,
        loop: MainLoop,
        on_view: Callable[[Step[Any]], None],
        on_outcome: Callable[[Any], None],
    ) -> None:
        self._dialogue = dialogue
        self._ports = ports
        self._loop = loop
        self._on_view = on_view
        self._on_outcome = on_outcome
        self._session: Session | None = None
        self._over = False

    def start(self) -> None:
        """Begin to talk."""
        self._session = self._dialogue.start(
            self._ports,
            lambda view: self._loop.post(lambda: self._view(view)),
            lambda outcome: self._loop.post(lambda: self._outcome(outcome)),
        )

    def put(self, answer: Any) -> None:
        """Pass on the citizen's answer to the last view."""
        if self._session and not self._over:
            self._session.put(answer)

    def close(self) -> None:
        """End it from this side."""
        self._over = True
        if self._session:
            self._session.close()

    def _view(self, view: Step[Any]) -> None:
        if not self._over:
            self._on_view(view)

    def _outcome(self, outcome: Any) -> None:
        if not self._over:
            self._over = True
            self._on_outcome(outcome)
