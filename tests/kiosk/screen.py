"""What a kiosk shows, as its dock tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Node:
    """One thing on the screen; see `screens.tree.Node`."""

    id: str
    role: str
    name: str
    value: str
    bounds: tuple[int, int, int, int]
    pressable: bool

    @property
    def middle(self) -> tuple[int, int]:
        """Where to tap, px."""
        x, y, w, h = self.bounds
        return x + w // 2, y + h // 2


@dataclass(frozen=True)
class Screen:
    """One moment of the kiosk."""

    title: str
    serial: int
    state: str
    accepting: bool
    ring: str | None
    page: tuple[int, int]
    nodes: tuple[Node, ...]

    @classmethod
    def of(cls, tree: dict[str, Any]) -> "Screen":
        """From the dock's reply."""
        nodes = tuple(
            Node(n["id"], n["role"], n["name"], n.get("value", ""), tuple(n["bounds"]), n["pressable"])
            for n in tree["children"]
        )
        page = tree["page"]
        return cls(
            tree["name"],
            tree["serial"],
            tree["state"],
            tree["accepting"],
            tree["ring"],
            (page[0], page[1]),
            nodes,
        )

    def find(self, id: str) -> Node | None:
        """The node with this id."""
        return next((node for node in self.nodes if node.id == id), None)

    def node(self, id: str) -> Node:
        """The node with this id, which must be there."""
        found = self.find(id)
        assert found, f"no {id} on {self.title!r}: {[node.id for node in self.nodes]}"
        return found

    def pressable(self) -> Iterator[Node]:
        """What can be pressed."""
        return (node for node in self.nodes if node.pressable)

    @property
    def key(self) -> tuple[int, str]:
        """Differs between screens, and between languages of one screen."""
        return self.serial, self.title

    @property
    def is_start(self) -> bool:
        """Whether it is the start screen, free for whoever comes."""
        return self.state == "idle" and self.find("greeting") is not None

    @property
    def text(self) -> str:
        """All that can be read."""
        return "\n".join(f"{node.name} {node.value}" for node in self.nodes)
