"""A change whose second half, the cancelling of the old appointment, the calendar has not taken: it is made good later."""

from datetime import timedelta

from terminal.central.appointments.entry import Entry, Mode
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.model import Appointment, State
from terminal.central.appointments.port import BookUnavailableError
from tests.contracts.appointments.town import PASS, Desk, booked, free


class Interrupted(InMemoryShelf):
    """The server goes away whenever something is to be cancelled."""

    gone = True

    def write(self, entry: Entry, version: str | None) -> str | None:
        """See `Shelf.write`."""
        if self.gone and entry.mode is Mode.CANCELLED:
            raise BookUnavailableError("gone")
        return super().write(entry, version)


def state_of(desk: Desk, code: str) -> State:
    found = desk.kiosk().find(code)
    assert isinstance(found, Appointment)
    return found.state


def test_the_caretaker_cancels_what_was_replaced() -> None:
    shelf = Interrupted()
    desk = Desk(shelf)
    slots = free(desk.kiosk(), PASS, desk.office)
    old = booked(desk.kiosk(), PASS, slots[0])
    new = booked(desk.kiosk(), PASS, slots[3], replaces=old.code)
    assert state_of(desk, old.code) is State.BOOKED
    shelf.gone = False
    desk.kiosk().erase_contacts(desk.clock.now() - timedelta(days=7))
    assert (state_of(desk, old.code), state_of(desk, new.code)) == (State.CANCELLED, State.BOOKED)
