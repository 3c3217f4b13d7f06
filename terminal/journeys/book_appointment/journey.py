"""From the concern to the number in the hand."""

from terminal.journeys.appointments.booked_for import booked_for
from terminal.journeys.book_appointment.wishes import wishes
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Journey


def book_appointment(snapshot: Snapshot) -> Journey:
    """What for, where (if there is a choice), when, who, check, done."""
    need = yield from wishes(snapshot)
    yield from booked_for(snapshot, need)
