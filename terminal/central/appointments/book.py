"""The appointment book over a shelf: the same rules whatever calendar server keeps it."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from terminal.central.appointments import codes, sealing
from terminal.central.appointments.claims import claim_of, next_ref, take
from terminal.central.appointments.entry import Days, Entry, Kept, Listed, Mode, Note
from terminal.central.appointments.finding import appointment_of, by_code, by_number, hold_of
from terminal.central.appointments.lately import Lately
from terminal.central.appointments.model import (
    Appointment,
    Confirmed,
    Contact,
    Happened,
    Health,
    Held,
    Hold,
    Need,
    Nothing,
    Slot,
)
from terminal.central.appointments.occupancy import free_lanes, lanes_left
from terminal.central.appointments.port import BookUnavailableError, NotCancelled, NotCheckedIn, NotConfirmed, NotFound
from terminal.central.appointments.practice import Practice, day_in_utc
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    AlreadyCheckedIn,
    CheckInTooEarly,
    CheckInTooLate,
    CheckInWrongDay,
    HoldExpired,
    SlotTaken,
)
from terminal.central.appointments.replacing import finish, give_back, naming
from terminal.central.appointments.shelf import Shelf
from terminal.central.offices import in_town
from terminal.errors import Refusal
from terminal.moments import Clock

R = TypeVar("R")

_TRIES = 5
_NOTES_LAST = timedelta(days=14)


class Book:
    """An `AppointmentBook` (see there for every method)."""

    def __init__(self, practice: Practice, shelf: Shelf, clock: Clock) -> None:
        self._practice = practice
        self._shelf = shelf
        self._clock = clock
        self._lately = Lately()

    def free(self, need: Need, office: str, first: date, last: date) -> tuple[Slot, ...]:
        """See `AppointmentBook.free`."""
        self._shelf.begin()
        now, lanes = self._clock.now(), self._practice.lanes(need, office)
        possible = tuple(self._practice.possible(need, office, first, last, now)) if lanes else ()
        if not possible:
            return ()
        start, end = possible[0].start, possible[-1].end
        days = self._read(office, start, end)
        self._lately.keep(office, start, end, days, now)
        left = lanes_left(lanes, days, possible, now)
        return tuple(slot for slot, some in zip(possible, left, strict=True) if some)

    def hold(self, op: str, need: Need, slot: Slot) -> Hold | SlotTaken:
        """See `AppointmentBook.hold`."""
        self._shelf.begin()
        now, key = self._clock.now(), sealing.op_key(op)
        lanes = self._practice.lanes(need, slot.office)
        seen = self._lately.seen(slot, key, now)
        if seen is None or not free_lanes(lanes, seen, slot, now):
            seen = self._read(slot.office, slot.start, slot.end)
        before = _own(seen, key)
        if before and before.mode is Mode.CLAIM:
            self._shelf.remove(before.ref, before.version)
            seen = replace(seen, listed=tuple(entry for entry in seen.listed if entry != before))
        elif before and before.expires and not before.expired(now):
            kept = self._shelf.read(before.ref)
            return hold_of(kept.entry, op) if kept and kept.entry.op == key else SlotTaken()
        if not self._practice.still_offered(need, slot, now):
            return SlotTaken()
        places = [(next_ref(slot, lane, seen), lane) for lane in free_lanes(lanes, seen, slot, now)]
        if places:
            self._shelf.note(key, Note(key, tuple(ref for ref, _ in places)))
        expires = now + timedelta(minutes=self._practice.policy.hold_minutes)
        for ref, lane in places:
            held = take(self._shelf, claim_of(ref, lane, key, need, slot, now), seen, now, expires)
            if held:
                return hold_of(held, op)
        return SlotTaken()

    def release(self, op: str) -> None:
        """See `AppointmentBook.release`."""
        self._shelf.begin()
        self._settled(lambda: self._let_go(op, booked=False))

    def confirm(self, op: str, hold: Hold, contact: Contact, replaces: str | None = None) -> Appointment | NotConfirmed:
        """See `AppointmentBook.confirm`."""
        if not contact.name.strip():
            raise ValueError("a contact needs a name")
        self._shelf.begin()
        return self._settled(lambda: self._confirm(op, hold, contact, replaces))

    def what_happened(self, op: str) -> Happened:
        """See `AppointmentBook.what_happened`."""
        self._shelf.begin()
        return self._settled(lambda: self._truth(op))

    def release_unseen(self, op: str) -> None:
        """See `AppointmentBook.release_unseen`."""
        self._shelf.begin()
        self._settled(lambda: self._let_go(op, booked=True))

    def find(self, code: str) -> Appointment | NotFound:
        """See `AppointmentBook.find`."""
        self._shelf.begin()
        kept, shown = self._presented(code, in_town(self._clock.now()).date())
        return appointment_of(self._finished(kept).entry, shown) if isinstance(kept, Kept) else kept

    def settle(self, code: str) -> Appointment | NotFound:
        """See `AppointmentBook.settle`."""
        self._shelf.begin()
        return self._settled(lambda: self._as_it_stays(code))

    def email(self, code: str) -> str:
        """See `AppointmentBook.email`."""
        self._shelf.begin()
        kept = by_code(self._practice, self._shelf, code)
        return kept.entry.contact.email if isinstance(kept, Kept) and kept.entry.contact else ""

    def cancel(self, op: str, code: str) -> Appointment | NotCancelled:
        """See `AppointmentBook.cancel`."""
        self._shelf.begin()
        return self._settled(lambda: self._cancel(op, code))

    def check_in(self, op: str, code: str, now: datetime) -> Appointment | NotCheckedIn:
        """See `AppointmentBook.check_in`."""
        self._shelf.begin()
        return self._settled(lambda: self._check_in(op, code, now))

    def erase_contacts(self, ended_before: datetime) -> int:
        """See `AppointmentBook.erase_contacts`."""
        erased, now = 0, self._clock.now()
        # Holds lie ahead: all that can have been held is looked at, not only what has ended.
        horizon = max(ended_before, now + timedelta(days=self._practice.policy.window_days + 2))
        for office in self._practice.offices:
            self._shelf.begin()
            for entry in self._read(office.id, ended_before, horizon).listed:
                if entry.expired(now):
                    self._shelf.begin()
                    self._shelf.remove(entry.ref, entry.version)
            self._shelf.begin()
            for kept in self._shelf.ended(office.id, ended_before):
                self._shelf.begin()
                if kept.entry.expired(now):
                    self._shelf.remove(kept.entry.ref, kept.version)
                elif kept.entry.contact:
                    done = finish(self._shelf, kept)
                    erased += self._shelf.write(replace(done.entry, contact=None), done.version) is not None
        self._shelf.begin()
        self._shelf.forget(now - _NOTES_LAST)
        return erased

    def open_calendars(self, until: date) -> None:
        """See `AppointmentBook.open_calendars`."""
        for office in dict.fromkeys(counter.office for counter in self._practice.counters):
            self._shelf.begin()
            self._shelf.open(office, in_town(self._clock.now()).date(), until)

    def health(self) -> Health:
        """See `AppointmentBook.health`."""
        try:
            self._shelf.begin()
            self._shelf.ping()
        except BookUnavailableError as error:
            return Health(False, str(error))
        return Health(True)

    def _confirm(self, op: str, hold: Hold, contact: Contact, replaces: str | None) -> Appointment | NotConfirmed:
        now = self._clock.now()
        days = self._read(hold.slot.office, *day_in_utc(in_town(hold.slot.start).date()))
        own = _own(days, sealing.op_key(hold.op))
        if own is None or own.mode is Mode.CLAIM or own.expired(now):
            return HoldExpired()
        kept = self._in_full(own)
        if kept.entry.mode is Mode.CANCELLED:
            return AlreadyCancelled()
        secret = sealing.secret_of(hold.op)
        code = codes.code_text(self._practice.town, kept.entry.ref, secret)
        if kept.entry.mode is not Mode.HOLD:
            return appointment_of(kept.entry, code)
        if self._in_somebodys_way(kept, days, now):
            self._shelf.remove(kept.entry.ref, kept.version)
            return SlotTaken()
        old = self._replaceable(replaces) if replaces is not None else None
        if isinstance(old, Refusal):
            return old
        self._shelf.note(sealing.op_key(op), Note(kept.entry.op, (kept.entry.ref,), sealing.sealed(hold.op, op)))
        booked = replace(
            kept.entry,
            mode=Mode.BOOKED,
            number=_new_number(days),
            secret=sealing.kept_secret(secret),
            contact=contact,
            replaces=naming(old.entry) if old else "",
        )
        version = self._written(booked, kept)
        return appointment_of(self._finished(Kept(booked, version)).entry, code)

    def _replaceable(self, code: str) -> Kept | NotFound | AlreadyCancelled | AlreadyCheckedIn:
        kept = by_code(self._practice, self._shelf, code)
        if not isinstance(kept, Kept):
            return kept
        if kept.entry.mode is Mode.CANCELLED:
            return AlreadyCancelled()
        if kept.entry.mode is Mode.CHECKED_IN:
            return AlreadyCheckedIn(appointment_of(kept.entry, code))
        return finish(self._shelf, kept)

    def _truth(self, op: str) -> Happened:
        """Removes or rewrites what is not confirmed, so that no confirm on its way can still succeed (If-Match)."""
        note = self._shelf.recall(sealing.op_key(op))
        kept = self._noted(note)
        if note is None or kept is None:
            return Nothing()
        hold_op = sealing.unsealed(note.sealed, op) if note.sealed else op
        if kept.entry.mode is Mode.CLAIM or kept.entry.expired(self._clock.now()):
            self._removed(kept)
            return Nothing()
        if kept.entry.mode is Mode.HOLD:
            self._written(kept.entry, kept)
            return Held(hold_of(kept.entry, hold_op))
        code = codes.code_text(self._practice.town, kept.entry.ref, sealing.secret_of(hold_op))
        return Confirmed(appointment_of(self._finished(kept).entry, code))

    def _as_it_stays(self, code: str) -> Appointment | NotFound:
        """Rewrites what is booked, so that no change on its way can still succeed (If-Match)."""
        kept, shown = self._presented(code, in_town(self._clock.now()).date())
        if not isinstance(kept, Kept):
            return kept
        kept = self._finished(kept)
        if kept.entry.mode is Mode.BOOKED:
            self._written(kept.entry, kept)
        return appointment_of(kept.entry, shown)

    def _let_go(self, op: str, *, booked: bool) -> None:
        kept = self._noted(self._shelf.recall(sealing.op_key(op)))
        if kept is None:
            return
        unconfirmed = kept.entry.mode in (Mode.CLAIM, Mode.HOLD)
        if unconfirmed or (booked and kept.entry.mode is Mode.BOOKED and give_back(self._shelf, kept.entry)):
            self._removed(kept)

    def _cancel(self, op: str, code: str) -> Appointment | NotCancelled:
        kept = by_code(self._practice, self._shelf, code)
        if not isinstance(kept, Kept):
            return kept
        kept, key = finish(self._shelf, kept), sealing.op_key(op)
        if kept.entry.mode is Mode.CHECKED_IN:
            return AlreadyCheckedIn(appointment_of(kept.entry, code.strip()))
        if kept.entry.mode is Mode.CANCELLED and kept.entry.by != key:
            return AlreadyCancelled()
        cancelled = replace(kept.entry, mode=Mode.CANCELLED, contact=None, by=key)
        if kept.entry.mode is not Mode.CANCELLED:
            self._written(cancelled, kept)
        return appointment_of(cancelled, code.strip())

    def _check_in(self, op: str, code: str, now: datetime) -> Appointment | NotCheckedIn:
        kept, shown = self._presented(code, in_town(now).date())
        if not isinstance(kept, Kept):
            return kept
        kept, key = finish(self._shelf, kept), sealing.op_key(op)
        if kept.entry.mode is Mode.CHECKED_IN:
            appointment = appointment_of(kept.entry, shown)
            return appointment if kept.entry.by == key else AlreadyCheckedIn(appointment)
        if refusal := self._not_now(kept.entry, now):
            return refusal
        here = replace(kept.entry, mode=Mode.CHECKED_IN, by=key)
        self._written(here, kept)
        return appointment_of(here, shown)

    def _presented(self, code: str, today: date) -> tuple[Kept | NotFound, str]:
        """What a code or today's number stands for, and the code to show with it."""
        digits = codes.number_in(code)
        if digits:
            return by_number(self._practice, self._shelf, digits, today), ""
        return by_code(self._practice, self._shelf, code), code.strip()

    def _not_now(
        self, entry: Entry, now: datetime
    ) -> AlreadyCancelled | CheckInTooEarly | CheckInTooLate | CheckInWrongDay | None:
        if entry.mode is Mode.CANCELLED:
            return AlreadyCancelled()
        opens = entry.start - timedelta(minutes=self._practice.policy.early_minutes)
        closes = entry.start + timedelta(minutes=self._practice.policy.late_minutes)
        if opens <= now <= closes:
            return None
        day = in_town(entry.start).date()
        if day != in_town(now).date():
            return CheckInWrongDay(day)
        return CheckInTooEarly(opens) if now < opens else CheckInTooLate(closes)

    def _read(self, office: str, start: datetime, end: datetime) -> Days:
        days = self._shelf.between(office, start, end)
        unfinished = [entry.ref for entry in days.listed if entry.unfinished]
        for ref in unfinished:
            kept = self._shelf.read(ref)
            if kept:
                self._finished(kept)
        return self._shelf.between(office, start, end) if unfinished else days

    def _finished(self, kept: Kept) -> Kept:
        """The appointment stands even where what it replaces cannot be reached now; the next reader tries again."""
        try:
            return finish(self._shelf, kept)
        except BookUnavailableError:
            return kept

    def _in_somebodys_way(self, own: Kept, days: Days, now: datetime) -> bool:
        # A hold stands alone among holds, and claims yield to it: only what staff have moved here can be in the way.
        firm = (Mode.BOOKED, Mode.CHECKED_IN)
        others = replace(days, listed=tuple(entry for entry in days.listed if entry.mode in firm))
        entry = own.entry
        slot = hold_of(entry, "").slot
        lanes = tuple(lane for lane in self._practice.lanes(entry.need, slot.office) if lane.key == entry.ref.lane)
        return bool(lanes) and not free_lanes(lanes, others, slot, now)

    def _in_full(self, entry: Listed) -> Kept:
        kept = self._shelf.read(entry.ref)
        if kept is None or kept.version != entry.version:
            raise _ChangedError
        return kept

    def _noted(self, note: Note | None) -> Kept | None:
        for ref in note.refs if note else ():
            kept = self._shelf.read(ref)
            while kept and note and kept.entry.op != note.hold and kept.entry.moved:
                kept = self._shelf.read(kept.entry.ref.next)
            if kept and note and kept.entry.op == note.hold:
                return kept
        return None

    def _written(self, entry: Entry, kept: Kept) -> str:
        version = self._shelf.write(entry, kept.version)
        if version is None:
            raise _ChangedError
        return version

    def _removed(self, kept: Kept) -> None:
        if not self._shelf.remove(kept.entry.ref, kept.version):
            raise _ChangedError

    def _settled(self, attempt: Callable[[], R]) -> R:
        for _ in range(_TRIES):
            try:
                return attempt()
            except _ChangedError:
                continue
        raise BookUnavailableError("somebody else keeps changing the same appointment")


class _ChangedError(Exception):
    """The entry was changed between reading and writing: look again."""


def _own(days: Days, key: str) -> Listed | None:
    return next((entry for entry in days.listed if entry.op == key), None)


def _new_number(days: Days) -> str:
    taken = {entry.number for entry in days.listed}
    return next(number for number in iter(lambda: str(100000 + secrets.randbelow(900000)), "") if number not in taken)
