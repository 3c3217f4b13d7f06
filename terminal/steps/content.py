"""What stands on a screen: options to press, and blocks to read."""

from enum import Enum

from terminal.values import valueclass
from terminal.wording import Text

Icon = str
"""Name of an icon, as in screens/icons."""


@valueclass(frozen=True, kw_only=True)
class Option:
    """Something to choose. With `unavailable` it says why not, and pressing it answers all the same (who helps)."""

    value: str
    label: Text
    sublabel: Text | None = None
    icon: Icon | None = None
    unavailable: Text | None = None
    selected: bool = False


@valueclass(frozen=True)
class Heading:
    """A heading between blocks."""

    text: Text


@valueclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Text
    muted: bool = False


@valueclass(frozen=True)
class Fact:
    """A small label and its value, for example "Phone" and the number."""

    label: Text
    value: Text


class NoticeKind(Enum):
    """Why a notice stands out; each kind has its own icon, so colour alone never says it."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


@valueclass(frozen=True)
class Notice:
    """A note with a bar and an icon."""

    text: Text
    kind: NoticeKind = NoticeKind.INFO
    icon: Icon | None = None


@valueclass(frozen=True)
class QrCode:
    """A code to take along. `data` is what a phone reads; `caption` says what it is good for."""

    data: str
    caption: Text
    title: Text | None = None


@valueclass(frozen=True)
class ScheduleDay:
    """One line of opening hours: the day, and its spans or why it is closed."""

    day: Text
    hours: Text
    today: bool = False


@valueclass(frozen=True)
class Schedule:
    """Opening hours of some days, one line each."""

    days: tuple[ScheduleDay, ...]


Block = Heading | Paragraph | Fact | Notice | QrCode | Schedule
