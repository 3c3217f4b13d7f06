"""The configuration as journeys see it: frozen when the visit begins."""

from collections.abc import Mapping
from dataclasses import field

from terminal.central.appointments.offer import Concern, Counter, Policy
from terminal.central.offices import Address, Calendar, Help115, LanguageMap, Office, OpeningHours
from terminal.values import valueclass


@valueclass(frozen=True, kw_only=True)
class LegalTexts:
    """What the law asks for, each as language code to text in the simple form of `legal.statement`."""

    privacy: Mapping[str, str]
    imprint: Mapping[str, str]
    accessibility: Mapping[str, str]


@valueclass(frozen=True, kw_only=True)
class Snapshot:
    """The town's data. `reception_hours` is None where the town does not say when its reception is staffed.

    `scanner`: this kiosk can read the code of a slip. `printer`: it can print one. `mail`: the address that confirmations come from, "" where none
    are sent. `responsible`: which of the offices is which of those that services name, all of which have `responsible_names`; `service_concerns`: what
    is booked for a service, by their ids. `prefill`: a card can fill in a name. `eid_concern`: the concern with which an office helps with the PIN of a card, "" if none.
    """

    town: LanguageMap
    address: Address
    reception: LanguageMap
    reception_hours: OpeningHours | None = None
    offices: tuple[Office, ...]
    calendar: Calendar
    appointments: Policy = field(default_factory=Policy)
    counters: tuple[Counter, ...] = ()
    concerns: tuple[Concern, ...] = ()
    scanner: bool = False
    printer: bool = False
    mail: str = ""
    responsible: Mapping[str, str] = field(default_factory=dict)
    responsible_names: Mapping[str, LanguageMap] = field(default_factory=dict)
    service_concerns: Mapping[str, str] = field(default_factory=dict)
    prefill: bool = False
    eid_concern: str = ""
    pin_keys_shuffled: bool = False
    help115: Help115
    legal: LegalTexts
