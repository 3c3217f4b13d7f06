"""The page of one office: is it open, where is it, how to reach it, when it opens."""

from collections.abc import Iterator
from typing import ClassVar

from terminal.central.offices import Calendar, Contact, Office, Topic, in_town, state_at
from terminal.journeys.contact_facts import address_fact, email_fact, phone_fact, web_fact
from terminal.journeys.opening_words import Place, closings_schedule, later_closings, next_days, state_notice
from terminal.steps import Block, Fact, Heading, Notice, Ports
from terminal.values import valueclass
from terminal.wording import Text, Words, message

_OPEN_STATE_S = 20.0
_CLOSINGS_AHEAD_DAYS = 35


@valueclass(frozen=True)
class OfficePage:
    """Everything about `office`, and the room and phone of `topic` if one was looked for."""

    every_s: ClassVar[float] = _OPEN_STATE_S
    local: ClassVar[bool] = True
    office: Office
    topic: Topic | None
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Block, ...]:
        """The blocks as of now."""
        now = ports.clock.now()
        state = state_notice(Place.OFFICE, state_at(self.office.hours, self.calendar, now), now)
        note = (Notice(Words.of(self.office.note)),) if self.office.note else ()
        today = in_town(now).date()
        week = next_days(Place.OFFICE, self.office.hours, self.calendar, today)
        later = later_closings(self.office.hours, self.calendar, today, _CLOSINGS_AHEAD_DAYS)
        soon = (Heading(message("town-hall-closed-soon")), closings_schedule(later)) if later else ()
        return (state, *self._facts(), *note, Heading(message("town-hall-hours")), week, *soon)

    def _facts(self) -> Iterator[Block]:
        if self.topic:
            yield Fact(message("town-hall-topic"), Words.of(self.topic.name))
        yield address_fact(self.office.address)
        where = self._where()
        if where:
            yield Fact(message("label-room"), where)
        phone = self.topic.phone if self.topic and self.topic.phone else self.office.phone
        if phone:
            yield phone_fact(phone)
        if self.office.email:
            yield email_fact(self.office.email)
        if self.office.web:
            yield web_fact(self.office.web)

    def _where(self) -> Text | None:
        room = Contact(self.topic, self.office).room if self.topic else self.office.room
        if self.office.floor and room:
            return message("town-hall-floor-room", floor=Words.of(self.office.floor), room=Words.of(room))
        known = room or self.office.floor
        return Words.of(known) if known else None
