"""From a code or a number to the entry it stands for, believing nothing that was scanned or typed."""

from datetime import date

from terminal.central.appointments import codes, sealing
from terminal.central.appointments.entry import Entry, Kept, Mode
from terminal.central.appointments.model import Appointment, Hold, Slot, State
from terminal.central.appointments.practice import Practice, day_in_utc
from terminal.central.appointments.refusals import CodeUnknown, OtherTown
from terminal.central.appointments.shelf import Shelf

_NUMBERED = (Mode.BOOKED, Mode.CHECKED_IN)
_STATES = {Mode.BOOKED: State.BOOKED, Mode.CHECKED_IN: State.CHECKED_IN, Mode.CANCELLED: State.CANCELLED}


def by_code(practice: Practice, shelf: Shelf, text: str) -> Kept | CodeUnknown | OtherTown:
    """The appointment of a code, in whichever state."""
    said = codes.presented(text)
    if said is None:
        return CodeUnknown()
    if said.town != practice.town:
        return OtherTown()
    kept = shelf.read(said.ref) if practice.office(said.ref.office) else None
    known = kept and kept.entry.mode in _STATES and sealing.is_secret(said.secret, kept.entry.secret)
    return kept if kept and known else CodeUnknown()


def by_number(practice: Practice, shelf: Shelf, digits: str, day: date) -> Kept | CodeUnknown:
    """The appointment of that day that has this number. Cancelled ones have lost theirs, and twins are not guessed at."""
    first, last = day_in_utc(day)
    found = [
        entry.ref
        for office in practice.offices
        for entry in shelf.between(office.id, first, last).listed
        if entry.number == digits and entry.mode in _NUMBERED
    ]
    kept = shelf.read(found[0]) if len(found) == 1 else None
    return kept if kept and kept.entry.number == digits and kept.entry.mode in _NUMBERED else CodeUnknown()


def appointment_of(entry: Entry, code: str) -> Appointment:
    """The entry as journeys see it; `code` as it was presented or made, "" when unknown."""
    minutes = int((entry.end - entry.start).total_seconds() // 60)
    return Appointment(
        id=entry.ref.id,
        number=f"{entry.number[:3]} {entry.number[3:]}",
        code=code,
        need=entry.need,
        slot=Slot(entry.start, minutes, entry.ref.office),
        counter=entry.counter,
        state=_STATES[entry.mode],
        replaced=(entry.replaced or entry.replaces).partition(" ")[0],
    )


def hold_of(entry: Entry, op: str) -> Hold:
    """The entry as a hold. Raises `ValueError` for one without expiry: it is none."""
    if entry.expires is None:
        raise ValueError("not a hold")
    minutes = int((entry.end - entry.start).total_seconds() // 60)
    slot = Slot(entry.start, minutes, entry.ref.office)
    return Hold(op, entry.need, slot, entry.counter, int(entry.ref.lane.rpartition("-")[2]), entry.expires)
