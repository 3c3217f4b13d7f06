"""The town's offices: what they do, where they are, when they are open. No I/O."""

from terminal.central.offices.calendar import Calendar
from terminal.central.offices.contacts import Contact, contacts, matching
from terminal.central.offices.help115 import Help115, answers_at
from terminal.central.offices.hours import Closure, ExtraOpening, OpeningHours
from terminal.central.offices.language_map import LanguageMap, in_language
from terminal.central.offices.office import Address, Office, Topic
from terminal.central.offices.opening import (
    ClosedNow,
    DayHours,
    OpenNow,
    Reason,
    Why,
    day_hours,
    in_town,
    openings_on,
    state_at,
    week_from,
)
from terminal.central.offices.spans import Span

__all__ = [
    "Address",
    "Calendar",
    "ClosedNow",
    "Closure",
    "Contact",
    "DayHours",
    "ExtraOpening",
    "Help115",
    "LanguageMap",
    "Office",
    "OpenNow",
    "OpeningHours",
    "Reason",
    "Span",
    "Topic",
    "Why",
    "answers_at",
    "contacts",
    "day_hours",
    "in_language",
    "in_town",
    "matching",
    "openings_on",
    "state_at",
    "week_from",
]
