"""What a slip would say beside number, time and place, for who has none: it stands on the screen, to be photographed."""

from typing import ClassVar

from terminal.central.appointments.model import Appointment
from terminal.journeys.appointments.calendar_entry import calendar_entry
from terminal.journeys.appointments.offered import office_of, what_to_bring
from terminal.journeys.contact_facts import address_fact
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.slip import MOST_CODE_BYTES
from terminal.steps import Block, Fact, Ports, QrCode
from terminal.values import valueclass
from terminal.wording import message


@valueclass(frozen=True)
class Keepsake:
    """The address, what to bring, and a code that puts the appointment into a phone's calendar."""

    every_s: ClassVar[float] = 3600.0
    local: ClassVar[bool] = True
    snapshot: Snapshot
    appointment: Appointment

    def look(self, ports: Ports, typed: str) -> tuple[Block, ...]:
        """The blocks; the clock only dates the calendar entry."""
        bring = what_to_bring(self.snapshot, self.appointment.need)
        office = office_of(self.snapshot, self.appointment.slot.office)
        entry = calendar_entry(self.snapshot, self.appointment, ports.clock.now())
        code = QrCode(entry, message("appointment-slip-calendar"))
        return (
            *((address_fact(office.address),) if office else ()),
            *((Fact(message("appointment-bring-label"), bring),) if bring else ()),
            *((code,) if len(entry.encode()) <= MOST_CODE_BYTES else ()),
        )
