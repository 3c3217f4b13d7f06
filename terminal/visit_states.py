"""Where a visit stands, and every move there is between those states."""

from collections.abc import Mapping
from enum import Enum


class VisitState(Enum):
    """Where a visit stands. Its end is the end of its process."""

    IDLE = "idle"
    ACTIVE = "active"
    WARNING = "warning"
    CLOSING = "closing"
    OUT_OF_ORDER = "out-of-order"


class Sign(Enum):
    """What moves a visit from state to state."""

    INPUT = 1
    SILENCE = 2
    END = 3
    FAULT = 4


TRANSITIONS: Mapping[tuple[VisitState, Sign], VisitState] = {
    (VisitState.IDLE, Sign.INPUT): VisitState.ACTIVE,
    (VisitState.IDLE, Sign.END): VisitState.CLOSING,
    (VisitState.IDLE, Sign.FAULT): VisitState.OUT_OF_ORDER,
    (VisitState.OUT_OF_ORDER, Sign.FAULT): VisitState.OUT_OF_ORDER,
    (VisitState.ACTIVE, Sign.INPUT): VisitState.ACTIVE,
    (VisitState.ACTIVE, Sign.SILENCE): VisitState.WARNING,
    (VisitState.ACTIVE, Sign.END): VisitState.CLOSING,
    (VisitState.WARNING, Sign.INPUT): VisitState.ACTIVE,
    (VisitState.WARNING, Sign.SILENCE): VisitState.CLOSING,
    (VisitState.WARNING, Sign.END): VisitState.CLOSING,
    (VisitState.OUT_OF_ORDER, Sign.END): VisitState.CLOSING,
}
"""Any other sign is ignored in that state."""
