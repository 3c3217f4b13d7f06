"""The visit's side of the dock: what a developer or a test asks of a simulated kiosk."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from screens.focus import Direction
from screens.front import Front
from screens.keys import Activate, MoveFocus, named
from screens.tree import Node, Role
from screens.wedge import Wedge

Reply = Mapping[str, Any]


class Desk:
    """Answers requests of `terminal.desk.dock`. `photograph` writes a PNG of the window, `later` runs after the reply.

    `devices`: what simulated devices answer, by the name of the request.
    """

    def __init__(
        self,
        front: Front,
        keyboard: Wedge,
        photograph: Callable[[Path], None],
        later: Callable[[Callable[[], None]], None],
        devices: Mapping[str, Callable[[Mapping[str, Any]], Reply]] = MappingProxyType({}),
    ) -> None:
        self._front = front
        self._keyboard = keyboard
        self._photograph = photograph
        self._later = later
        self._commands: Mapping[str, Callable[[Mapping[str, Any]], Reply]] = {
            "tree": self._tree,
            "press": self._press,
            "focus": self._focus,
            "type": self._type,
            "key": self._key,
            "scan": self._scan,
            "screenshot": self._screenshot,
            "end": self._end,
            "hang": self._hang,
            **devices,
        }

    def handle(self, request: Mapping[str, Any]) -> Reply:
        """The reply to one request."""
        command = self._commands.get(str(request.get("ask")))
        return command(request) if command else _refused("unknown-request")

    def _tree(self, request: Mapping[str, Any]) -> Reply:
        front = self._front
        told = [node for node in front.view.tree.nodes if node.role is not Role.DECORATION]
        scene = front.view.scene
        title = next((node.name for node in told if node.role is Role.HEADING), "")
        tree = {
            "id": "screen",
            "role": "screen",
            "name": title,
            "serial": scene.serial if scene else 0,
            "state": front.visit.state.value,
            "accepting": front.accepting,
            "focused": front.view.focused,
            "ring": front.view.handling.focus if front.view.handling.ring else None,
            "page": [front.view.handling.page + 1, front.view.pages],
            "children": [node.described() for node in told],
        }
        return {"ok": True, "tree": tree}

    def _press(self, request: Mapping[str, Any]) -> Reply:
        node = self._find(str(request.get("name", "")))
        if node is None:
            return _refused("no-such-node")
        return {"ok": True} if self._front.press_node(node) else _refused("not-enabled")

    def _focus(self, request: Mapping[str, Any]) -> Reply:
        direction = Direction.PREVIOUS if request.get("to") == "prev" else Direction.NEXT
        self._front.key(MoveFocus(direction))
        return {"ok": True, "focused": self._front.view.focused}

    def _type(self, request: Mapping[str, Any]) -> Reply:
        if not self._front.accepting:
            return _refused("not-enabled")
        for character in str(request.get("text", "")):
            self._front.text(character)
        return {"ok": True}

    def _key(self, request: Mapping[str, Any]) -> Reply:
        intention = named(str(request.get("name")))
        if intention is None:
            return _refused("no-such-key")
        self._front.key(intention)
        return {"ok": True, "focused": self._front.view.focused}

    def _scan(self, request: Mapping[str, Any]) -> Reply:
        """As a scanner types: everything at once, and Enter."""
        for character in str(request.get("text", "")):
            self._keyboard.text(character)
        self._keyboard.key(Activate(submit=True))
        return {"ok": True}

    def _screenshot(self, request: Mapping[str, Any]) -> Reply:
        try:
            self._photograph(Path(str(request.get("file"))))
        except OSError:
            return _refused("not-written")
        return {"ok": True}

    def _end(self, request: Mapping[str, Any]) -> Reply:
        self._front.visit.end("staff")
        return {"ok": True}

    def _hang(self, request: Mapping[str, Any]) -> Reply:
        self._later(_hang)
        return {"ok": True}

    def _find(self, name: str) -> Node | None:
        return next(self._front.view.tree.named(name), None)


def _hang() -> None:
    while True:
        pass


def _refused(error: str) -> Reply:
    return {"ok": False, "error": error}
