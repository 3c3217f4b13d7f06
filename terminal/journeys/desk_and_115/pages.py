"""Live content: who can be talked to now, and until when."""

from datetime import datetime
from typing import ClassVar

from terminal.central.offices import (
    Address,
    Calendar,
    Help115,
    LanguageMap,
    OpeningHours,
    answers_at,
    in_town,
    state_at,
)
from terminal.journeys.contact_facts import address_fact
from terminal.journeys.opening_words import Place, next_days, short_state, state_notice
from terminal.steps import Block, Heading, Option, Paragraph, Ports, QrCode
from terminal.values import valueclass
from terminal.wording import Message, Words, message

_STATE_S = 20.0


@valueclass(frozen=True)
class Helpers:
    """The reception and 115. Nobody is unavailable: the page behind says when."""

    DESK: ClassVar[str] = "desk"
    PHONE: ClassVar[str] = "phone"
    every_s: ClassVar[float] = _STATE_S
    local: ClassVar[bool] = True
    help115: Help115
    reception_hours: OpeningHours | None
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """The two, and whether they are there now."""
        now = ports.clock.now()
        answers = short_state(Place.PHONE, answers_at(self.help115, self.calendar, now), now)
        call = message("help-desk-option-phone", number=self.help115.number)
        return (
            Option(value=self.DESK, label=message("help-desk-option-desk"), sublabel=self._desk(now), icon="users"),
            Option(value=self.PHONE, label=call, sublabel=answers, icon="phone"),
        )

    def _desk(self, now: datetime) -> Message:
        if self.reception_hours is None:
            return message("help-desk-here")
        return short_state(Place.OFFICE, state_at(self.reception_hours, self.calendar, now), now)


@valueclass(frozen=True)
class DeskPage:
    """Where the reception is, in the town's words, and its hours if the town gives them."""

    every_s: ClassVar[float] = _STATE_S
    local: ClassVar[bool] = True
    reception: LanguageMap
    hours: OpeningHours | None
    address: Address
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Block, ...]:
        """The blocks as of now."""
        where: tuple[Block, ...] = (Paragraph(Words.of(self.reception)), address_fact(self.address))
        if self.hours is None:
            return where
        now = ports.clock.now()
        state = state_notice(Place.OFFICE, state_at(self.hours, self.calendar, now), now)
        week = next_days(Place.OFFICE, self.hours, self.calendar, in_town(now).date())
        return (state, *where, Heading(message("help-desk-hours")), week)


@valueclass(frozen=True)
class PhonePage:
    """Whether 115 answers now, what it is good for, its hours, and a code that dials it."""

    every_s: ClassVar[float] = _STATE_S
    local: ClassVar[bool] = True
    help115: Help115
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Block, ...]:
        """The blocks as of now."""
        now, number = ports.clock.now(), self.help115.number
        dialled = "".join(sign for sign in number if sign.isdecimal() or sign == "+")
        return (
            state_notice(Place.PHONE, answers_at(self.help115, self.calendar, now), now),
            Paragraph(message("help-desk-what", number=number)),
            QrCode(f"tel:{dialled}", message("help-desk-code", number=number), message("help-desk-code-title")),
            Heading(message("help-desk-phone-hours")),
            next_days(Place.PHONE, self.help115.hours, self.calendar, in_town(now).date()),
        )
