"""One finger at a time: pressed on touch-down, acted on release inside, cancelled by sliding off (EN 301 549, 11.2.5.2)."""

from collections.abc import Callable, Hashable

from screens.tree import Node


class Press:
    """Follows the finger that came first; any other is nothing until that one is lifted."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._finger: Hashable | None = None
        self._node: Node | None = None
        self._inside = False

    @property
    def pressed(self) -> str | None:
        """Id of the node that looks pressed."""
        return self._node.id if self._node and self._inside else None

    @property
    def down(self) -> bool:
        """Whether a finger is on the screen."""
        return self._finger is not None

    def begin(self, finger: Hashable, node: Node | None) -> None:
        """A finger comes down on `node`, or on nothing."""
        if self._finger is None:
            self._finger, self._node, self._inside = finger, node, node is not None
            self._changed()

    def move(self, finger: Hashable, x: float, y: float) -> None:
        """The finger slides; outside its node it presses nothing."""
        if finger == self._finger and self._node:
            inside = self._node.bounds.contains(x, y)
            if inside != self._inside:
                self._inside = inside
                self._changed()

    def end(self, finger: Hashable) -> Node | None:
        """The finger is lifted: the node to act on, if it was still inside."""
        if finger != self._finger:
            return None
        node = self._node if self._inside else None
        self.forget()
        return node

    def forget(self) -> None:
        """What was pressed is gone."""
        had = self._node is not None
        self._finger, self._node, self._inside = None, None, False
        if had:
            self._changed()

    def cancel(self) -> None:
        """The screen has changed under the finger: its release means nothing."""
        had = self._inside
        self._node, self._inside = None, False
        if had:
            self._changed()
