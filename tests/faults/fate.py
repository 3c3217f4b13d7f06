"""What can happen to one request of a visit to the calendar."""

from dataclasses import dataclass
from enum import Enum


class Fate(Enum):
    """`is_done`: the server has done what was asked, whatever it says of that."""

    WELL = "well"
    UNHEARD = "the line closes before the server has heard it"
    UNTRUSTED = "the certificate has expired, and nothing is said"
    UNANSWERED = "the line closes before it is answered"
    CUT = "the answer breaks off"
    REFUSED = "500, and nothing is done"
    DONE_BUT_REFUSED = "500, and it is done"
    LOCKED = "401"
    ELSEWHERE = "302"
    GARBLED = "the answer is none"
    KILLED_BEFORE = "the visit is killed before it asks"
    KILLED_AFTER = "the visit is killed before it hears the answer"

    @property
    def is_done(self) -> bool:
        return self in (Fate.WELL, Fate.UNANSWERED, Fate.CUT, Fate.DONE_BUT_REFUSED, Fate.GARBLED, Fate.KILLED_AFTER)


@dataclass(frozen=True)
class Late:
    """The client gives up at its time limit, and the server does it all the same, later.

    Right before the next request but `others`, whoever's that is, and at the latest when the last visit is over; None: only when the
    caretaker has already been. `killed`: the visit is killed while it waits.
    """

    others: int | None = 0
    killed: bool = False


class Killed(BaseException):
    """SIGKILL as a process would meet it: nothing of the visit goes on, and nothing is tidied up."""
