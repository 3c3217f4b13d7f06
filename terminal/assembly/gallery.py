"""Every screen that this kiosk can show, found by walking all journeys: for looking at them, and for testing their layout."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from config.loader import Broken, load
from config.schema import Configuration
from config.schema.journeys import WITH_APPOINTMENTS
from screens import environment
from screens.look import Look
from screens.stage import Stage
from screens.view import Surroundings, View
from terminal.asides import Aside
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import offer_of, out_of_order_of, texts_of, town_of
from terminal.assembly.rehearsal import SENDER, Rehearsal, rehearsal
from terminal.assembly.town_data import snapshot_of
from terminal.card_reading import TOGGLE
from terminal.journey import Runner
from terminal.loop import Timer
from terminal.moments import Clock, SystemClock
from terminal.preferences import Preferences
from terminal.scenes import ClosingScene, JourneyScene, Scene, StepScene, WarningScene
from terminal.steps import Ask, Choose, Failed, InputKind, Journey, Option, PickSlot, Ports, Read, Review, Step
from terminal.values import valueclass
from terminal.workers import Answered, Lane, Raised

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
_MOST_SCREENS = 300
_FEW = 3
_LONGEST_WORD = 24
_AGAIN = frozenset({"again"})
"""Ways that lead to where one came from."""

_TYPED: Mapping[InputKind, Callable[[Rehearsal], tuple[str, ...]]] = {
    InputKind.TEXT: lambda world: ("Muster",),
    InputKind.EMAIL: lambda world: ("erika.mustermann@example.org",),
    InputKind.DIGITS: lambda world: ("03412345678",),
    InputKind.CODE: lambda world: (world.code, "000000"),
    InputKind.SECRET: lambda world: ("123456", ""),
}


@valueclass(frozen=True)
class Exhibit:
    """A scene with a name for its file, the aside that is open in it, and whether a visit has begun."""

    name: str
    scene: Scene
    aside: Aside | None = None
    engaged: bool = True


class StillLoop:
    """A loop in which no time passes: what is posted runs at once, what is timed never."""

    def now(self) -> float:
        """Always the same moment."""
        return 0.0

    def post(self, fn: Callable[[], None]) -> None:
        """See `MainLoop.post`."""
        fn()

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> Timer:
        """Never calls."""
        return _Never()


class _Never:
    def cancel(self) -> None:
        """There is nothing to cancel."""


class AtOnce:
    """Workers that do each job where they stand."""

    def submit(self, lane: Lane, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """See `Workers.submit`."""
        try:
            outcome: Answered[Any] | Raised = Answered(job())
        except Exception as error:
            outcome = Raised(error)
        done(outcome)


def exhibits(configuration: Configuration, clock: Clock) -> Iterator[Exhibit]:
    """The frame's screens, then every screen of every journey, each in a rehearsal of its own."""
    books = configuration.journeys.with_appointments
    first = first_sight_of(configuration)
    offer = offer_of(first, lambda: snapshot_of(configuration, printer=books, mail=SENDER if books else ""))
    serials = count(1)
    yield Exhibit("start", StepScene(next(serials), offer.start, None, back=False), engaged=False)
    preferences = Preferences(configuration.languages.default)
    for aside in Aside:
        step = offer.asides.step(aside, preferences, None)
        yield Exhibit(f"aside-{aside.value}", StepScene(next(serials), step, None, back=True), aside)
    yield Exhibit("still-there", WarningScene(next(serials), 24.0, 30.0))
    yield Exhibit("closing", ClosingScene(next(serials)))
    yield Exhibit("card-left", ClosingScene(next(serials), left=True))
    for alerted in (False, True):
        broken = out_of_order_of(first, "02", alerted)
        name = "out-of-order-informed" if alerted else "out-of-order"
        yield Exhibit(name, StepScene(next(serials), broken, None, back=False))
    for journey, begin in offer.journeys.items():
        rehearse = partial(rehearsal, configuration, clock)
        most = 1 if journey in WITH_APPOINTMENTS else None
        yield from walk(journey, begin, rehearse, serials, most)


