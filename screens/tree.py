"""The accessible tree, which is also the picture: every node says what it is and how it is drawn.

Speech, keypad, tests and the desk read the same nodes that the painter draws, so that what is seen and what is told cannot differ.
Roles follow WAI-ARIA 1.2 in meaning.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

from screens.actions import Action
from screens.primitives import Glyphs, Primitive, Rect
from terminal.values import valueclass


class Role(Enum):
    """What a node is."""

    BANNER = "banner"
    HEADING = "heading"
    TEXT = "text"
    BUTTON = "button"
    OPTION = "option"
    FIELD = "field"
    KEY = "key"
    NOTE = "note"
    IMAGE = "image"
    PROGRESS = "progress"
    TIMER = "timer"
    DECORATION = "decoration"


class State(Enum):
    """What a node is like, beyond its role."""

    SELECTED = "selected"
    UNAVAILABLE = "unavailable"
    DISABLED = "disabled"
    INVALID = "invalid"
    COVERED = "covered"
    MAIN = "main"


Draw = Callable[[bool], tuple[Primitive, ...]]
"""Primitives of a node, given whether it is pressed."""


@valueclass(frozen=True)
class Node:
    """`name` is what is read, `value` what it holds, `speech` how both are said in `language`.

    `position` is (3, 7) for "3 of 7" among its like. `bounds` are px in the window. `radius` is that of its outline, which
    the focus ring follows. A node without `action` cannot be pressed, but is read.
    """

    id: str
    role: Role
    name: str
    bounds: Rect
    draw: Draw
    speech: str = ""
    language: str = ""
    value: str = ""
    position: tuple[int, int] | None = None
    states: frozenset[State] = frozenset()
    action: Action | None = None
    radius: int = 0

    @property
    def pressable(self) -> bool:
        """Whether a press does anything."""
        return self.action is not None

    def strings(self) -> tuple[str, ...]:
        """The lines of text that the node draws."""
        return tuple(part.text for part in self.draw(False) if isinstance(part, Glyphs))

    def described(self) -> dict[str, Any]:
        """The node for the desk and the tests, as plain data."""
        plain: dict[str, Any] = {"id": self.id, "role": self.role.value, "name": self.name}
        for key, value in (("value", self.value), ("speech", self.speech), ("language", self.language)):
            if value:
                plain[key] = value
        if self.position:
            plain["position"] = list(self.position)
        if self.states:
            plain["states"] = sorted(state.value for state in self.states)
        plain["bounds"] = [self.bounds.x, self.bounds.y, self.bounds.w, self.bounds.h]
        plain["pressable"] = self.pressable
        return plain


@valueclass(frozen=True)
class Tree:
    """All nodes of a screen in reading order, which is the order of focus too."""

    nodes: tuple[Node, ...]

    def pressable(self) -> tuple[Node, ...]:
        """Nodes that focus stops at."""
        return tuple(node for node in self.nodes if node.pressable)

    def find(self, id: str) -> Node | None:
        """The node with this id."""
        return next((node for node in self.nodes if node.id == id), None)

    def named(self, name: str) -> Iterator[Node]:
        """Nodes with this name or id, compared without case and soft hyphens; those that can be pressed first."""
        wanted = plain(name)
        found = [node for node in self.nodes if wanted in (plain(node.name), node.id.casefold())]
        yield from sorted(found, key=lambda node: not node.pressable)

    def at(self, x: float, y: float) -> Node | None:
        """The pressable node under a point."""
        return next((node for node in self.nodes if node.pressable and node.bounds.contains(x, y)), None)


def plain(text: str) -> str:
    """Text as one would type it: no soft hyphens, ordinary spaces and hyphens, no case."""
    return text.replace("\u00ad", "").replace("\u00a0", " ").replace("\u2011", "-").casefold()


def undrawn(pressed: bool) -> tuple[Primitive, ...]:
    """For nodes that are only told."""
    return ()
