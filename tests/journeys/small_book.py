"""An appointment book in memory, small enough to see through, with faults on demand."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from terminal.adapters import Adapters
from terminal.central.appointments.effects import BOOK
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
    State,
)
from terminal.central.appointments.port import BookUnavailableError, NotCancelled, NotCheckedIn, NotConfirmed, NotFound
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    AlreadyCheckedIn,
    CodeUnknown,
    HoldExpired,
    SlotTaken,
)
from terminal.central.offices import in_town
from terminal.errors import Refusal
from terminal.steps import Ports
from tests.journeys.town import StoppedClock


@dataclass
class SmallBook:
    """One counter. `starts` (UTC) are free for every need; `refuses` is the answer of the next call of a name.

    `faults` maps the name of a call to what happens to its next ones: "down" before, "lost" after it was done.
    """

    starts: tuple[datetime, ...]
    now: datetime
    minutes: int = 20
    holds: dict[str, Hold] = field(default_factory=dict)
    appointments: dict[str, Appointment] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    by_op: dict[str, str] = field(default_factory=dict)
    refuses: dict[str, Refusal] = field(default_factory=dict)
    faults: dict[str, deque[str]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def fail(self, call: str, *faults: str) -> None:
        """Let the next calls of this name fail, one after the other."""
        self.faults.setdefault(call, deque()).extend(faults)

    def free(self, need: Need, office: str, first: date, last: date) -> tuple[Slot, ...]:
        """See `AppointmentBook`."""
        return self._do("free", lambda: tuple(self._free(office, first, last)))

    def hold(self, op: str, need: Need, slot: Slot) -> Hold | SlotTaken:
        """See `AppointmentBook`."""
        return self._do("hold", lambda: self._hold(op, need, slot))

    def release(self, op: str) -> None:
        """See `AppointmentBook`."""
        self._do("release", lambda: self.holds.pop(op, None))

    def confirm(self, op: str, hold: Hold, contact: Contact, replaces: str | None = None) -> Appointment | NotConfirmed:
        """See `AppointmentBook`."""
        return self._do("confirm", lambda: self._confirm(op, hold, contact, replaces))

    def what_happened(self, op: str) -> Happened:
        """See `AppointmentBook`."""
        return self._do("what_happened", lambda: self._truth(op))

    def release_unseen(self, op: str) -> None:
        """See `AppointmentBook`."""
        self.holds.pop(op, None)

    def find(self, code: str) -> Appointment | NotFound:
        """See `AppointmentBook`."""
        return self._do("find", lambda: self._find(code))

    def settle(self, code: str) -> Appointment | NotFound:
        """See `AppointmentBook`."""
        return self._do("settle", lambda: self._find(code))

    def email(self, code: str) -> str:
        """See `AppointmentBook`."""
        return self._do("email", lambda: next((self.contacts[one.id].email for one in self._coded(code)), ""))

    def cancel(self, op: str, code: str) -> Appointment | NotCancelled:
        """See `AppointmentBook`."""
        return self._do("cancel", lambda: self._become(code, State.CANCELLED))

    def check_in(self, op: str, code: str, now: datetime) -> Appointment | NotCheckedIn:
        """See `AppointmentBook`."""
        return self._do("check_in", lambda: self._become(code, State.CHECKED_IN))

    def erase_contacts(self, ended_before: datetime) -> int:
        """See `AppointmentBook`."""
        return 0

    def health(self) -> Health:
        """See `AppointmentBook`."""
        return Health(well=True)

    def _do(self, call: str, what: Callable[[], Any]) -> Any:
        self.calls.append(call)
        planned = self.faults.get(call)
        fault = planned.popleft() if planned else ""
        if fault == "down":
            raise BookUnavailableError
        if call in self.refuses:
            return self.refuses.pop(call)
        answer = what()
        if fault == "lost":
            raise BookUnavailableError
        return answer

    def _free(self, office: str, first: date, last: date) -> list[Slot]:
        taken = {hold.slot.start for hold in self.holds.values()}
        taken |= {one.slot.start for one in self.appointments.values() if one.state is not State.CANCELLED}
        return [
            Slot(start, self.minutes, office)
            for start in self.starts
            if start not in taken and first <= in_town(start).date() <= last
        ]

    def _hold(self, op: str, need: Need, slot: Slot) -> Hold | SlotTaken:
        if op not in self.holds:
            if slot not in self._free(slot.office, date.min, date.max):
                return SlotTaken()
            self.holds[op] = Hold(op, need, slot, "schalter", 1, self.now + timedelta(minutes=15))
        return self.holds[op]

    def _confirm(self, op: str, hold: Hold, contact: Contact, replaces: str | None) -> Appointment | NotConfirmed:
        if op in self.by_op:
            return self.appointments[self.by_op[op]]
        if self.holds.pop(hold.op, None) is None:
            return HoldExpired()
        if replaces:
            old = self._become(replaces, State.CANCELLED)
            if not isinstance(old, Appointment):
                return old
        number = 417203 + len(self.appointments)
        id = f"id{number}"
        self.appointments[id] = Appointment(
            id, f"{number // 1000} {number % 1000}", f"BT1:{id}", hold.need, hold.slot, hold.counter, State.BOOKED
        )
        self.contacts[id] = contact
        self.by_op[op] = id
        return self.appointments[id]

    def _truth(self, op: str) -> Happened:
        if op in self.by_op:
            return Confirmed(self.appointments[self.by_op[op]])
        return Held(self.holds[op]) if op in self.holds else Nothing()

    def _find(self, code: str) -> Appointment | NotFound:
        for one in self.appointments.values():
            if code == one.code:
                return one
            if code == one.number.replace(" ", ""):
                return replace(one, code="")
        return CodeUnknown()

    def _coded(self, code: str) -> list[Appointment]:
        return [one for one in self.appointments.values() if one.code == code and one.state is State.BOOKED]

    def _become(self, code: str, state: State) -> Any:
        found = self._find(code)
        if not isinstance(found, Appointment) or found.state is state is State.CHECKED_IN:
            return AlreadyCheckedIn(found) if isinstance(found, Appointment) else found
        if found.state is State.CANCELLED:
            return AlreadyCancelled()
        self.appointments[found.id] = replace(self.appointments[found.id], state=state)
        return replace(found, state=state)


def ports_to(book: SmallBook) -> Ports:
    """The world with this book in it, at its moment."""
    return Ports(StoppedClock(book.now), adapters=Adapters().having(BOOK, book))
