"""What happens to the processes of a kiosk, one moment after the other. Plain data, so that Hypothesis can make and shrink it."""

from dataclasses import dataclass
from enum import Enum

from hypothesis import strategies as st


class Act(Enum):
    """One thing that happens. The least harmful come first: Hypothesis shrinks towards them."""

    FINISHES = "the visit finishes"
    BEGINS = "somebody begins a visit"
    OWES = "the visit begins what must not stay half done"
    KEEPS_ITS_WORD = "the visit shows that it is done"
    HOURS_PASS = "nobody comes for hours"
    TALKS_NONSENSE = "the front says what it must not"
    FAILS = "the front ends by a mistake of its own"
    HANGS = "the front hangs"
    FRONT_KILLED = "the front is killed"
    FRONT_TERMINATED = "the front is told to end, and not by the supervisor"
    FRONT_STOPPED = "the front is stopped"
    SPARE_KILLED = "the spare is killed"
    SPARE_STOPPED = "the spare is stopped"
    ZYGOTE_KILLED = "the zygote is killed"
    ZYGOTE_STOPPED = "the zygote is stopped"
    CARETAKER_KILLED = "the next caretaker is killed in the middle"
    CARETAKER_STOPPED = "the next caretaker is stopped in the middle"
    CALENDAR_KILLED = "the calendar's server is killed"
    CALENDAR_STOPPED = "the calendar's server is stopped"
    ALL_GO_ON = "whoever was stopped goes on"
    RELOADED = "another good configuration is read"
    RELOADED_BROKEN = "a configuration with mistakes is read"
    RELOADED_DEADLY = "a configuration without mistakes is read that no visit survives"
    NEVER_WARM = "from now on visits do not become warm"
    DIE_AT_START = "from now on visits die when they start"
    DIE_ON_SCREEN = "from now on visits die when they show the start screen"
    STAY = "from now on visits do not go when they are released"
    ZYGOTES_DIE = "from now on zygotes die when they are asked"
    ZYGOTES_STOP = "from now on zygotes are stopped in the middle of a fork"
    DISPLAY_GONE = "the display goes, and all visits with it"
    VISITS_ARE_WELL = "from now on visits do what they should; the display is back"
    DISK_FULL = "the disk is full"
    DISK_READ_ONLY = "the disk is read-only"
    DISK_WELL = "the disk is well again"
    NO_ROOM = "the front is killed while the system refuses the supervisor every new file and process"
    SUPERVISOR_STOPPED = "the supervisor is stopped"
    SUPERVISOR_FROZEN = "the supervisor is stopped for longer than a visit may be silent"
    SUPERVISOR_KILLED = "the supervisor is killed, and started again"
    SUPERVISOR_TOLD_TO_STOP = "the supervisor is told to stop, and started again"

    @property
    def is_gentle(self) -> bool:
        """Whether it costs no visit that the supervision goes on with: nobody on the screen or behind it is lost or overdue."""
        return self not in _HARMFUL


_HARMFUL = frozenset(
    {
        Act.FAILS,
        Act.HANGS,
        Act.FRONT_KILLED,
        Act.FRONT_TERMINATED,
        Act.FRONT_STOPPED,
        Act.SPARE_KILLED,
        Act.SPARE_STOPPED,
        Act.RELOADED_DEADLY,
        Act.NEVER_WARM,
        Act.DIE_AT_START,
        Act.DIE_ON_SCREEN,
        Act.STAY,
        Act.DISPLAY_GONE,
        Act.NO_ROOM,
    }
)


class Then(Enum):
    """How long the story waits before the next moment."""

    AT_ONCE = "at once"
    ONCE_SEEN = "as soon as status shows a difference"
    ONCE_SETTLED = "when the kiosk has got over it"


@dataclass(frozen=True)
class Moment:
    """One thing that happens, and when the next one may."""

    act: Act
    then: Then = Then.AT_ONCE


Story = tuple[Moment, ...]

stories = st.lists(st.builds(Moment, st.sampled_from(Act), st.sampled_from(Then)), min_size=1, max_size=5).map(tuple)
