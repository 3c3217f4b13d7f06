"""A runner on a stage: loop, workers and world in the test's hands, replay checked all along."""

from collections.abc import Callable
from itertools import count
from typing import Any

from terminal.events import Event
from terminal.journey import Runner
from terminal.scenes import JourneyScene, StepScene, TroubleScene, WorkScene
from terminal.steps import Journey, Ports
from terminal.workers import Lane
from tests.terminal.sampler import USUAL, sampler
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop
from tests.terminal.world import World, ports


class Stage:
    """Plays a journey, in a `World` or with the ports of `reach`. Ops are "op0001", "op0002", ... in the order of the works that got them."""

    def __init__(
        self,
        begin: Callable[[], Journey] = sampler,
        world: World | None = None,
        reach: Ports | None = None,
        new_op: Callable[[], str] | None = None,
    ) -> None:
        self.world = world or World()
        self.loop = VirtualLoop()
        self.workers = ScriptedWorkers(self.loop)
        self.scenes: list[JourneyScene] = []
        self.events: list[Event] = []
        self.ended = 0
        self.closed = 0
        ops = count(1)
        self.runner = Runner(
            begin,
            ports=reach or ports(self.world),
            loop=self.loop,
            workers=self.workers,
            on_scene=self.scenes.append,
            on_end=self._end,
            record=self.events.append,
            new_op=new_op or (lambda: f"op{next(ops):04d}"),
        )
        self.runner.start()

    @property
    def scene(self) -> JourneyScene:
        """What is on the screen."""
        assert self.runner.scene is not None
        return self.runner.scene

    @property
    def key(self) -> str:
        """The key of the step on the screen."""
        return self.scene.step.key

    @property
    def draft(self) -> Any:
        """What prefills the step on the screen."""
        assert isinstance(self.scene, StepScene)
        return self.scene.draft

    @property
    def asks(self) -> bool:
        """Whether the citizen is asked something, rather than waiting or in trouble."""
        return isinstance(self.scene, StepScene)

    @property
    def works(self) -> bool:
        """Whether work is in progress on the screen."""
        return isinstance(self.scene, WorkScene)

    @property
    def in_trouble(self) -> bool:
        """Whether the screen says that work did not happen."""
        return isinstance(self.scene, TroubleScene)

    def answer(self, value: Any) -> None:
        """Answer what is on the screen."""
        assert self.runner.answer(self.scene.serial, value)
        self.check()

    def back(self) -> None:
        """Press Back, which must do something."""
        assert self.runner.back()
        self.check()

    def retry(self) -> None:
        """Press "try again"."""
        assert self.runner.retry(self.scene.serial)
        self.check()

    def finish(self, lane: Lane = Lane.WORK) -> None:
        """Let the next job of `lane` run and its answer arrive."""
        self.workers.finish(lane)
        self.check()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.loop.advance(seconds)
        self.check()

    def to(self, key: str, **answers: Any) -> None:
        """Answer as usual, or as `answers` say, until step `key` is on the screen (and not in trouble)."""
        while self.key != key:
            assert not self.in_trouble, self.key
            if self.works:
                self.finish()
            else:
                self.answer(answers.get(self.key, USUAL.get(self.key)))

    def close(self) -> None:
        """Leave the journey."""
        self.runner.close(self._close)

    def check(self) -> None:
        """Rule 2: a fresh generator over the tape stands where this one stands."""
        assert self.runner.replayed() == self.runner.step

    def _end(self) -> None:
        self.ended += 1

    def _close(self) -> None:
        self.closed += 1
