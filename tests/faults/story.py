"""Stories: what citizens do at one kiosk, and what fails meanwhile. Plain data, so that Hypothesis can make and shrink them."""

from dataclasses import dataclass, field
from enum import Enum

from hypothesis import strategies as st

from tests.faults.fate import Fate, Late

JOURNEYS = ("book-appointment", "my-appointment")


class PrinterMood(Enum):
    """What the printer does with the next slip."""

    OK = "prints"
    PAPER_OUT = "has no paper"
    DIES = "dies in the middle"
    MUTE = "prints and does not say so"
    KILLS = "the visit is killed while it prints"


class MailMood(Enum):
    """What the mail server does."""

    OK = "takes it"
    DOWN = "does not answer"
    MUTE = "takes it and does not say so"
    KILLS = "the visit is killed while it is sent"


class DiskMood(Enum):
    """What the state directory is on."""

    OK = "works"
    FULL = "takes nothing"
    READ_ONLY_LATER = "takes what is begun, and then nothing any more"


@dataclass(frozen=True)
class VisitPlan:
    """One visit. `moves` are taken one after the other, each modulo what is possible then; 0, and what comes after the last, is the usual one.

    `fates` are those of its requests to the calendar, by their number. `jumps` move the clock, in seconds, before the move of that
    number. `killed_at` is the move before which it is killed from outside, `killed_in` the key of work that is done then, and not yet known to be.
    """

    journey: str = JOURNEYS[0]
    moves: tuple[int, ...] = ()
    fates: dict[int, Fate | Late] = field(default_factory=dict)
    jumps: dict[int, int] = field(default_factory=dict)
    killed_at: int | None = None
    killed_in: str = ""
    printer: PrinterMood = PrinterMood.OK
    mail: MailMood = MailMood.OK
    disk: DiskMood = DiskMood.OK


Story = tuple[VisitPlan, ...]

_FATES = st.sampled_from([fate for fate in Fate if fate is not Fate.WELL])
_LATE = st.builds(Late, others=st.none() | st.integers(0, 12), killed=st.booleans())
_HOUR, _WEEK = 3600, 7 * 24 * 3600


def _mostly_usual(number: int) -> int:
    """Whoever does something odd at every step never comes to where it matters."""
    return number if number <= 40 else 0


visit_plans = st.builds(
    VisitPlan,
    journey=st.sampled_from(JOURNEYS),
    moves=st.lists(st.integers(0, 700).map(_mostly_usual), max_size=24).map(tuple),
    fates=st.dictionaries(st.integers(0, 30) | st.integers(18, 28), _FATES | _LATE, max_size=2),
    jumps=st.dictionaries(
        st.integers(0, 14), st.sampled_from([-_HOUR, _HOUR, -90, 90, 11 * 60, 20 * _HOUR, _WEEK]), max_size=1
    ),
    killed_at=st.sampled_from([None] * 20 + list(range(14))),
    killed_in=st.sampled_from([""] * 10 + ["hold:1", "confirm:1", "cancel", "check-in", "print", "mail"]),
    printer=st.sampled_from(PrinterMood),
    mail=st.sampled_from(MailMood),
    disk=st.sampled_from([DiskMood.OK] * 9 + [DiskMood.FULL, DiskMood.READ_ONLY_LATER]),
)

stories = st.lists(visit_plans, min_size=1, max_size=3).map(tuple)
