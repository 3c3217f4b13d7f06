"""What is on the screen: the scene, what the citizen has done on it so far, and the tree made of both."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from screens import chrome
from screens.context import Context, Handling
from screens.frame import Frame, Layout
from screens.look import Look
from screens.parts.progress import TURNS_PER_S
from screens.picking import Picking, begun
from screens.stage import Stage
from screens.steps import LAYOUTS
from screens.steps.failed import trouble
from screens.steps.moments import card_left, closing, still_there, working
from screens.tree import Node, Tree
from terminal.asides import Aside
from terminal.feed import Feed
from terminal.loop import MainLoop, Timer
from terminal.preferences import Preferences
from terminal.scenes import ClosingScene, Scene, StepScene, TroubleScene, WarningScene, WorkScene
from terminal.steps import Ask, Choose, Done, PickSlot, Ports, Read, Start
from terminal.texts import Rendered, Texts
from terminal.values import valueclass
from terminal.wording import Text
from terminal.workers import Workers

QUIET_WORK_S = 1.0
"""Work that is done sooner shows nothing: the last screen stands, and takes no presses (docs/look, 6)."""


@valueclass(frozen=True)
class Surroundings:
    """What every screen of this process shares. `look` is that of size 1; the citizen's size comes with the preferences."""

    texts: Texts
    town: chrome.Town
    look: Look
    ports: Ports


