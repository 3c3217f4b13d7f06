"""What every step is, and the one step that may touch the world: `Work`."""

from collections.abc import Generator
from dataclasses import field
from enum import Enum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from terminal.adapters import Adapters
from terminal.moments import Clock
from terminal.values import valueclass
from terminal.wording import Text

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


@valueclass(frozen=True, kw_only=True)
class Step(Generic[R]):
    """One thing asked of, or shown to, the citizen. `answer = yield from Kind(...)` in a journey.

    `key` is unique within the journey, for example "contact" or "child:2". `help` is what *Help* says here.
    """

    key: str
    help: Text | None = None
    landing: ClassVar[bool] = True

    def __iter__(self) -> Generator["Step[Any]", Any, R]:
        answer: R = yield self
        return answer


Journey = Generator[Step[Any], Any, None]


@valueclass(frozen=True)
class Ports:
    """The world as effects and live queries see it: the only place where they may reach outside."""

    clock: Clock
    adapters: Adapters = field(default_factory=Adapters, kw_only=True)


class Kind(Enum):
    """What an effect does to the world, which decides what Back and the end of a visit owe it."""

    READ = 1
    REVERSIBLE = 2
    FINAL = 3


class Effect(Protocol[R_co]):
    """A piece of work: a frozen dataclass, so that equal work is an equal value.

    `op` is an idempotency key that exists before `run` is called. `run` raises on anything unexpected; refusals that
    a citizen can do something about are values of its result type (see `terminal.errors.Refusal`).
    """

    @property
    def kind(self) -> Kind:
        """READ, REVERSIBLE or FINAL."""

    @property
    def deadline_s(self) -> float:
        """Seconds after which the answer counts as lost."""

    def run(self, ports: Ports, op: str) -> R_co:
        """Do it, and give up by itself about when `deadline_s` is over: what comes next waits for it.

        Called again with the same `op` when the citizen tries again.
        """

    def settle(self, ports: Ports, op: str) -> R_co | None:
        """The truth about `op` after a lost answer; None when it did not happen."""

    def undo(self, ports: Ports, op: str) -> None:
        """Take back only what `op` owns; safe when `run` failed or never ran.

        Something FINAL may have happened since without anybody knowing: then nothing may be taken back.
        """


class Reading(Generic[R_co]):
    """The part of `Effect` that every READ shares: nothing to settle, nothing to undo."""

    kind: ClassVar[Kind] = Kind.READ
    deadline_s: ClassVar[float] = 10.0

    def settle(self, ports: Ports, op: str) -> R_co | None:
        """A read that gave no answer did not happen."""
        return None

    def undo(self, ports: Ports, op: str) -> None:
        """A read leaves nothing behind."""


@valueclass(frozen=True)
class Unknown:
    """It could not be found out whether a piece of work happened. Never shown as success.

    `code` is what the citizen tells staff; it is the start of the operation's idempotency key.
    """

    code: str


@valueclass(frozen=True, kw_only=True)
class Work(Step[R | Unknown]):
    """Runs an effect while the screen says what happens. Back never stops here.

    `tells`: its title already says that the FINAL work before it has succeeded, so from then on that is the citizen's.
    Its own effect must be none that has to be released when nobody hears of it.
    """

    landing: ClassVar[bool] = False
    effect: Effect[R]
    title: Text
    doing: Text
    tells: bool = False
