"""Stories: what citizens do at one kiosk, and what fails meanwhile. Plain data, so that Hypothesis can make and shrink them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from errno import ENOSPC, EROFS
from operator import add

from hypothesis import strategies as st

from tests.faults.fate import Fate, Late
from tests.journeys.appointments import NOW

OFFERED = ("book-appointment", "my-appointment", "find-service")
WISHES = ("check-in", "change", "cancel")
EMAIL = "zeuge@example.org"


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
    FILLS_UP = "takes the first that is begun, and then nothing any more"
    READ_ONLY_LATER = "takes what is begun, and then nothing any more"


@dataclass(frozen=True)
class BadDisk:
    """One that `takes` so many writes, and fails with `error` (errno) from then on."""

    takes: int
    error: int


@dataclass(frozen=True)
class VisitPlan:
    """One visit. `moves` are taken one after the other, each modulo what is possible then; 0, and what comes after the last, is the usual one.

    `wish` is what is usually done with an appointment, `email` what is usually typed.

    `fates` are those of its requests to the calendar, by their number. `jumps` move the clock, in seconds, before the move of that
    number. `killed_at` is the move before which it is killed from outside, `killed_in` the key of work that is done then, and not yet known to be.
    `journal` is what the print journal is on, None: a good disk. `tended`: the caretaker looks after it before the next one comes.
    """

    journey: str = OFFERED[0]
    wish: str = WISHES[0]
    email: str = ""
    moves: tuple[int, ...] = ()
    fates: dict[int, Fate | Late] = field(default_factory=dict)
    jumps: dict[int, int] = field(default_factory=dict)
    killed_at: int | None = None
    killed_in: str = ""
    printer: PrinterMood = PrinterMood.OK
    mail: MailMood = MailMood.OK
    disk: DiskMood = DiskMood.OK
    journal: BadDisk | None = None
    tended: bool = False


@dataclass(frozen=True)
class Story:
    """One visit after the other, the first at the moment `begins` (UTC)."""

    visits: tuple[VisitPlan, ...]
    begins: datetime = NOW


_FATES = st.sampled_from([fate for fate in Fate if fate is not Fate.WELL])
_LATE = st.builds(Late, others=st.none() | st.integers(0, 12), killed=st.booleans())
EDGES = (
    datetime(2026, 10, 24, 20, 50, tzinfo=UTC),  # the evening before the clocks go back
    datetime(2026, 10, 25, 0, 50, tzinfo=UTC),  # ten minutes before they do
    datetime(2027, 3, 27, 21, 50, tzinfo=UTC),  # the evening before they go forward
    datetime(2027, 3, 28, 0, 50, tzinfo=UTC),  # ten minutes before they do
    datetime(2026, 12, 31, 22, 50, tzinfo=UTC),  # ten minutes before the new year, in a week 53
    datetime(2028, 2, 28, 22, 50, tzinfo=UTC),  # ten minutes before a leap day
    datetime(2028, 2, 29, 7, 0, tzinfo=UTC),  # on it
)
"""When something of the calendar changes."""

_HOUR, _WEEK = 3600, 7 * 24 * 3600


def _mostly_usual(number: int) -> int:
    """Whoever does something odd at every step never comes to where it matters."""
    return number if number <= 40 else 0


visit_plans = st.builds(
    VisitPlan,
    journey=st.sampled_from(OFFERED),
    wish=st.sampled_from(WISHES),
    email=st.sampled_from(["", EMAIL]),
    moves=st.lists(st.integers(0, 700).map(_mostly_usual), max_size=24).map(tuple),
    fates=st.dictionaries(st.integers(0, 30) | st.integers(18, 28), _FATES | _LATE, max_size=2),
    jumps=st.dictionaries(
        st.integers(0, 14), st.sampled_from([-_HOUR, _HOUR, -90, 90, 11 * 60, 20 * _HOUR, _WEEK]), max_size=1
    ),
    killed_at=st.sampled_from([None] * 60 + list(range(14))),
    killed_in=st.sampled_from([""] * 25 + ["hold:1", "confirm:1", "cancel", "check-in", "print", "mail"]),
    printer=st.sampled_from(PrinterMood),
    mail=st.sampled_from(MailMood),
    disk=st.sampled_from([DiskMood.OK] * 9 + [DiskMood.FULL, DiskMood.FILLS_UP, DiskMood.READ_ONLY_LATER]),
    journal=st.none() | st.builds(BadDisk, st.integers(0, 5), st.sampled_from([ENOSPC, EROFS])),
    tended=st.booleans(),
)

_NOTHING, _SOMEBODY = (), (VisitPlan(),)
"""Before the visits of a story: whoever changes or cancels has to have booked."""

stories = st.builds(
    Story,
    visits=st.builds(
        add, st.sampled_from([_NOTHING, _NOTHING, _SOMEBODY]), st.lists(visit_plans, min_size=1, max_size=3).map(tuple)
    ),
    begins=st.just(NOW) | st.sampled_from(EDGES),
)
