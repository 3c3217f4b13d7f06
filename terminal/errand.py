"""One run of one effect: its deadline, and finding out the truth when the answer is lost."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from terminal.values import valueclass

from .loop import MainLoop, Timer
from .steps import Effect, Kind, Ports, Unknown
from .workers import Answered, Lane, Raised, Workers

SETTLE_DEADLINE_S = 10.0


@valueclass(frozen=True)
class Trouble:
    """The effect gave no answer and, as far as can be known, did not happen. It may be tried again."""

    cause: str


Outcome = Answered[Any] | Trouble
"""What an errand reports: an answer for the tape (may be `Unknown`), or trouble that never reaches the tape."""


class _Phase(Enum):
    RUNNING = 1
    SETTLING = 2
    OVER = 3


class Errand:
    """Runs `effect` once under `op` and reports exactly once, unless abandoned."""

    def __init__(
        self,
        effect: Effect[Any],
        op: str,
        *,
        ports: Ports,
        loop: MainLoop,
        workers: Workers,
        report: Callable[[Outcome], None],
    ) -> None:
        self.effect = effect
        self.op = op
        self._ports = ports
        self._loop = loop
        self._workers = workers
        self._report = report
        self._phase = _Phase.RUNNING
        self._timer: Timer | None = None
        self._returned = False
        self._doubted: str | None = None

    @property
    def running(self) -> bool:
        """Whether a report is still to come."""
        return self._phase is not _Phase.OVER

    def start(self) -> None:
        """Begin; the deadline counts from now."""
        self._arm(self.effect.deadline_s, lambda: self._lost("Deadline"))
        self._workers.submit(Lane.WORK, lambda: self.effect.run(self._ports, self.op), self._ran)

    def abandon(self) -> None:
        """Whoever asked is gone: report nothing more."""
        self._enter(_Phase.OVER)

    def _ran(self, outcome: Answered[Any] | Raised) -> None:
        self._returned = True
        if self._phase is _Phase.OVER:
            return
        if isinstance(outcome, Answered):
            self._finish(outcome)
        elif self._phase is _Phase.RUNNING:
            self._lost(type(outcome.error).__name__)
        elif self._doubted:
            self._settle(self._doubted)

    def _lost(self, cause: str) -> None:
        if self.effect.kind is Kind.READ:
            self._finish(Trouble(cause))
            return
        self._enter(_Phase.SETTLING)
        self._arm(SETTLE_DEADLINE_S, self._stay_unknown)
        self._settle(cause)

    def _settle(self, cause: str) -> None:
        # A FINAL run that has not come back may still happen: only what is asked after it can deny it.
        sure = self._returned or self.effect.kind is not Kind.FINAL
        self._workers.submit(
            Lane.SETTLE,
            lambda: self.effect.settle(self._ports, self.op),
            lambda outcome: self._settled(outcome, cause, sure),
        )

    def _settled(self, outcome: Answered[Any] | Raised, cause: str, sure: bool) -> None:
        if self._phase is not _Phase.SETTLING:
            return
        if isinstance(outcome, Raised):
            self._stay_unknown()
        elif outcome.value is not None:
            self._finish(outcome)
        elif sure:
            self._finish(Trouble(cause))
        elif self._returned:
            self._settle(cause)
        else:
            self._doubted = cause

    def _stay_unknown(self) -> None:
        self._finish(Answered(Unknown(self.op[:6].upper())))

    def _finish(self, outcome: Outcome) -> None:
        self._enter(_Phase.OVER)
        self._report(outcome)

    def _arm(self, delay_s: float, fn: Callable[[], None]) -> None:
        self._timer = self._loop.call_later(delay_s, fn)

    def _enter(self, phase: _Phase) -> None:
        self._phase = phase
        if self._timer:
            self._timer.cancel()
