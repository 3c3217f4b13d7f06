"""A little world of appointments, the effects that change it, and the journey that books one in it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from terminal.errors import Refusal
from terminal.moments import SystemClock
from terminal.steps import (
    Ask,
    Choose,
    Done,
    Failed,
    Finish,
    Journey,
    Kind,
    Option,
    Ports,
    Reading,
    Review,
    ReviewRow,
    Unknown,
    Way,
    Work,
)
from terminal.wording import Words, message

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
        """Let the next `what` ("hold", "settle-hold", "undo-hold", ...) raise, "before" or "after" it happened."""
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


@dataclass(frozen=True)
class WorldPorts(Ports):
    """Ports that lead to a `World`."""

    world: World


def ports(world: World) -> WorldPorts:
    """The ports of one `world`."""
    return WorldPorts(SystemClock(), world)


def _world(ports: Ports) -> World:
    return cast(WorldPorts, ports).world


@dataclass(frozen=True)
class Held:
    """A slot is ours for now."""

    slot: str


@dataclass(frozen=True)
class Booked:
    """A slot is ours."""

    slot: str


@dataclass(frozen=True)
class Taken(Refusal):
    """Somebody else has the slot."""


@dataclass(frozen=True)
class NotBooked(Refusal):
    """The office does not want this booking."""


@dataclass(frozen=True)
class FreeSlots(Reading[tuple[str, ...]]):
    """READ: what is free."""

    def run(self, ports: Ports, op: str) -> tuple[str, ...]:
        """The free slots of this moment."""
        return cast(tuple[str, ...], _world(ports).do("read", op, _world(ports).free))


@dataclass(frozen=True)
class Hold:
    """REVERSIBLE: hold `slot`."""

    kind: ClassVar[Kind] = Kind.REVERSIBLE
    deadline_s: ClassVar[float] = 5.0
    slot: str

    def run(self, ports: Ports, op: str) -> Held | Taken:
        """Hold it, unless somebody else does."""
        return cast("Held | Taken", _world(ports).do("hold", op, lambda: self._hold(_world(ports), op)))

    def settle(self, ports: Ports, op: str) -> Held | None:
        """Whether `op` holds it."""
        held = _world(ports).do("settle-hold", op, lambda: _world(ports).held.get(self.slot) == op)
        return Held(self.slot) if held else None

    def undo(self, ports: Ports, op: str) -> None:
        """Let go of it, if it is `op` that holds it."""
        _world(ports).do("undo-hold", op, lambda: self._let_go(_world(ports), op))

    def _hold(self, world: World, op: str) -> Held | Taken:
        free = self.slot not in world.booked.values() and world.held.get(self.slot, op) == op
        if not free:
            return Taken()
        world.held[self.slot] = op
        return Held(self.slot)

    def _let_go(self, world: World, op: str) -> None:
        if world.held.get(self.slot) == op:
            del world.held[self.slot]


@dataclass(frozen=True)
class Confirm:
    """FINAL: book the held `slot` for `contact`."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = 8.0
    slot: str
    contact: str

    def run(self, ports: Ports, op: str) -> Booked | NotBooked:
        """Book it; again under the same `op` it is the same booking."""
        return cast("Booked | NotBooked", _world(ports).do("confirm", op, lambda: self._book(_world(ports), op)))

    def settle(self, ports: Ports, op: str) -> Booked | None:
        """Whether `op` booked it."""
        booked = _world(ports).do("settle-confirm", op, lambda: op in _world(ports).booked)
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


def work(key: str, effect: Any) -> Work[Any]:
    """A `Work` step around `effect`."""
    return Work(key=key, effect=effect, title=message("t"), doing=message("d"))


def choose(key: str, values: tuple[str, ...]) -> Choose:
    """A `Choose` step over `values`."""
    options = tuple(Option(value=value, label=Words.same(value)) for value in values)
    return Choose(key=key, title=message("t"), options=options)


def ask(key: str) -> Ask:
    """An `Ask` step."""
    return Ask(key=key, title=message("t"), label=message("l"))


def failed(key: str, code: str | None = None) -> Failed:
    """A `Failed` step with one way out."""
    ways = (Way(value="leave", label=message("w")),)
    return Failed(key=key, title=message("t"), meaning=message("m"), ways=ways, code=code)


def review(*rows: tuple[str, str]) -> Review:
    """A `Review` of (key, value)s that can all be edited."""
    shown = tuple(ReviewRow(label=message(key), value=Words.same(value), edit=key) for key, value in rows)
    return Review(key="review", title=message("t"), hint=message("h"), rows=shown, commit=message("c"))


def done(key: str = "booked") -> Done:
    """A `Done` step."""
    return Done(key=key, title=message("t"))


def sampler() -> Journey:
    """Choose -> READ -> pick -> REVERSIBLE hold -> ask contact -> review with Edit -> FINAL confirm -> done."""
    service = yield from choose("service", ("passport", "id-card"))
    free = yield from work("slots", FreeSlots())
    slot = yield from choose("slot", free)
    held = yield from work("hold", Hold(slot))
    if not isinstance(held, Held):
        yield from failed("taken")
        return
    contact = yield from ask("contact")
    yield from review(("service", service), ("slot", slot), ("contact", contact))
    booked = yield from work("confirm", Confirm(slot, contact))
    if isinstance(booked, Booked):
        yield from done()
    elif isinstance(booked, Unknown):
        yield from failed("unconfirmed", booked.code)
    else:
        yield from failed("refused")


USUAL = {"service": "passport", "slot": "mo", "contact": "a@b.example", "review": True, "booked": Finish.MORE}
"""What a citizen in no trouble answers to the sampler."""
