"""The list of offices, and finding by what one types."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import ClassVar

from terminal.central.offices import Calendar, Contact, Office, Topic, contacts, matching, state_at
from terminal.journeys.opening_words import Place, short_state
from terminal.steps import Option, Ports
from terminal.values import valueclass
from terminal.wording import Words, message

_OPEN_STATE_S = 20.0


@valueclass(frozen=True)
class OfficeFinder:
    """Nothing typed: all offices. Else the offices and topics that match; a topic's value is "office/number"."""

    every_s: ClassVar[float] = _OPEN_STATE_S
    local: ClassVar[bool] = True
    offices: tuple[Office, ...]
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """The options as of now, each with whether it is open."""
        now = ports.clock.now()
        if not typed.strip():
            return tuple(self._office(office, now) for office in self.offices)
        offices = tuple(self._office(office, now) for office in named(self.offices, typed))
        return offices + tuple(self._topic(contact) for contact in matching(contacts(self.offices), typed))

    def _office(self, office: Office, now: datetime) -> Option:
        state = short_state(Place.OFFICE, state_at(office.hours, self.calendar, now), now)
        return Option(value=office.id, label=Words.of(office.name), sublabel=state, icon="building-community")

    def _topic(self, contact: Contact) -> Option:
        office = Words.of(contact.office.name)
        where = message("town-hall-topic-room", office=office, room=Words.of(contact.room)) if contact.room else office
        number = contact.office.topics.index(contact.topic)
        value = f"{contact.office.id}/{number}"
        return Option(value=value, label=Words.of(contact.topic.name), sublabel=where, icon="file-text")


def contact_of(offices: Iterable[Office], value: str) -> tuple[Office, Topic | None]:
    """The office, and the topic if one was chosen, that `value` of the finder's options stands for."""
    office_id, _, number = value.partition("/")
    office = next(office for office in offices if office.id == office_id)
    return office, office.topics[int(number)] if number else None


def named(offices: Iterable[Office], typed: str) -> Iterator[Office]:
    """The offices whose own name matches."""
    as_topics = (Contact(Topic(name=office.name), office) for office in offices)
    return (contact.office for contact in matching(as_topics, typed))
