"""Each refusal on a screen of its own: what is the matter, what it means, what to do now."""

from collections.abc import Generator
from typing import Any

from terminal.central.appointments.model import Appointment
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    AlreadyCheckedIn,
    CheckInTooEarly,
    CheckInTooLate,
    CheckInWrongDay,
    CodeUnknown,
    OtherTown,
    TooManyWrongCodes,
)
from terminal.central.offices import in_town
from terminal.errors import Refusal
from terminal.journeys.appointments.result import place_words
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Done, Failed, Step, Way
from terminal.values import valueclass
from terminal.wording import Message, Text, Words, message

TRY_AGAIN = "again"
_MORE = "more"


@valueclass(frozen=True)
class NeedsCode(Refusal):
    """A number alone may be read over a shoulder: it changes nothing."""


@valueclass(frozen=True)
class NotOffered(Refusal):
    """The town no longer offers this appointment here as it was booked."""


def refused(refusal: Refusal, snapshot: Snapshot, key: str) -> Generator[Step[Any], Any, str]:
    """Say it; answers `TRY_AGAIN` where another number or the code may help."""
    if isinstance(refusal, AlreadyCheckedIn):
        yield from here(snapshot, refusal.appointment, message("mine-already-here"))
        return _MORE
    title, meaning = _words(refusal)
    if isinstance(refusal, CodeUnknown | NeedsCode):
        again = Way(value=TRY_AGAIN, label=message("mine-other-number"), icon="refresh")
        ways: tuple[Way, ...] = (again, Way(value=_MORE, label=message("done-more")))
    else:
        ways = (Way(value=_MORE, label=message("appointment-understood")),)
    return (
        yield from Failed(
            key=key,
            title=title,
            meaning=meaning,
            comfort=Words.of(snapshot.reception),
            icon=_icon(refusal),
            ways=ways,
            help=message("mine-help-refused"),
        )
    )


def here(snapshot: Snapshot, appointment: Appointment, title: Text) -> Done:
    """Checked in: room and number, never the name, since who stands behind may read it too."""
    return Done(
        key="here",
        title=title,
        figure_label=message("appointment-number-label"),
        figure=message("appointment-number", number=appointment.number),
        lines=(message("mine-go-to", place=place_words(snapshot, appointment)), message("mine-wait")),
        help=message("mine-help-here"),
    )


def _words(refusal: Refusal) -> tuple[Message, Message]:
    if isinstance(refusal, CheckInTooEarly):
        opens = in_town(refusal.opens).time()
        return message("mine-early"), message("mine-early-meaning", time=opens)
    if isinstance(refusal, CheckInTooLate):
        return message("mine-late"), message("mine-late-meaning", time=in_town(refusal.closed).time())
    if isinstance(refusal, CheckInWrongDay):
        return message("mine-wrong-day"), message("mine-wrong-day-meaning", day=refusal.day)
    if isinstance(refusal, OtherTown):
        return message("mine-other-town"), message("mine-other-town-meaning")
    if isinstance(refusal, AlreadyCancelled):
        return message("mine-no-more"), message("mine-no-more-meaning")
    if isinstance(refusal, CodeUnknown):
        return message("mine-unknown"), message("mine-unknown-meaning")
    if isinstance(refusal, TooManyWrongCodes):
        return message("mine-too-many"), message("mine-too-many-meaning")
    if isinstance(refusal, NeedsCode):
        return message("mine-needs-code-title"), message("mine-needs-code-meaning")
    return message("mine-staff-only"), message("mine-staff-only-meaning")


def _icon(refusal: Refusal) -> str:
    if isinstance(refusal, CheckInTooEarly | CheckInTooLate):
        return "clock"
    return "search" if isinstance(refusal, CodeUnknown | NeedsCode) else "calendar-off"