class View:
    """Keeps the stage equal to the scene. `pressed` tells which node looks pressed."""

    def __init__(
        self,
        surroundings: Surroundings,
        stage: Stage,
        loop: MainLoop,
        workers: Workers,
        pressed: Callable[[], str | None],
    ) -> None:
        self.handling = Handling()
        self.scene: Scene | None = None
        self.pages = 1
        self.look = surroundings.look
        self._around = surroundings
        self._stage = stage
        self._loop = loop
        self._workers = workers
        self._pressed = pressed
        self._handlings: dict[int, Handling] = {}
        self._searches: dict[str, tuple[Choose, Handling]] = {}
        self._language = ""
        self._aside: Aside | None = None
        self._engaged = True
        self._content: Any = None
        self._feed: Feed | None = None
        self._tick: Timer | None = None

    @property
    def tree(self) -> Tree:
        """What is on the screen now."""
        return self._stage.tree

    @property
    def inert(self) -> bool:
        """Whether the screen belongs to a step that has been answered already."""
        return self.scene is not None and self._quiet(self.scene)

    def show(self, scene: Scene, preferences: Preferences, aside: Aside | None, engaged: bool = True) -> bool:
        """Put a scene on the screen; True when it is another one than before. `engaged`: there is a visit to end."""
        another = self.scene is None or scene.serial != self.scene.serial
        self.scene, self._aside, self._language = scene, aside, preferences.language
        self._engaged = engaged
        self.look = replace(self._around.look, size=preferences.size)
        if another:
            self._enter(scene)
        self.refresh()
        return another

    def rename(self, town: chrome.Town) -> None:
        """Another header from the next picture on."""
        self._around = replace(self._around, town=town)

    def refresh(self) -> None:
        """Lay the scene out anew, in the language and look of the moment."""
        scene = self.scene
        if scene is None:
            return
        self._schedule(scene)
        if not self._quiet(scene):
            tree = self._compose(scene)
            self._stage.show(tree, self.look, pressed=self._pressed(), focus=self._focused(tree))

    @property
    def focused(self) -> str | None:
        """Name of the node with the ring."""
        node = self._focused(self.tree)
        return node.name if node else None

    def ring(self) -> None:
        """Only the focus has moved."""
        self._stage.focus(self.look, self._focused(self.tree))

    def unring(self) -> None:
        """A finger needs no ring."""
        if self.handling.ring:
            self.handling.ring = False
            self.ring()

    def typed(self) -> None:
        """What is typed has changed: ask the live content, lay out anew."""
        if self._feed:
            self._feed.typed(self.handling.asked)
        self.refresh()

    def pick(self, picking: Picking) -> None:
        """Another week, day or time is looked at; of another day the first page."""
        if picking.day != self.handling.picking.day:
            self.handling.page = 0
        self.handling.picking = picking
        self.typed()

    def say(self, text: Text) -> Rendered:
        """A text in the language of the moment."""
        return self._around.texts.render(text, self._language)

    def _enter(self, scene: Scene) -> None:
        # What lay over it or came after it cannot come back: what was typed there, a PIN perhaps, is forgotten.
        self._handlings = {serial: one for serial, one in self._handlings.items() if serial <= scene.serial}
        known = scene.serial in self._handlings
        self.handling = self._handlings.setdefault(scene.serial, self._handling_for(scene))
        if isinstance(scene, StepScene) and isinstance(scene.step, Ask) and not known:
            self.handling.typed = str(scene.draft or "")
        if isinstance(scene, StepScene) and isinstance(scene.step, PickSlot) and not known:
            self.handling.picking = begun(scene.step, scene.draft, self._around.town.zone)
        if isinstance(scene, WarningScene):
            self.handling.focus, self.handling.ring = "main", True
        if self._feed:
            self._feed.stop()
        self._feed, self._content = None, _content(scene)
        if hasattr(self._content, "look"):
            query, self._content = self._content, _opening(scene)
            self._feed = Feed(
                query, ports=self._around.ports, loop=self._loop, workers=self._workers, on_content=self._fed
            )
            self._feed.start(self.handling.asked)

    def _handling_for(self, scene: Scene) -> Handling:
        """A fresh one; whoever comes back to a list finds what was typed and the page as they were."""
        if not isinstance(scene, StepScene) or not isinstance(scene.step, Choose):
            return Handling()
        known = self._searches.get(scene.step.key)
        handling = Handling()
        if known and known[0] == scene.step and scene.draft is not None:
            handling.typed, handling.page = known[1].typed, known[1].page
        self._searches[scene.step.key] = scene.step, handling
        return handling

    def _fed(self, content: Any) -> None:
        self._content = content
        if self._feed:
            self.refresh()

    def _quiet(self, scene: Scene) -> bool:
        new = isinstance(scene, WorkScene) and self._loop.now() - scene.since_s < QUIET_WORK_S
        return new and bool(self.tree.nodes)

    def _schedule(self, scene: Scene) -> None:
        """Come again when the picture changes by itself: a counting second, a turning mark, a minute on the clock."""
        if self._tick:
            self._tick.cancel()
        now = self._loop.now()
        if isinstance(scene, WorkScene):
            wait = max(1 / TURNS_PER_S, QUIET_WORK_S - (now - scene.since_s))
        elif isinstance(scene, WarningScene):
            wait = (scene.ends_s - now) % 1.0 or 1.0
        else:
            wall = self._around.ports.clock.now()
            wait = 60.0 - wall.second - wall.microsecond / 1e6
        self._tick = self._loop.call_later(wait + 0.001, self.refresh)

    def _compose(self, scene: Scene) -> Tree:
        around, look = self._around, self.look
        header = chrome.header(scene, around.town, around.ports.clock.now(), look, self.say)
        frame = Frame(
            look, self.say, header, chrome.bar(scene, self._aside, self._engaged, look, self.say), self.handling.page
        )
        tree = frame.compose(self._layout(scene))
        self.pages = frame.count
        self.handling.page = min(self.handling.page, self.pages - 1)
        return tree

    def _layout(self, scene: Scene) -> Layout:
        context = Context(self.look, self._language, self.say, self.handling, self._content)
        if isinstance(scene, StepScene):
            return LAYOUTS[type(scene.step)](scene.step, context)
        if isinstance(scene, TroubleScene):
            return trouble(context, scene.code)
        if isinstance(scene, WarningScene):
            left = max(0.0, scene.ends_s - self._loop.now())
            return still_there(context, -int(-left // 1), left / scene.lasts_s)
        if isinstance(scene, ClosingScene):
            return card_left(context) if scene.left else closing(context)
        return working(scene.step, replace(context, elapsed_s=self._loop.now() - scene.since_s))

    def _focused(self, tree: Tree) -> Node | None:
        return tree.find(self.handling.focus) if self.handling.focus and self.handling.ring else None


def _content(scene: Scene) -> Any:
    """The live or frozen content of a step."""
    if not isinstance(scene, StepScene):
        return None
    if isinstance(scene.step, Choose | Start):
        return scene.step.options
    if isinstance(scene.step, PickSlot):
        return scene.step.board
    if isinstance(scene.step, Done):
        return scene.step.more
    return scene.step.blocks if isinstance(scene.step, Read) else None


def _opening(scene: Scene) -> Any:
    """What a live step shows before the first look."""
    return scene.step.opening if isinstance(scene, StepScene) and isinstance(scene.step, PickSlot) else None
