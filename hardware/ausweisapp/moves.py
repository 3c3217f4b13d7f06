"""What a workflow wants done."""

from collections.abc import Mapping
from dataclasses import dataclass

from terminal.eid import EidEnd, EidState


@dataclass(frozen=True)
class Send:
    """A command for the program."""

    command: Mapping[str, object]


@dataclass(frozen=True)
class Tell:
    """Something for the screen."""

    state: EidState


@dataclass(frozen=True)
class End:
    """Nothing comes after it."""

    end: EidEnd


Move = Send | Tell | End
Moves = tuple[Move, ...]