def walk(
    name: str,
    begin: Callable[[], Journey],
    rehearse: Callable[[], Rehearsal],
    serials: Iterator[int],
    most_listed: int | None = None,
) -> Iterator[Exhibit]:
    """Every step that can be reached by choosing, each once. `most_listed`: of a list to search only the first so many, of other options a few."""
    seen: list[Step[Any]] = []
    paths: list[tuple[Any, ...]] = [()]
    while paths and len(seen) < _MOST_SCREENS:
        path = paths.pop(0)
        world = rehearse()
        scene = _scene_after(begin, world.ports, path)
        if scene is None or scene.step in seen:
            continue
        seen.append(scene.step)
        label = "-".join((name, *map(_word, path), scene.step.key))
        yield Exhibit(label, replace(scene, serial=next(serials)))
        paths += [(*path, answer) for answer in _answers(scene.step, world, most_listed)]


def _scene_after(begin: Callable[[], Journey], ports: Ports, path: tuple[Any, ...]) -> JourneyScene | None:
    ended: list[bool] = []
    runner = Runner(
        begin,
        ports=ports,
        loop=StillLoop(),
        workers=AtOnce(),
        on_scene=lambda scene: None,
        on_end=lambda: ended.append(True),
    )
    runner.start()
    for answer in path:
        if runner.scene is None or not runner.answer(runner.scene.serial, answer):
            return None
    return None if ended else runner.scene


def _word(answer: object) -> str:
    """An answer in a file name."""
    if isinstance(answer, datetime):
        return "time"
    text = str(answer)
    return text if len(text) <= _LONGEST_WORD and ":" not in text else "code"


def _answers(step: Step[Any], world: Rehearsal, most_listed: int | None) -> tuple[Any, ...]:
    match step:
        case Choose():
            content: Any = step.options
            live = hasattr(content, "look")
            options: tuple[Option, ...] = content.look(world.ports, "") if live else content
            options = options if most_listed is None else options[: most_listed if live else _FEW]
            return tuple(option.value for option in options if not option.value.startswith(TOGGLE))
        case Read() | Failed():
            return tuple(way.value for way in step.ways if not way.back and way.value not in _AGAIN)
        case PickSlot():
            return (step.opening.earliest.start,) if step.opening.earliest else ()
        case Review():
            return (True,)
        case Ask():
            return _TYPED[step.input](world)
    return ()


def view_of(configuration: Configuration, look: Look, clock: Clock, stage: Stage) -> View:
    """A view that shows exhibits of this configuration."""
    first = first_sight_of(configuration)
    around = Surroundings(texts_of(first), town_of(first), look, rehearsal(configuration, clock).ports)
    return View(around, stage, StillLoop(), AtOnce(), lambda: None)


def write_screenshots(outdir: Path, config: Path | None = None) -> int:
    """Write every screen in every language and both orientations as PNG into `outdir`. Returns the exit status."""
    loaded = load(config)
    if isinstance(loaded, Broken):
        sys.stdout.write("\n".join((*map(str, loaded.problems), "")))
        return 1
    os.environ.setdefault("SDL_VIDEODRIVER", "offscreen")
    environment.prepare(size=(64, 64), hidden=False, title="Bürger-Terminal")
    from screens.window import KioskWindow

    KioskWindow()
    outdir.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    for orientation, (width, height) in SIZES.items():
        _hang(loaded.configuration, outdir, orientation, width, height, clock)
    return 0


def _hang(
    configuration: Configuration, outdir: Path, orientation: str, width: int, height: int, clock: SystemClock
) -> None:
    from screens.easel import Easel

    look = Look(width, height, first_sight_of(configuration).resolution(width, height))
    easel = Easel(look, configuration.town.accent)
    stage = Stage(_NoCanvas(), lambda rect: None)
    view = view_of(configuration, look, clock, stage)
    for language in configuration.languages.offered:
        for exhibit in exhibits(configuration, clock):
            view.show(exhibit.scene, Preferences(language), exhibit.aside, exhibit.engaged)
            file = outdir / f"{exhibit.name}.{language}.{orientation}.png"
            easel.draw(stage.tree, view.look).save(file)
            sys.stdout.write(f"{file}\n")


class _NoCanvas:
    def paint(self, groups: Any) -> list[Any]:
        """The easel paints instead."""
        return []
