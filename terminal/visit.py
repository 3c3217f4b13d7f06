"""One visit of one citizen: its states, and the one owner of everything personal.

The process that runs it ends with it; nothing of a visit is ever cleared field by field.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

from terminal.values import valueclass

from .asides import Aside, AsideSteps
from .belongings import Belongings, Reminder
from .deadline import Deadline, Patience
from .events import Event, EventId, event
from .journey import Runner
from .loop import MainLoop
from .preferences import Preferences
from .scanning import code_in
from .scenes import ClosingScene, JourneyScene, Scene, StepScene, WarningScene, WorkScene
from .settling import Settling
from .steps import Ask, Finish, InputKind, Journey, OutOfOrder, Ports, Start
from .visit_states import TRANSITIONS, Sign, VisitState
from .workers import Workers


class Finals(Protocol):
    """Who has to know of FINAL work, so that what no screen has ever confirmed can be released."""

    def begun(self, op: str) -> None:
        """About to begin. Raises when it cannot be remembered: then the work does not begin."""

    def shown(self, op: str) -> None:
        """It succeeded, and the scene that says so belongs on the screen now."""


@dataclass
class Citizen:
    """Everything personal of this visit hangs here."""

    preferences: Preferences
    case: str = field(default_factory=lambda: os.urandom(8).hex())
    journey: str | None = None
    runner: Runner | None = None
    aside: Aside | None = None
    aside_serial: int = 0


@valueclass(frozen=True)
class Codes:
    """How the codes begin that can be scanned here, and the journey that one begins from the start screen."""

    begin: str = ""
    journey: str | None = None


@valueclass(frozen=True)
class Offer:
    """What a visit can offer: the start screen, the journeys behind it, and the pages beside it."""

    start: Start
    journeys: Mapping[str, Callable[[], Journey]]
    asides: AsideSteps
    codes: Codes = Codes()


class Visit:
    """`on_scene` is called whenever something else belongs on the screen, `on_finished` when the next visit may come, `ring` to be heard."""

    def __init__(
        self,
        offer: Offer,
        *,
        ports: Ports,
        loop: MainLoop,
        workers: Workers,
        patience: Patience,
        preferences: Preferences,
        on_scene: Callable[[Scene], None],
        on_finished: Callable[[], None],
        record: Callable[[Event], None],
        finals: Finals | None = None,
        belongings: Belongings | None = None,
        ring: Callable[[], None] = lambda: None,
    ) -> None:
        self.state = VisitState.IDLE
        self.citizen = Citizen(preferences)
        self._offer = offer
        self._ports = ports
        self._loop = loop
        self._workers = workers
        self._patience = patience
        self._on_scene = on_scene
        self._on_finished = on_finished
        self._record = record
        self._finals = finals
        self._belongings = belongings
        self._ring = ring
        self._serials = count(1)
        self._deadline = Deadline(loop, self._silence)
        self._began_s = 0.0
        self._settling = Settling()
        self._home = StepScene(next(self._serials), offer.start, None, back=False)
        self.scene: Scene = self._home

    @property
    def preferences(self) -> Preferences:
        """Language, size and time of this visit."""
        return self.citizen.preferences

    def show(self) -> None:
        """Put the present scene on the screen."""
        self._on_scene(self.scene)

    def break_down(self, step: OutOfOrder) -> None:
        """Show out-of-order instead of the start screen, or say something else about it."""
        if self._move(Sign.FAULT):
            self._home = StepScene(next(self._serials), step, None, back=False)
            self._set(self._home)

    def touched(self) -> bool:
        """Any sign of life. False when it only brought the citizen back from the warning, and means nothing more."""
        before = self.state
        if not self._move(Sign.INPUT):
            return False
        if before is VisitState.IDLE:
            self._began_s = self._loop.now()
            self._record(event(EventId.VISIT_BEGAN, case=self.citizen.case))
        self._deadline.arm(self._idle_s())
        if before is VisitState.WARNING:
            self._record(event(EventId.VISIT_EXTENDED, case=self.citizen.case))
            self._refresh()
        return before is not VisitState.WARNING

    def answer(self, serial: int, answer: Any) -> bool:
        """The citizen's answer to the scene `serial`. False when it is stale or the visit is not answering."""
        if self.state is not VisitState.ACTIVE or serial != self.scene.serial:
            return False
        if self.citizen.aside:
            return self._answer_aside(self.citizen.aside, str(answer))
        if self.citizen.runner is None:
            return self._answer_start(str(answer))
        taken = self.citizen.runner.answer(serial, answer)
        if taken and answer is Finish.END:
            self.end("done")
        return taken

    def scanned(self, scan: str) -> bool:
        """A scan answers the question for a code, and on the start screen begins the journey that asks for one.

        False when it does neither: then it means nothing here.
        """
        code = code_in(scan, self._offer.codes.begin)
        if self.state is not VisitState.ACTIVE or self.citizen.aside or code is None:
            return False
        journey = self._offer.codes.journey
        if self.citizen.runner is None and journey:
            self._answer_start(journey)
        runner, step = self.citizen.runner, self.scene.step if isinstance(self.scene, StepScene) else None
        asked = isinstance(step, Ask) and step.input is InputKind.CODE
        return asked and runner is not None and runner.answer(self.scene.serial, code, prefills=False)

    def retry(self, serial: int) -> bool:
        """Try the work of a trouble scene again."""
        runner = self.citizen.runner
        answering = self.state is VisitState.ACTIVE and serial == self.scene.serial
        return answering and runner is not None and runner.retry(serial)

    def draft(self, key: str, value: Any) -> None:
        """Keep what is half typed."""
        runner = self.citizen.runner
        if runner:
            runner.draft(key, value)
            if runner.scene and runner.scene.serial == self.scene.serial:
                self.scene = runner.scene

    def back(self) -> None:
        """One step back: out of an aside, to the last question, or out of the journey."""
        if self.state is not VisitState.ACTIVE:
            return
        if self.citizen.aside:
            self._leave_aside()
        elif self.citizen.runner and self.citizen.runner.may_go_back and not self.citizen.runner.back():
            self._leave_journey("left")

    def open(self, aside: Aside) -> None:
        """Show help, languages or settings over whatever is there; pressing it again leaves it."""
        if self.state is not VisitState.ACTIVE:
            return
        if self.citizen.aside is aside:
            self._leave_aside()
        else:
            self.citizen.aside, self.citizen.aside_serial = aside, next(self._serials)
            self._refresh()

    def prefer(self, preferences: Preferences) -> None:
        """Change language, size or time; the step on the screen stays what it is."""
        self._prefer(preferences)
        self._refresh()

    def end(self, how: str = "citizen") -> None:
        """End the visit: cover what is on the screen, then let the next visit come."""
        self._finish(Sign.END, how)

    def close(self, done: Callable[[], None]) -> None:
        """The silent part of closing, behind the next visit: undo what any journey still owes, then `done`."""
        runner, self.citizen.runner = self.citizen.runner, None
        if runner:
            self._settling.add(runner)
        self._settling.when_settled(done)

    def _answer_start(self, answer: str) -> bool:
        changed = self._offer.asides.preferences_after(answer, self.preferences)
        if changed:
            self.prefer(changed)
            return True
        begin = self._offer.journeys.get(answer)
        return begin is not None and self._begin(answer, begin)

    def _begin(self, journey: str, begin: Callable[[], Journey]) -> bool:
        self._record(event(EventId.JOURNEY_BEGAN, case=self.citizen.case, journey=journey))
        self.citizen.journey = journey
        self.citizen.runner = Runner(
            begin,
            ports=self._ports,
            loop=self._loop,
            workers=self._workers,
            on_scene=self._journey_scene,
            on_end=lambda: self._leave_journey("finished"),
            record=self._record,
            serials=self._serials,
            on_final=self._finals.begun if self._finals else lambda op: None,
        )
        self.citizen.runner.start()
        return True

    def _journey_scene(self, scene: JourneyScene) -> None:
        if self.state is VisitState.ACTIVE:
            self._deadline.arm(self._idle_s())  # whoever had to wait for it gets the whole time to read it
        if self.state is VisitState.ACTIVE and not self.citizen.aside:
            self._set(scene)

    def _leave_journey(self, how: str) -> None:
        runner, journey = self.citizen.runner, self.citizen.journey
        self.citizen.runner = self.citizen.journey = None
        if runner and journey:
            self._settling.add(runner)
            self._record_journey_end(journey, how)
        self._refresh()

    def _record_journey_end(self, journey: str, how: str) -> None:
        self._record(event(EventId.JOURNEY_ENDED, case=self.citizen.case, journey=journey, how=how))

    def _prefer(self, preferences: Preferences) -> None:
        self.citizen.preferences = preferences
        if self.state is VisitState.ACTIVE:
            self._deadline.arm(self._idle_s())

    def _answer_aside(self, aside: Aside, answer: str) -> bool:
        changed = self._offer.asides.preferences_after(answer, self.preferences)
        if changed:
            self._prefer(changed)
        if changed and aside is Aside.COMFORT:
            self._refresh()
        else:
            self._leave_aside()
        return True

    def _leave_aside(self) -> None:
        self.citizen.aside = None
        self._refresh()

    def _silence(self) -> None:
        if self.state is VisitState.WARNING:
            self._finish(Sign.SILENCE, "silence")
        elif self._move(Sign.SILENCE):
            lasts_s = self._patience.warning_s
            self._deadline.arm(lasts_s)
            self._set(WarningScene(next(self._serials), self._loop.now() + lasts_s, lasts_s))
            self._ring()

    def _finish(self, sign: Sign, how: str) -> None:
        began = self.state in (VisitState.ACTIVE, VisitState.WARNING)
        if not self._move(sign):
            return
        self._deadline.cancel()
        if self.citizen.journey:
            self._record_journey_end(self.citizen.journey, "left")
        if began:
            lasted = max(0, int(self._loop.now() - self._began_s))
            self._record(event(EventId.VISIT_ENDED, case=self.citizen.case, how=how, lasted_s=lasted))
        if self.citizen.runner:
            self.citizen.runner.stop()
        self._set(ClosingScene(next(self._serials)))
        if self._belongings and self._belongings.possible():
            reminder = Reminder(self._loop, self._workers, self._belongings, call=self._remind, taken=self._depart)
            reminder.begin()
        else:
            self._on_finished()

    def _remind(self) -> None:
        if not (isinstance(self.scene, ClosingScene) and self.scene.left):
            self._set(ClosingScene(next(self._serials), left=True))
        self._ring()

    def _depart(self, taken: bool) -> None:
        if not taken:
            self._record(event(EventId.CARD_LEFT, case=self.citizen.case))
        self._set(ClosingScene(next(self._serials)))
        self._on_finished()

    def _idle_s(self) -> float:
        return self._patience.idle_s * (self._patience.more_time if self.preferences.more_time else 1.0)

    def _move(self, sign: Sign) -> bool:
        after = TRANSITIONS.get((self.state, sign))
        if after is None:
            return False
        self.state = after
        return True

    def _refresh(self) -> None:
        if self.state not in (VisitState.WARNING, VisitState.CLOSING):
            self._set(self._present())

    def _present(self) -> Scene:
        runner, aside = self.citizen.runner, self.citizen.aside
        if aside:
            under = runner.scene.step.help if runner and runner.scene else self._offer.start.help
            step = self._offer.asides.step(aside, self.preferences, under)
            return StepScene(self.citizen.aside_serial, step, None, back=True)
        if runner and runner.scene:
            return runner.scene
        return self._home

    def _set(self, scene: Scene) -> None:
        self.scene = scene
        self._on_scene(scene)
        runner = self.citizen.runner
        if self._finals and runner and runner.done and scene is runner.scene and _tells(scene):
            done, runner.done = runner.done, []
            for op in done:
                self._finals.shown(op)


def _tells(scene: Scene) -> bool:
    """Whether it says what came of the work before it."""
    return isinstance(scene, StepScene) or (isinstance(scene, WorkScene) and scene.step.tells)
