"""What must be true after every story, whatever happened in it."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from urllib.parse import unquote

from terminal.central.appointments.caldav.lines import own_lines, times_in
from terminal.central.appointments.codes import ref_at
from tests.faults.kiosk import Kiosk
from tests.faults.play import BOOKED, HERE, MOVED, NOT_PRINTED, NOT_SENT, PRINTED, SENT, Played

_LIVE = ("booked", "checked-in")


@dataclass(frozen=True)
class Entry:
    """One of our events in the calendar, at the place `lane` from `start` to `end`."""

    state: str
    number: str
    name: str
    lane: str
    start: datetime
    end: datetime

    @property
    def live(self) -> bool:
        return self.state in _LIVE


def reckon(kiosk: Kiosk, visits: Sequence[Played]) -> None:
    """Fails with the sentence that is broken."""
    entries = _entries(kiosk)
    _nothing_is_held_for_ever(entries)
    _nothing_is_double(entries, visits)
    _no_time_is_given_twice(entries)
    _nothing_said_is_lost(entries, visits)
    _what_was_moved_or_cancelled_is_free(entries, visits)
    _nothing_unsaid_stays(entries, visits)
    _nothing_is_printed_twice_or_said_wrongly_of(kiosk, visits)
    _nothing_is_written_twice_or_said_wrongly_of(kiosk, visits)


def _entries(kiosk: Kiosk) -> list[Entry]:
    found = []
    for calendar, resources in kiosk.calendar.calendars.kept.items():
        for resource, kept in resources.items():
            ref, said = ref_at(calendar, resource.removesuffix(".ics")), own_lines(kept.text)
            if ref and "STATE" in said:
                name, times = unquote(said.get("NAME", "")), times_in(kept.text)
                found.append(Entry(said["STATE"], said.get("NUMBER", ""), name, f"{ref.office} {ref.lane}", *times))
    return found


def _nothing_is_held_for_ever(entries: Sequence[Entry]) -> None:
    held = [entry for entry in entries if entry.state in ("hold", "claim")]
    assert not held, f"still held: {held}"


def _nothing_is_double(entries: Sequence[Entry], visits: Sequence[Played]) -> None:
    live = Counter(entry.name for entry in entries if entry.live)
    for visit in visits:
        booked = sum(what == BOOKED for what, _ in visit.said)
        assert live[visit.name] <= max(1, booked + _moved_into(visit)), f"double: {visit.name} {entries}"


def _no_time_is_given_twice(entries: Sequence[Entry]) -> None:
    live = sorted((entry for entry in entries if entry.live), key=lambda entry: (entry.lane, entry.start))
    for one, other in pairwise(live):
        assert one.lane != other.lane or one.end <= other.start, f"the same time: {one} {other}"


def _moved_into(visit: Played) -> int:
    return sum(what == MOVED for what, _ in visit.said)


def _nothing_said_is_lost(entries: Sequence[Entry], visits: Sequence[Played]) -> None:
    states = {entry.number: entry.state for entry in entries}
    standing = {entry.name for entry in entries if entry.live}
    for number, allowed in _allowed(visits, standing).items():
        state = states.get(number, "gone")
        assert state in allowed, f"{number} is {state}, and should be {allowed}: {entries}"


def _allowed(visits: Sequence[Played], standing: Container[str]) -> dict[str, set[str]]:
    """What each number may be after what was said of it last, as far as it was not given up later; `standing` are names with an appointment.

    A visit that was cut off leaves open what it was about, but a change never takes the old without giving the new.
    """
    allowed: dict[str, set[str]] = {}
    for visit in visits:
        allowed |= {number: {"checked-in" if what == HERE else "booked"} for what, number in visit.said if number}
        presented = _numbers(visits).get(visit.presented, "")
        if visit.gave_up:
            allowed.pop(presented, None)
        elif presented in allowed and visit.doubt:
            changed = visit.doubt == "confirm" and visit.name in standing
            allowed[presented] |= {"cancelled"} if changed or visit.doubt == "cancel" else set()
            allowed[presented] |= {"checked-in"} if visit.doubt == "check-in" else set()
    return allowed


def _what_was_moved_or_cancelled_is_free(entries: Sequence[Entry], visits: Sequence[Played]) -> None:
    live = {entry.number for entry in entries if entry.live}
    for visit in visits:
        if visit.presented and visit.gave_up:
            number = _numbers(visits)[visit.presented]
            assert number not in live, f"{number} was moved or cancelled, and still stands: {entries}"


def _numbers(visits: Sequence[Played]) -> dict[str, str]:
    """The number that each code was shown with."""
    return {code: number for visit in visits for code, number in visit.numbers.items()}


def _nothing_unsaid_stays(entries: Sequence[Entry], visits: Sequence[Played]) -> None:
    said = {number for visit in visits for _, number in visit.said}
    instead = {visit.name for visit in visits[:-1] if _may_stay_changed(visit, entries, visits)}
    unsaid = [entry for entry in entries if entry.live and entry.number not in said and entry.name not in instead]
    assert not unsaid, f"booked, and no screen has said so: {unsaid}"


def _may_stay_changed(visit: Played, entries: Sequence[Entry], visits: Sequence[Played]) -> bool:
    """A change that was cut off stays where the next one has taken the time before it: nobody loses both (`release_unseen`)."""
    old = _numbers(visits).get(visit.presented)
    free = not any(entry.live for entry in entries if entry.number == old)
    return visit.doubt == "confirm" and old is not None and free and not visit.plan.tended


def _nothing_is_printed_twice_or_said_wrongly_of(kiosk: Kiosk, visits: Sequence[Played]) -> None:
    printed = Counter(kiosk.printer.whole)
    for code, times in printed.items():
        assert times == 1, f"{code} was printed {times} times"
    for code, lines in _lines(visits):
        assert code in printed or PRINTED not in lines, f"told of a slip that there is not: {code}"
        assert code not in printed or NOT_PRINTED not in lines, f"told of no slip, and there is one: {code}"


def _nothing_is_written_twice_or_said_wrongly_of(kiosk: Kiosk, visits: Sequence[Played]) -> None:
    letters = Counter((letter.subject, letter.body) for letter in kiosk.post.taken)
    for (subject, _), times in letters.items():
        assert times == 1, f"{subject!r} was sent {times} times"
    for code, lines in _lines(visits):
        written = any(code in body for _, body in letters)
        assert written or SENT not in lines, f"told of a mail that there is not: {code}"
        assert not written or NOT_SENT not in lines, f"told of no mail, and there is one: {code}"


def _lines(visits: Sequence[Played]) -> list[tuple[str, set[str]]]:
    return [pair for visit in visits for pair in visit.lines.items()]
