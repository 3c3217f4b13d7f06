"""An eID service as journeys reach it: open a session, send the citizen's card there, fetch what it told."""

from collections.abc import Collection
from enum import Enum
from typing import Protocol

from terminal.adapters import Port
from terminal.attributes import Attribute, PersonalData
from terminal.values import valueclass


@valueclass(frozen=True, repr=False)
class Opened:
    """A session of ours. `tc_token_url` is where AusweisApp begins; `id` is known to the service and us alone."""

    id: str
    tc_token_url: str


class Why(Enum):
    """What is in the way; none of it is the citizen's fault but the first."""

    DENIED = "denied"
    DOWN = "down"
    NOT_YET = "not-yet"
    NOT_PERMITTED = "not-permitted"
    NOT_AUTHENTIC = "not-authentic"


@valueclass(frozen=True)
class NotIdentified:
    """No data, and why."""

    why: Why


class EidService(Protocol):
    """Every call blocks, on a worker, and keeps its own deadline."""

    def open(self, required: Collection[Attribute], optional: Collection[Attribute]) -> Opened | NotIdentified:
        """Ask for a session in which these may be read."""

    def result(self, opened: Opened) -> PersonalData | NotIdentified:
        """What the card told in this session; asked again and again while it is not there yet."""


EID_SERVICE: Port[EidService] = Port("eid-service")
"""Not there where the town has none."""
