"""A front with the shipped journeys and no window, and somebody who presses anything."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from config.loader import Loaded, load
from screens import environment
from screens.focus import Direction
from screens.front import AFTER_CHANGE_S, Front
from screens.keys import Activate, Intention, MoveFocus, Rub, Turn
from screens.look import Look
from screens.primitives import PaintGroup, Rect
from screens.stage import Stage
from screens.tree import Node
from screens.view import Surroundings
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import offer_of, texts_of, town_of
from terminal.assembly.town_data import snapshot_of
from terminal.deadline import Patience
from terminal.moments import SystemClock
from terminal.preferences import Preferences
from terminal.scenes import StepScene
from terminal.steps import Ports
from terminal.visit import Visit
from terminal.visit_states import VisitState
from terminal.workers import Answered, Lane, Raised
from tests.terminal.virtual_loop import VirtualLoop

ROOT = Path(__file__).parents[2]
KEYS: tuple[Intention, ...] = (
    *(MoveFocus(direction) for direction in Direction),
    Activate(submit=True),
    Activate(submit=False),
    Turn(1),
    Turn(-1),
    Rub(),
)
TEXT = "abcdefghijklmnopqrstuvwxyzäöüßÄÖÜẞ0123456789 @.-'&é"


class _NoCanvas:
    def paint(self, groups: list[PaintGroup]) -> list[Rect] | None:
        return []


@dataclass
class _NextTurn:
    """Workers that answer in the loop's next turn."""

    loop: VirtualLoop

    def submit(self, lane: Lane, job, done) -> None:  # type: ignore[no-untyped-def]
        def work() -> None:
            try:
                outcome: Answered[object] | Raised = Answered(job())
            except Exception as error:
                outcome = Raised(error)
            done(outcome)

        self.loop.post(work)


@dataclass
class Monkey:
    """Presses, types and waits at random; a visit that ends is followed by another."""

    rng: random.Random
    visits: int = 0
    finished: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        environment.tame_kivy()
        loaded = load(ROOT / "config" / "towns" / "brandis")
        assert isinstance(loaded, Loaded)
        self._configuration = loaded.configuration
        self._first = first_sight_of(self._configuration)
        self._snapshot = snapshot_of(self._configuration)
        self._texts = texts_of(self._first)
        self.arrive()

    def arrive(self) -> None:
        """A new visit begins on the start screen."""
        width, height = self.rng.choice([(1080, 1920), (1920, 1080)])
        self.loop = VirtualLoop()
        ports = Ports(clock=SystemClock())
        workers = _NextTurn(self.loop)
        look = Look(width, height, self._first.resolution(width, height))
        around = Surroundings(self._texts, town_of(self._first), look, ports)
        self.front = Front(around, Stage(_NoCanvas(), lambda rect: None), self.loop, workers)
        self.finished = []
        self.visit = self.front.visit = Visit(
            offer_of(self._first, lambda: self._snapshot),
            ports=ports,
            loop=self.loop,
            workers=workers,
            patience=Patience(60, 30, 3),
            preferences=Preferences("de"),
            on_scene=self.front.on_scene,
            on_finished=lambda: self.finished.append(True),
            record=lambda event: None,
        )
        self.visit.show()
        self.front.handed_over()
        self.visits += 1
        self.loop.advance(AFTER_CHANGE_S)

    def act(self) -> None:
        """Do one thing."""
        width, height = self.front.view.look.width, self.front.view.look.height
        chance = self.rng.random()
        if chance < 0.55 and self.pressable():
            self._press(self.rng.choice(self.pressable()))
        elif chance < 0.65:
            self.front.touch_down("finger", self.rng.randrange(width), self.rng.randrange(height))
            self.front.touch_move("finger", self.rng.randrange(width), self.rng.randrange(height))
            self.front.touch_up("finger", self.rng.randrange(width), self.rng.randrange(height))
        elif chance < 0.85:
            self.front.key(self.rng.choice(KEYS))
        else:
            self.front.text(self.rng.choice(TEXT))
        self.loop.advance(self.rng.choice([0, 0.05, 0.6, 0.6, 0.6, 61 if self.rng.random() < 0.02 else 0.6]))

    def pressable(self) -> tuple[Node, ...]:
        """What can be pressed now."""
        return self.front.view.tree.pressable()

    def replay_is_equal(self) -> bool:
        """Whether a fresh generator over the same answers asks what is on the screen."""
        runner = self.visit.citizen.runner
        if runner is None or not isinstance(runner.scene, StepScene):
            return True
        return runner.replayed() == runner.scene.step

    def end(self) -> bool:
        """End the visit as one would from here; whether it has ended then."""
        self.loop.advance(1)
        if self.visit.state is VisitState.IDLE:
            return True
        end = next((node for node in self.pressable() if node.id in ("bar:end", "stop")), None)
        if end is None:  # the start screen, where there is nothing to end: silence does it
            self.loop.advance(1000)
        else:
            self._press(end)
        return self.visit.state is VisitState.CLOSING and bool(self.finished)

    def _press(self, node: Node) -> None:
        x, y = node.bounds.x + node.bounds.w // 2, node.bounds.y + node.bounds.h // 2
        self.front.touch_down("finger", x, y)
        self.front.touch_up("finger", x, y)
