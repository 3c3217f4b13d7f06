"""The memory of one journey: its answers so far, what it owes the world, and drafts that prefill."""

from dataclasses import dataclass, field
from typing import Any

from terminal.values import valueclass

from .errors import Refusal
from .steps import Effect, Kind, Step, Unknown, Work


@valueclass(frozen=True)
class Entry:
    """A step and the answer it got; `prefills` says whether it stands there again when the step is asked again."""

    step: Step[Any]
    answer: Any
    prefills: bool = True


@valueclass(frozen=True)
class Owed:
    """An effect to undo when the citizen goes back behind `position` on the tape, or leaves."""

    position: int
    op: str
    effect: Effect[Any]


@dataclass
class Tape:
    """Answers in order. Nothing before `fence` can be taken back: something final has happened there."""

    entries: list[Entry] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)
    drafts: dict[str, Any] = field(default_factory=dict)
    fence: int = 0

    def owe(self, op: str, effect: Effect[Any]) -> None:
        """Register the undo of an effect that is about to run; running again under the same `op` owes it once."""
        if effect.kind is Kind.REVERSIBLE and all(owed.op != op for owed in self.owed):
            self.owed.append(Owed(len(self.entries), op, effect))

    def add(self, step: Step[Any], answer: Any, *, prefills: bool = True) -> None:
        """Append an answer; a FINAL success, or one that may have succeeded, fences off what is before it."""
        self.entries.append(Entry(step, answer, prefills))
        if not isinstance(step, Work) or step.effect.kind is not Kind.FINAL or isinstance(answer, Refusal):
            return
        self.fence = len(self.entries)
        if not isinstance(answer, Unknown):
            self.owed.clear()

    def landing(self) -> int | None:
        """Where Back goes: index of the last landing step behind the fence, before it the READs that feed it."""
        for index in range(len(self.entries) - 1, self.fence - 1, -1):
            if self.entries[index].step.landing:
                return self._before_reads(index)
        return None

    def position(self, key: str) -> int | None:
        """Where to go back to so that the last step `key` is asked again; None when it lies before the fence."""
        for index in range(len(self.entries) - 1, self.fence - 1, -1):
            if self.entries[index].step.key == key:
                return self._before_reads(index)
        return None

    def cut(self, length: int) -> list[Owed]:
        """Pop everything from `length` on. Returns what is now to be undone, newest first."""
        popped, self.entries = self.entries[length:], self.entries[:length]
        for entry in popped:
            if entry.step.landing and entry.prefills:
                self.drafts[entry.step.key] = entry.answer
        due = [owed for owed in self.owed if owed.position >= length]
        self.owed = [owed for owed in self.owed if owed.position < length]
        return due[::-1]

    def settle_up(self) -> list[Owed]:
        """Everything still owed, newest first; afterwards nothing is."""
        due, self.owed = self.owed[::-1], []
        return due

    def _before_reads(self, index: int) -> int:
        while index > self.fence and self._is_read(self.entries[index - 1].step):
            index -= 1
        return index

    @staticmethod
    def _is_read(step: Step[Any]) -> bool:
        return isinstance(step, Work) and step.effect.kind is Kind.READ
