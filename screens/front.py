"""From fingers and keys to answers: what a press means on the scene that is on the screen."""

from collections.abc import Callable, Hashable

from screens.actions import (
    Action,
    Answer,
    ChangeAlphabet,
    CoverInput,
    EndVisit,
    Erase,
    GoBack,
    OpenAside,
    Pick,
    Retry,
    Shift,
    ShowKeyboard,
    StayHere,
    Submit,
    TurnPage,
    TypeText,
)
from screens.editor import Editor
from screens.focus import moved
from screens.keys import Activate, Intention, MoveFocus, Rub, Turn
from screens.press import Press
from screens.stage import Stage
from screens.tree import Node, State
from screens.view import Surroundings, View
from terminal.loop import MainLoop
from terminal.scenes import Scene, WarningScene
from terminal.visit import Visit
from terminal.visit_states import VisitState
from terminal.wording import message
from terminal.workers import Workers

AFTER_CHANGE_S = 0.5
"""Presses count again so long after a change of screen: a second tap meant for the last one is nothing (docs/look, 2)."""

AFTER_HAND_OVER_S = 0.3
"""And so long after the first frame of a visit that has just come to the screen."""


class Front:
    """Connects one visit with one screen. `visit` is set right after construction, since each needs the other."""

    visit: Visit

    def __init__(self, surroundings: Surroundings, stage: Stage, loop: MainLoop, workers: Workers) -> None:
        self._loop = loop
        self._stage = stage
        self._press = Press(lambda: stage.press(self._press.pressed))
        self.view = View(surroundings, stage, loop, workers, lambda: self._press.pressed)
        self._editor = Editor(self.view, self._answer, self._draft)
        self._quiet_until_s = float("inf")

    @property
    def accepting(self) -> bool:
        """Whether a press would count now."""
        return self._loop.now() >= self._quiet_until_s and not self.view.inert

    def on_scene(self, scene: Scene) -> None:
        """The visit has something else to show."""
        if self._show(scene):
            self._press.cancel()
            self._be_quiet(AFTER_CHANGE_S)

    def handed_over(self) -> None:
        """The first frame is on the screen."""
        self._quiet_until_s = self._loop.now() + AFTER_HAND_OVER_S

    def rehearse(self, draw: Callable[[], None]) -> None:
        """Press the first button and let go of it while nobody sees it, drawn by `draw`: the first real press is as fast as all others."""
        node = next(iter(self.view.tree.pressable()), None)
        if node is None or self._press.down:
            return
        for pressed in (node.id, None):
            self._stage.press(pressed)
            draw()

    def touch_down(self, finger: Hashable, x: float, y: float) -> None:
        """A finger comes down at a point of the window, px from the top left."""
        if not self.accepting:
            return
        node = self.view.tree.at(x, y)
        if self._asks_presence and not (node and isinstance(node.action, EndVisit)):
            self.visit.touched()  # at once: whoever holds the finger down is still there
            return
        if not self._asks_presence:
            self._begin_visit()
            self.view.unring()
        self._press.begin(finger, node)

    def touch_move(self, finger: Hashable, x: float, y: float) -> None:
        """It slides."""
        self._press.move(finger, x, y)

    def touch_up(self, finger: Hashable, x: float, y: float) -> None:
        """It is lifted; what happens, happens now."""
        self._press.move(finger, x, y)
        was_down = self._press.down
        node = self._press.end(finger)
        if self._asks_presence and was_down:
            self._stay_or_go(node)
        elif node and node.action and self._still_there(node):
            self.act(node.action)

    def any_key(self) -> None:
        """A key that means nothing here is a sign of life all the same, when presence is asked for."""
        if self.accepting and self._asks_presence:
            self.visit.touched()

    def key(self, intention: Intention) -> None:
        """A key of the keyboard or keypad."""
        if not self.accepting:
            return
        if self._asks_presence:
            self._stay_or_go(self._focused() if isinstance(intention, Activate) else None)
        elif self._alive():
            self._obey(intention)

    def text(self, text: str) -> None:
        """Characters from a keyboard. A blank presses what has the ring, unless it belongs to a field."""
        if not self.accepting:
            return
        if self._asks_presence:
            self._stay_or_go(None)
        elif self._alive():
            if self._editor.takes_text and not (text == " " and self._focused()):
                self._editor.type(text)
            elif text == " ":
                self._obey(Activate(submit=False))

    def remember(self) -> Callable[[], None]:
        """How to make undone what is typed from now on, as long as the same question is on the screen."""
        serial, restore = self._serial, self._editor.remember()

        def undo() -> None:
            if self._serial == serial:
                restore()

        return undo

    def scanned(self, text: str) -> None:
        """A scan, whole: it answers the question for a code or begins what asks for one, and means nothing elsewhere."""
        if not self.accepting:
            return
        if self._asks_presence:
            self._stay_or_go(None)
        elif self._alive() and not self.visit.scanned(text) and self._editor.takes_codes:
            self._editor.refuse(message("scan-is-no-code"))

    def press_node(self, node: Node) -> bool:
        """Press a node from the desk, exactly as a finger would; False when presses do not count now."""
        if not self.accepting or not node.pressable:
            return False
        self.touch_down("desk", node.bounds.x + node.bounds.w // 2, node.bounds.y + node.bounds.h // 2)
        self.touch_up("desk", node.bounds.x + node.bounds.w // 2, node.bounds.y + node.bounds.h // 2)
        return True

    def act(self, action: Action) -> None:
        """Do what a node stands for."""
        match action:
            case Answer(value):
                self._answer(value)
            case Submit() | TypeText() | Erase() | Shift() | ChangeAlphabet() | CoverInput() | ShowKeyboard():
                self._editor.edit(action)
            case TurnPage(page):
                self._turn_to(page)
            case Pick(picking):
                self.view.pick(picking)
            case OpenAside(aside):
                self.visit.open(aside)
            case GoBack():
                self.visit.back()
            case EndVisit():
                self.visit.end()
            case StayHere():
                self.visit.touched()
            case Retry():
                self._retry()

    def _obey(self, intention: Intention) -> None:
        handling = self.view.handling
        match intention:
            case MoveFocus(direction):
                handling.focus, handling.ring = moved(self.view.tree, self._ringed(), direction), True
                self.view.ring()
            case Activate(submit):
                self._activate(submit)
            case Turn(by):
                self._turn_to(handling.page + by)
            case Rub():
                if self._editor.takes_text:
                    self._editor.edit(Erase())

    def _activate(self, submit: bool) -> None:
        node = self._focused()
        if node is None and submit:
            node = next((node for node in self.view.tree.pressable() if State.MAIN in node.states), None)
        if node and node.action:
            self.act(node.action)

    def _stay_or_go(self, node: Node | None) -> None:
        """The answer to "are you still there": everything but *No* means yes, and the same screen returns."""
        action = node.action if node else None
        if isinstance(action, EndVisit):
            self.visit.end()
            return
        self.visit.touched()

    def _begin_visit(self) -> None:
        """The first touch of a visit gives the start screen its *End visit*, after the picture of the press."""
        idle = self.visit.state is VisitState.IDLE
        self.visit.touched()
        if idle:
            self._loop.post(self._show_again)

    def _show_again(self) -> None:
        self._show(self.visit.scene)

    def _show(self, scene: Scene) -> bool:
        engaged = self.visit.state is not VisitState.IDLE
        return self.view.show(scene, self.visit.preferences, self.visit.citizen.aside, engaged)

    def _still_there(self, node: Node) -> bool:
        """The page or the list may have changed under the finger; then its release means nothing."""
        now = self.view.tree.find(node.id)
        return now is not None and now.action == node.action and now.bounds == node.bounds

    def _turn_to(self, page: int) -> None:
        if 0 <= page < self.view.pages and page != self.view.handling.page:
            self.view.handling.page = page
            self.view.refresh()

    def _answer(self, value: object) -> None:
        if self.view.scene:
            self.visit.answer(self.view.scene.serial, value)

    def _retry(self) -> None:
        if self.view.scene:
            self.visit.retry(self.view.scene.serial)

    def _draft(self, key: str, text: str) -> None:
        self.visit.draft(key, text)

    def _alive(self) -> bool:
        self._begin_visit()
        return self.visit.state is VisitState.ACTIVE

    @property
    def _serial(self) -> int | None:
        return self.view.scene.serial if self.view.scene else None

    @property
    def _asks_presence(self) -> bool:
        return isinstance(self.view.scene, WarningScene)

    def _ringed(self) -> str | None:
        return self.view.handling.focus if self.view.handling.ring else None

    def _focused(self) -> Node | None:
        focus = self._ringed()
        return self.view.tree.find(focus) if focus else None

    def _be_quiet(self, seconds: float) -> None:
        if self._quiet_until_s != float("inf"):
            self._quiet_until_s = max(self._quiet_until_s, self._loop.now() + seconds)
