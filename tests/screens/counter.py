"""A visit behind a real front: fingers and keys go in, and time passes only when the test says so. Nothing is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from screens.front import Front
from screens.keys import NAMES, named
from screens.look import Look
from screens.primitives import PaintGroup, Rect
from screens.stage import Stage
from screens.tree import Node, Tree
from screens.view import Surroundings
from terminal.asides import AsideSteps
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of, town_of
from terminal.deadline import Patience
from terminal.preferences import Preferences
from terminal.scenes import Scene, StepScene, WarningScene
from terminal.steps import Choose, Journey, Option, Paragraph, Ports, Read, Start
from terminal.visit import Codes, Offer, Visit
from terminal.wording import Words
from tests.screens import specimens
from tests.screens.showcase import TuesdayMorning, screens
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop

PATIENCE = Patience(idle_s=60, warning_s=30, more_time=3)
START = Start(
    key="start",
    greeting=specimens.both("Guten Tag.", "Hello."),
    title=specimens.both("Was möchten Sie erledigen?", "What would you like to do?"),
    options=(Option(value="tour", label=Words.same("Tour")), Option(value="find", label=Words.same("Find"))),
)
FIND = Choose(
    key="find",
    title=specimens.both("Wofür?", "What for?"),
    options=specimens.FindService(),
    search=specimens.both("Anliegen suchen", "Search"),
)


@dataclass
class Answers:
    """What the journey heard."""

    heard: list[object]

    def tour(self) -> Journey:
        """Name, e-mail, number, then something to read."""
        for step in (specimens.NAME, specimens.EMAIL):
            self.heard.append((yield from step))
        self.heard.append((yield from specimens.LONG_READ))

    def find(self) -> Journey:
        """Search and choose."""
        self.heard.append((yield from FIND))
        self.heard.append(
            (yield from Read(key="found", title=Words.same("Found"), blocks=(Paragraph(Words.same("it")),)))
        )


class Canvas:
    """Remembers what is painted."""

    def __init__(self) -> None:
        self.groups: dict[str, PaintGroup] = {}

    def paint(self, groups: list[PaintGroup]) -> list[Rect]:
        """See `screens.stage.Canvas`."""
        self.groups = {group.id: group for group in groups}
        return []


class Counter:
    """One visit on a screen, on the start screen, half a second after it came up. `journeys` are begun by their names."""

    def __init__(
        self, look: Look | None = None, *, codes: Codes | None = None, **journeys: Callable[[], Journey]
    ) -> None:
        self.loop = VirtualLoop()
        self.workers = ScriptedWorkers(self.loop)
        self.answers = Answers([])
        self.canvas = Canvas()
        self.finished = 0
        settings = screens()["brandis-start"].configuration
        ports = Ports(clock=TuesdayMorning())
        around = Surroundings(
            texts_of(first_sight_of(settings)), town_of(first_sight_of(settings)), look or Look(1080, 1920), ports
        )
        self.front = Front(around, Stage(self.canvas, lambda rect: None), self.loop, self.workers)
        self.visit = self.front.visit = Visit(
            Offer(START, {"tour": self.answers.tour, "find": self.answers.find, **journeys},
                  AsideSteps((("de", "Deutsch"), ("en", "English")), (Paragraph(Words.same("Ask us.")),)), codes or Codes()),
            ports=ports, loop=self.loop, workers=self.workers, patience=PATIENCE, preferences=Preferences("de"),
            on_scene=self.front.on_scene, on_finished=self._finish, record=lambda event: None,
        )  # fmt: skip
        self.visit.show()
        self.front.handed_over()
        self.loop.advance(1)

    @property
    def tree(self) -> Tree:
        """What is on the screen."""
        return self.front.view.tree

    @property
    def scene(self) -> Scene:
        """What the visit shows."""
        return self.visit.scene

    @property
    def key(self) -> str:
        """Key of the step on the screen."""
        return self.scene.step.key if isinstance(self.scene, StepScene) else type(self.scene).__name__

    def node(self, id: str) -> Node:
        """A node that must be there."""
        node = self.tree.find(id)
        assert node is not None, [one.id for one in self.tree.nodes]
        return node

    def down(self, id: str, finger: str = "finger") -> None:
        """A finger comes down in the middle of a node."""
        self.front.touch_down(finger, *self.middle(id))

    def up(self, id: str, finger: str = "finger") -> None:
        """It is lifted there."""
        self.front.touch_up(finger, *self.middle(id))

    def middle(self, id: str) -> tuple[float, float]:
        """The middle of a node."""
        place = self.node(id).bounds
        return place.x + place.w / 2, place.y + place.h / 2

    def tap(self, id: str) -> None:
        """Press and lift, then wait until presses count again."""
        x, y = self.middle(id)
        self.front.touch_down("finger", x, y)
        self.front.touch_up("finger", x, y)
        self.loop.advance(0.6)

    def press(self, *keys: str) -> None:
        """Keys by name, or characters."""
        for key in keys:
            intention = named(key) if key in NAMES else None
            if intention and key != "space":
                self.front.key(intention)
            else:
                self.front.text(" " if key == "space" else key)

    def to(self, key: str) -> "Counter":
        """Go on, until the step is on the screen."""
        self.tap("option:find" if key in ("find", "found") else "option:tour")
        if key in ("ask-email", "read"):
            self.press("E")
            self.tap("main")
        if key == "read":
            self.press(*"e@example.org")
            self.tap("main")
        return self

    def wait_for_warning(self) -> "Counter":
        """Nobody does anything."""
        self.loop.advance(PATIENCE.idle_s + 0.6)
        assert isinstance(self.scene, WarningScene)
        return self

    def _finish(self) -> None:
        self.finished += 1


def pressed(counter: Counter) -> set[str]:
    """Ids of the nodes that look pressed."""
    return {node.id for node in counter.tree.nodes if counter.canvas.groups[node.id].primitives != node.draw(False)}


Gesture = Callable[[Counter, str], None]


def by_enter(counter: Counter, id: str) -> None:
    """Move the ring there with Tab, then Enter."""
    _ring(counter, id)
    counter.press("enter")


def by_space(counter: Counter, id: str) -> None:
    """The same with the space bar."""
    _ring(counter, id)
    counter.press("space")


def by_tap(counter: Counter, id: str) -> None:
    """With a finger."""
    x, y = counter.middle(id)
    counter.front.touch_down("finger", x, y)
    counter.front.touch_up("finger", x, y)


def _ring(counter: Counter, id: str) -> None:
    for _ in counter.tree.nodes:
        counter.press("tab")
        if counter.front.view.handling.focus == id:
            return
    raise AssertionError(f"Tab never reaches {id}")
