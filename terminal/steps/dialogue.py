"""Conversations with something that answers back: a card and its reader, a scanner, a call."""

from collections.abc import Callable
from typing import Any, ClassVar, Protocol, TypeVar

from terminal.values import valueclass

from .step import Ports, Step

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Session(Protocol):
    """One conversation under way."""

    def put(self, answer: Any) -> None:
        """What the citizen answered to the view last shown. It may be a PIN: it is passed on, and kept nowhere."""

    def close(self) -> None:
        """The citizen has gone back or left: release the device, show nothing more. Safe after the end, and twice."""


class Dialogue(Protocol[R_co]):
    """A frozen dataclass that can begin a conversation.

    Views are steps: they are rendered like any other, but their answers go to the session, never on the tape.
    """

    def start(self, ports: Ports, show: Callable[[Step[Any]], None], done: Callable[[R_co], None]) -> Session:
        """Begin, without blocking. `show` and `done` may be called from any thread; after `done` nothing is shown."""


@valueclass(frozen=True, kw_only=True)
class Converse(Step[R]):
    """Holds a dialogue; answers its outcome, which is all that remains of it. Back closes it first and never stops here.

    `opening` is shown until the dialogue shows a view of its own.
    """

    landing: ClassVar[bool] = False
    dialogue: Dialogue[R]
    opening: Step[Any]
