"""What a workflow wants done."""

from collections.abc import Mapping

from terminal.eid import EidEnd, EidState
from terminal.values import valueclass


@valueclass(frozen=True)
class Send:
    """A command for the program."""

    command: Mapping[str, object]


@valueclass(frozen=True)
class Tell:
    """Something for the screen."""

    state: EidState


@valueclass(frozen=True)
class End:
    """Nothing comes after it."""

    end: EidEnd


Move = Send | Tell | End
Moves = tuple[Move, ...]
