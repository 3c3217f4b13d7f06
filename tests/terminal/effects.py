"""The effects of the sampler: read what is free, hold a slot, book it."""

from typing import ClassVar, cast

from terminal.errors import Refusal
from terminal.steps import Kind, Ports, Reading
from terminal.values import valueclass
from tests.terminal.world import World, world_of


@valueclass(frozen=True)
class Held:
    """A slot is ours for now."""

    slot: str


@valueclass(frozen=True)
class Booked:
    """A slot is ours."""

    slot: str


@valueclass(frozen=True)
class Taken(Refusal):
    """Somebody else has the slot."""


@valueclass(frozen=True)
class NotBooked(Refusal):
    """The office does not want this booking."""


@valueclass(frozen=True)
class FreeSlots(Reading[tuple[str, ...]]):
    """READ: what is free."""

    def run(self, ports: Ports, op: str) -> tuple[str, ...]:
        """The free slots of this moment."""
        return cast(tuple[str, ...], world_of(ports).do("read", op, world_of(ports).free))


@valueclass(frozen=True)
class Hold:
    """REVERSIBLE: hold `slot`."""

    kind: ClassVar[Kind] = Kind.REVERSIBLE
    deadline_s: ClassVar[float] = 5.0
    slot: str

    def run(self, ports: Ports, op: str) -> Held | Taken:
        """Hold it, unless somebody else does."""
        return cast("Held | Taken", world_of(ports).do("hold", op, lambda: self._hold(world_of(ports), op)))

    def settle(self, ports: Ports, op: str) -> Held | None:
        """Whether `op` holds it."""
        held = world_of(ports).do("settle-hold", op, lambda: world_of(ports).held.get(self.slot) == op)
        return Held(self.slot) if held else None

    def undo(self, ports: Ports, op: str) -> None:
        """Let go of it, if it is `op` that holds it."""
        world_of(ports).do("undo-hold", op, lambda: self._let_go(world_of(ports), op))

    def _hold(self, world: World, op: str) -> Held | Taken:
        free = self.slot not in world.booked.values() and world.held.get(self.slot, op) == op
        if not free:
            return Taken()
        world.held[self.slot] = op
        return Held(self.slot)

    def _let_go(self, world: World, op: str) -> None:
        if world.held.get(self.slot) == op:
            del world.held[self.slot]


@valueclass(frozen=True)
class Confirm:
    """FINAL: book the held `slot` for `contact`."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = 8.0
    slot: str
    contact: str

    def run(self, ports: Ports, op: str) -> Booked | NotBooked:
        """Book it; again under the same `op` it is the same booking."""
        return cast("Booked | NotBooked", world_of(ports).do("confirm", op, lambda: self._book(world_of(ports), op)))

    def settle(self, ports: Ports, op: str) -> Booked | None:
        """Whether `op` booked it."""
        booked = world_of(ports).do("settle-confirm", op, lambda: op in world_of(ports).booked)
        return Booked(self.slot) if booked else None

    def undo(self, ports: Ports, op: str) -> None:
        """Nobody may ask for this."""
        raise AssertionError("a FINAL effect is never undone")

    def _book(self, world: World, op: str) -> Booked | NotBooked:
        if world.refuses:
            return NotBooked()
        world.booked[op] = self.slot
        world.held.pop(self.slot, None)
        return Booked(self.slot)
