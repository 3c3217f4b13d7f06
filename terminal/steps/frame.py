"""Steps that the kiosk itself shows around journeys: where a visit begins, and how it is made easier."""

from typing import ClassVar

from terminal.values import valueclass
from terminal.wording import Text

from .content import Notice, Option
from .live import Live
from .step import Step


@valueclass(frozen=True, kw_only=True)
class Start(Step[str]):
    """The start screen, which is the attract screen too; answers the journey chosen.

    The first `heroes` options are shown large. `legal` is the journey offered in the bar (privacy, imprint). `languages`
    are those one can choose, as (code, own name).
    """

    greeting: Text
    title: Text
    options: Live[tuple[Option, ...]]
    heroes: int = 2
    legal: Option | None = None
    languages: tuple[tuple[str, Text], ...] = ()


@valueclass(frozen=True, kw_only=True)
class OptionGroup:
    """Options of which exactly one is in force. Values are unique on the screen."""

    label: Text
    options: tuple[Option, ...]


@valueclass(frozen=True, kw_only=True)
class Adjust(Step[str]):
    """Settings of this visit: each answer takes effect at once and leaves the citizen here; `done` leaves."""

    DONE: ClassVar[str] = "done"
    title: Text
    hint: Text
    groups: tuple[OptionGroup, ...]
    done: Text


@valueclass(frozen=True, kw_only=True)
class OutOfOrder(Step[None]):
    """The terminal cannot serve: where to go instead. No controls."""

    title: Text
    notices: tuple[Notice, ...]
    other_language: tuple[Text, ...] = ()
    code: Text
