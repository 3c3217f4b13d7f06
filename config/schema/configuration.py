"""The whole configuration: one frozen value, also the snapshot that crosses to a visit process."""

from collections import Counter as Tally
from typing import TypeVar

from pydantic import Field, field_validator

from config.schema.alerts import Alerts
from config.schema.calendar_server import CalendarServer
from config.schema.catalogue import Catalogue
from config.schema.eid import Eid
from config.schema.eid_service import EidService
from config.schema.journeys import Journeys
from config.schema.legal import Legal, Texts
from config.schema.mail import Mail
from config.schema.receipt_printer import ReceiptPrinter
from config.schema.scanner import Scanner
from config.schema.screen import Screen
from config.schema.sound import Sound
from config.schema.supervisor import Supervisor
from config.schema.town import Town
from config.schema.visit import Languages, Visit
from terminal.central.appointments.offer import Concern, Counter, Policy
from terminal.central.offices.calendar import Calendar
from terminal.central.offices.frozen import Frozen
from terminal.central.offices.help115 import Help115
from terminal.central.offices.office import Office

Listed = TypeVar("Listed", Office, Counter, Concern)


class Configuration(Frozen):
    """Everything that staff decide. Validating its JSON reads no file."""

    town: Town = Field(description="The town and its look.")
    screen: Screen = Field(default=Screen(), description="The screen.")
    languages: Languages = Field(default=Languages(), description="Languages that citizens can choose.")
    visit: Visit = Field(default=Visit(), description="How long a visit waits.")
    journeys: Journeys = Field(default=Journeys(), description="What citizens can do here.")
    holidays: Calendar = Field(default=Calendar(), description="Days on which the whole town hall is closed.")
    offices: tuple[Office, ...] = Field(min_length=1, description="The offices, in the order shown.")
    calendar: CalendarServer = Field(default=CalendarServer(), description="Where appointments are kept.")
    catalogue: Catalogue = Field(default=Catalogue(), description="The services that citizens find here.")
    appointments: Policy = Field(default=Policy(), description="Rules for appointments.")
    counters: tuple[Counter, ...] = Field(default=(), description="Where citizens with appointments are served.")
    concerns: tuple[Concern, ...] = Field(
        default=(), description="What one can make appointments for, in the order shown: the most frequent first."
    )
    help115: Help115 = Field(default=Help115(), description="The public service number 115.")
    legal: Legal = Field(description="Privacy notice, imprint, accessibility statement.")
    texts: Texts = Field(default=Texts(), description="The town's own wording.")
    receipt_printer: ReceiptPrinter = Field(default=ReceiptPrinter(), description="The printer for slips.")
    scanner: Scanner = Field(default=Scanner(), description="The scanner for the codes of slips.")
    eid: Eid = Field(default=Eid(), description="Identity cards.")
    eid_service: EidService = Field(default=EidService(), description="The town's eID service.")
    sound: Sound = Field(default=Sound(), description="Signals that are heard.")
    mail: Mail = Field(default=Mail(), description="Confirmations by e-mail.")
    supervisor: Supervisor = Field(default=Supervisor(), description="How the kiosk watches itself.")
    alerts: Alerts = Field(default=Alerts(), description="Who is told when the kiosk is out of order.")

    @field_validator("offices", "counters", "concerns")
    @classmethod
    def _each_once(cls, listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
        twice = [id for id, n in Tally(one.id for one in listed).items() if n > 1]
        if twice:
            raise ValueError(f'the id "{twice[0]}" is used twice')
        return listed
