"""Runs a journey: answers go on a tape, Back replays a fresh generator over the shortened tape.

The rules are those of docs/architecture.md, "Journeys, exactly".
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any

from .errand import Errand, Outcome, Trouble
from .errors import Refusal
from .events import Event, EventId, event
from .loop import MainLoop
from .scenes import JourneyScene, StepScene, TroubleScene, WorkScene
from .steps import Converse, Edit, Journey, Kind, Ports, Step, Unknown, Work
from .talk import Talk
from .tape import Entry, Owed, Tape
from .workers import Answered, Lane, Raised, Workers


class Runner:
    """One journey of one citizen.

    `on_scene` is called whenever something else belongs on the screen, `on_end` when the generator returns. `step` is what
    the generator asks now; `scene` shows it, or in a dialogue one of its views. `on_final` hears the key of FINAL work before
    it begins, unless it `tells` of what was done before; `done` holds the keys of that which succeeded, for whoever shows the
    scene that says so.
    Every answer carries the serial of the scene it answers; a stale one is ignored.
    """

    def __init__(
        self,
        begin: Callable[[], Journey],
        *,
        ports: Ports,
        loop: MainLoop,
        workers: Workers,
        on_scene: Callable[[JourneyScene], None],
        on_end: Callable[[], None],
        record: Callable[[Event], None] = lambda event: None,
        serials: Iterator[int] | None = None,
        new_op: Callable[[], str] = lambda: os.urandom(16).hex(),
        on_final: Callable[[str], None] = lambda op: None,
    ) -> None:
        self.tape = Tape()
        self.scene: JourneyScene | None = None
        self.step: Step[Any] | None = None
        self._begin = begin
        self._ports = ports
        self._loop = loop
        self._workers = workers
        self._on_scene = on_scene
        self._on_end = on_end
        self._record = record
        self._serials = serials or count(1)
        self._new_op = new_op
        self._on_final = on_final
        self.done: list[str] = []
        self._journey = begin()
        self._errand: Errand | None = None
        self._talk: Talk | None = None
        self._ahead: list[Entry] = []
        self._editing: str | None = None
        self._undoing = 0
        self._stopped = False
        self._closing: Callable[[], None] | None = None

    def start(self) -> None:
        """Show the first step."""
        self._go_on(lambda: next(self._journey))

    def answer(self, serial: int, answer: Any, *, prefills: bool = True) -> bool:
        """The citizen's answer to the scene `serial`. False when it came too late or does not fit the scene.

        `prefills`: whether Back finds it in the field again. A secret that nobody has typed never comes to the screen.
        """
        if self._stopped or not isinstance(self.scene, StepScene) or serial != self.scene.serial:
            return False
        if self._talk:
            self._talk.put(answer)
            return True
        if isinstance(answer, Edit):
            return self._edit(answer.key)
        step = self.scene.step
        self.tape.drafts.pop(step.key, None)
        self._answered(step, answer, prefills)
        return True

    def draft(self, key: str, value: Any) -> None:
        """Keep what is half typed in step `key`; the scene on the screen keeps its serial.

        What is typed in a dialogue may be a PIN: it is never kept.
        """
        if self._talk:
            return
        self.tape.drafts[key] = value
        if isinstance(self.scene, StepScene) and self.scene.step.key == key:
            self.scene = replace(self.scene, draft=value)

    def retry(self, serial: int) -> bool:
        """Run the work of a trouble scene again, under the same idempotency key."""
        if self._stopped or not isinstance(self.scene, TroubleScene) or serial != self.scene.serial:
            return False
        if self._errand is None:
            return False
        self._run(self.scene.step, self._errand.op)
        return True

    @property
    def may_go_back(self) -> bool:
        """Whether Back does something: not while a FINAL effect runs, never across the fence."""
        return not self._stopped and not self._final_runs and self._way_back

    def back(self) -> bool:
        """Go back one landing step. False when there is none: then the journey itself is what one leaves."""
        target = self.tape.landing()
        if not self.may_go_back or target is None:
            return False
        self._ahead.clear()
        self._return_to(target)
        return True

    def replayed(self) -> Step[Any] | None:
        """The step that a fresh generator reaches over the present tape; None when it has returned."""
        try:
            return self._replay(self._begin())
        except StopIteration:
            return None

    def stop(self) -> None:
        """Consult the generator no more, whatever still runs; what is owed stays owed until `close`."""
        self._stopped = True
        self._end_talk()

    def close(self, done: Callable[[], None]) -> None:
        """Leave: abandon a READ, wait for a FINAL effect, undo what is owed, then call `done`. No scene comes after."""
        self.stop()
        self._closing = done
        if self._errand and not self._final_runs:
            self._errand.abandon()
        self._settle_up()

    def _edit(self, key: str) -> bool:
        target = self.tape.position(key)
        if target is None:
            return False
        after = next(i for i, entry in enumerate(self.tape.entries[target:]) if entry.step.key == key) + 1
        self._ahead, self._editing = self.tape.entries[target + after :], key
        self._return_to(target)
        return True

    def _return_to(self, length: int) -> None:
        self._end_talk()
        if self._errand:
            self._errand.abandon()
        self._undo(self.tape.cut(length))
        self._journey = self._begin()
        self._go_on(lambda: self._replay(self._journey))

    def _replay(self, journey: Journey) -> Step[Any]:
        step = next(journey)
        for entry in self.tape.entries:
            if entry.step != step:
                raise ImpureJourneyError(step.key)
            step = journey.send(entry.answer)
        return step

    def _go_on(self, advance: Callable[[], Step[Any]]) -> None:
        try:
            step = advance()
        except StopIteration:
            self.step = None
            self._show(None)
            self._on_end()
            return
        self._present(step)

    def _present(self, step: Step[Any]) -> None:
        self.step = step
        if isinstance(step, Work):
            self._run(step, self._new_op())
        elif isinstance(step, Converse):
            self._converse(step)
        elif step.key != self._editing and self._known(step):
            again = self._ahead.pop(0)
            self._answered(step, again.answer, again.prefills)
        else:
            if step.key != self._editing:
                self._ahead.clear()
            self._editing = None
            draft = self.tape.drafts.get(step.key)
            self._show(StepScene(next(self._serials), step, draft, self._way_back))

    def _converse(self, step: Converse[Any]) -> None:
        self._ahead.clear()
        self._talk = Talk(
            step.dialogue,
            ports=self._ports,
            loop=self._loop,
            on_view=self._view,
            on_outcome=lambda outcome: self._agreed(step, outcome),
        )
        self._view(step.opening)
        self._talk.start()

    def _view(self, view: Step[Any]) -> None:
        self._show(StepScene(next(self._serials), view, None, self._way_back))

    def _agreed(self, step: Converse[Any], outcome: Any) -> None:
        self._talk = None
        self._answered(step, outcome)

    def _end_talk(self) -> None:
        if self._talk:
            self._talk.close()
            self._talk = None

    def _known(self, step: Step[Any]) -> bool:
        while self._ahead and isinstance(self._ahead[0].step, Work):
            self._ahead.pop(0)
        return bool(self._ahead) and self._ahead[0].step == step

    def _answered(self, step: Step[Any], answer: Any, prefills: bool = True) -> None:
        self.tape.add(step, answer, prefills=prefills)
        self._go_on(lambda: self._journey.send(answer))

    def _run(self, step: Work[Any], op: str) -> None:
        self.tape.owe(op, step.effect)
        self._errand = Errand(
            step.effect,
            op,
            ports=self._ports,
            loop=self._loop,
            workers=self._workers,
            report=lambda outcome: self._worked(step, op, outcome),
        )
        if _owed_until_told(step) and not self._remembered(op):
            self._in_trouble(step, op)
            return
        self._show(WorkScene(next(self._serials), step, self._loop.now(), self.may_go_back))
        self._errand.start()

    def _worked(self, step: Work[Any], op: str, outcome: Outcome) -> None:
        if self._stopped:
            if isinstance(outcome, Answered):
                self.tape.add(step, outcome.value)
            self._settle_up()
        elif isinstance(outcome, Trouble):
            self._in_trouble(step, op)
        else:
            if _owed_until_told(step) and not isinstance(outcome.value, Refusal | Unknown):
                self.done.append(op)
            self._answered(step, outcome.value)

    def _remembered(self, op: str) -> bool:
        """Nothing final begins that could not be released if this process died in the midst of it: a disk may be full."""
        try:
            self._on_final(op)
        except OSError:
            return False
        return True

    def _in_trouble(self, step: Work[Any], op: str) -> None:
        self._record(event(EventId.WORK_TROUBLE, effect=step.effect.kind.name.lower()))
        self._show(TroubleScene(next(self._serials), step, op[:6].upper(), self._way_back))

    def _show(self, scene: JourneyScene | None) -> None:
        self.scene = scene
        if scene:
            self._on_scene(scene)

    @property
    def _way_back(self) -> bool:
        return self.tape.fence == 0 or self.tape.landing() is not None

    @property
    def _final_runs(self) -> bool:
        return self._errand is not None and self._errand.running and self._errand.effect.kind is Kind.FINAL

    def _settle_up(self) -> None:
        if self._closing is None or self._final_runs:
            return
        self._undo(self.tape.settle_up())
        if not self._undoing:
            done, self._closing = self._closing, None
            done()

    def _undo(self, due: list[Owed]) -> None:
        # All at once: whatever work comes next has to find the world after the last of them.
        for owed in due:
            self._undoing += 1
            self._workers.submit(Lane.WORK, partial(owed.effect.undo, self._ports, owed.op), self._undone)

    def _undone(self, outcome: Answered[None] | Raised) -> None:
        self._undoing -= 1
        if isinstance(outcome, Raised):
            self._record(event(EventId.UNDO_FAILED))
        self._settle_up()


def _owed_until_told(step: Work[Any]) -> bool:
    """A slip or a mail of what has been told already can be released by nobody: it begins on a full disk, too."""
    return step.effect.kind is Kind.FINAL and not step.tells


class ImpureJourneyError(Exception):
    """A journey asked something else over the same answers. Carries the step's key; always a bug."""
