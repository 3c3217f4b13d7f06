"""A visit in a test's hands: a start screen, the sampler behind it, and all that was shown or recorded."""

from collections.abc import Callable
from typing import Any

from terminal.asides import AsideSteps
from terminal.belongings import Belongings
from terminal.deadline import Patience
from terminal.events import Event
from terminal.preferences import Preferences
from terminal.scenes import Scene, StepScene
from terminal.steps import Journey, Option, OutOfOrder, Paragraph, Start
from terminal.visit import Finals, Offer, Visit
from terminal.wording import Words, message
from terminal.workers import Lane
from tests.terminal.sampler import USUAL, sampler
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop
from tests.terminal.world import World, ports

PATIENCE = Patience(idle_s=60, warning_s=30, more_time=3)
START = Start(
    key="start",
    greeting=message("g"),
    title=message("t"),
    help=message("help-start"),
    options=(Option(value="booking", label=message("b")),),
)
ASIDES = AsideSteps(languages=(("de", "Deutsch"), ("en", "English")), help=(Paragraph(Words.same("Ask us.")),))
BROKEN = OutOfOrder(key="out", title=message("t"), notices=(), code=Words.same("17"))


class Lobby:
    """One visit, idle at first."""

    def __init__(
        self,
        patience: Patience = PATIENCE,
        begin: Callable[[], Journey] = sampler,
        finals: Finals | None = None,
        belongings: Belongings | None = None,
    ) -> None:
        self.world = World()
        self.loop = VirtualLoop()
        self.workers = ScriptedWorkers(self.loop)
        self.scenes: list[Scene] = []
        self.events: list[Event] = []
        self.finished = 0
        self.closed = 0
        self.rung = 0
        self.visit = Visit(
            Offer(START, {"booking": begin}, ASIDES),
            ports=ports(self.world),
            loop=self.loop,
            workers=self.workers,
            patience=patience,
            preferences=Preferences("de"),
            on_scene=self.scenes.append,
            on_finished=self._finish,
            record=self.events.append,
            finals=finals,
            belongings=belongings,
            ring=self._ring,
        )

    @property
    def scene(self) -> Scene:
        """What the screen was told last; the visit must agree."""
        scene = self.visit.scene
        assert not self.scenes or self.scenes[-1].serial == scene.serial
        return scene

    @property
    def key(self) -> str:
        """The key of the step on the screen."""
        assert not hasattr(self.scene, "ends_s"), "the warning has no step"
        return str(getattr(self.scene, "step", START).key)

    @property
    def draft(self) -> Any:
        """What prefills the step on the screen."""
        assert isinstance(self.scene, StepScene)
        return self.scene.draft

    @property
    def recorded(self) -> list[str]:
        """The ids of the events so far."""
        return [event.id.value for event in self.events]

    def answer(self, value: Any) -> None:
        """Touch and answer what is on the screen."""
        self.visit.touched()
        assert self.visit.answer(self.scene.serial, value)

    def to(self, key: str) -> "Lobby":
        """Begin the journey and go on as usual until step `key` is on the screen."""
        if self.visit.citizen.runner is None:
            self.answer("booking")
        while self.key != key:
            if self.workers.queued(Lane.WORK):
                self.workers.finish(Lane.WORK)
            else:
                self.answer(USUAL[self.key])
        return self

    def close(self) -> None:
        """The silent part of closing."""
        self.visit.close(self._close)

    def _finish(self) -> None:
        self.finished += 1

    def _ring(self) -> None:
        self.rung += 1

    def _close(self) -> None:
        self.closed += 1
