"""A little world of appointments that effects change, with a log of everything and faults on demand."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from terminal.moments import SystemClock
from terminal.steps import Ports
from terminal.values import valueclass

OTHER = "another-citizen"


@dataclass
class World:
    """Who holds and who has booked which slot, and a log of all that was done to it, as (what, op)."""

    slots: tuple[str, ...] = ("mo", "tu", "we")
    held: dict[str, str] = field(default_factory=dict)
    booked: dict[str, str] = field(default_factory=dict)
    refuses: bool = False
    log: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[str, deque[str]] = field(default_factory=dict)

    def fail(self, what: str, when: str) -> None:
        """Let the next `what` ("hold", "settle-hold", ...) raise, "before" or "after" it happened."""
        self.faults.setdefault(what, deque()).append(when)

    def done(self, what: str) -> list[str]:
        """The ops under which `what` was tried, in order."""
        return [op for logged, op in self.log if logged == what]

    def do(self, what: str, op: str, change: Callable[[], Any]) -> Any:
        """Try `what`; a planned fault strikes before or after the change."""
        self.log.append((what, op))
        planned = self.faults.get(what)
        fault = planned.popleft() if planned else None
        if fault == "before":
            raise ConnectionError(what)
        result = change()
        if fault == "after":
            raise TimeoutError(what)
        return result

    def free(self) -> tuple[str, ...]:
        """Slots that nobody holds or has booked."""
        return tuple(slot for slot in self.slots if slot not in self.held and slot not in self.booked.values())


@valueclass(frozen=True)
class WorldPorts(Ports):
    """Ports that lead to a `World`."""

    world: World


def ports(world: World) -> WorldPorts:
    """The ports of one `world`."""
    return WorldPorts(SystemClock(), world)


def world_of(ports: Ports) -> World:
    """The world behind `ports`."""
    return cast(WorldPorts, ports).world
