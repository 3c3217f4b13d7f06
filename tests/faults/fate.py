"""What can happen to one request of a visit to the calendar."""

from enum import Enum


class Fate(Enum):
    """`is_done`: the server has done what was asked, whatever it says of that."""

    WELL = "well"
    UNHEARD = "the line closes before the server has heard it"
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


class Killed(BaseException):
    """SIGKILL as a process would meet it: nothing of the visit goes on, and nothing is tidied up."""
