"""What a citizen can do when no appointment can be made now: try again, ask a person, take the opening hours along."""

from collections.abc import Generator
from typing import Any, ClassVar

from terminal.central.offices import Address, Calendar, Help115, LanguageMap, Office, answers_at, in_town, state_at
from terminal.journeys.contact_facts import address_fact, phone_fact
from terminal.journeys.office_card import take_along
from terminal.journeys.opening_words import Place, next_days, state_notice
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Failed, Heading, Paragraph, Ports, Read, Step, Way
from terminal.values import valueclass
from terminal.wording import Text, Words, message

AGAIN = "again"
_HELP = "help"
_HOURS = "hours"
_STATE_S = 20.0


@valueclass(frozen=True)
class People:
    """Live content: who can be asked now, at the reception and at 115."""

    every_s: ClassVar[float] = _STATE_S
    local: ClassVar[bool] = True
    reception: LanguageMap
    address: Address
    help115: Help115
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Block, ...]:
        """The blocks as of now."""
        now = ports.clock.now()
        return (
            Paragraph(Words.of(self.reception)),
            address_fact(self.address),
            Heading(message("appointment-by-phone")),
            state_notice(Place.PHONE, answers_at(self.help115, self.calendar, now), now),
            phone_fact(self.help115.number),
        )


@valueclass(frozen=True)
class Hours:
    """Live content: when the office is open, and a code with it for the phone."""

    every_s: ClassVar[float] = _STATE_S
    local: ClassVar[bool] = True
    office: Office
    town: LanguageMap
    calendar: Calendar

    def look(self, ports: Ports, typed: str) -> tuple[Block, ...]:
        """The blocks as of now."""
        now = ports.clock.now()
        return (
            state_notice(Place.OFFICE, state_at(self.office.hours, self.calendar, now), now),
            take_along(self.office, None, self.town),
            next_days(Place.OFFICE, self.office.hours, self.calendar, in_town(now).date()),
        )


def unreachable(snapshot: Snapshot, office: Office | None, key: str, meaning: Text) -> Generator[Step[Any], Any, bool]:
    """The calendar does not answer. True: try again; False: the citizen has found another way."""
    title = message("appointment-down-title")
    return (yield from ways_out(snapshot, office, key, title, meaning, "calendar-off"))


def ways_out(
    snapshot: Snapshot, office: Office | None, key: str, title: Text, meaning: Text, icon: str
) -> Generator[Step[Any], Any, bool]:
    """Says what does not work, then offers what does. True: try again."""
    hours = (Way(value=_HOURS, label=message("appointment-take-hours"), icon="clock"),) if office else ()
    way = yield from Failed(
        key=key,
        title=title,
        meaning=meaning,
        comfort=message("trouble-comfort"),
        icon=icon,
        ways=(
            Way(value=AGAIN, label=message("try-again"), icon="refresh"),
            Way(value=_HELP, label=message("appointment-ask-people"), icon="users"),
            *hours,
        ),
        help=message("appointment-help-down"),
    )
    if way == AGAIN:
        return True
    if way == _HOURS and office:
        times = Hours(office, snapshot.town, snapshot.calendar)
        after = yield from _page(f"{key}-hours", Words.of(office.name), times)
    else:
        people = People(snapshot.reception, snapshot.address, snapshot.help115, snapshot.calendar)
        after = yield from _page(f"{key}-people", message("appointment-ask-title"), people)
    return after == AGAIN


def _page(key: str, title: Text, blocks: People | Hours) -> Read:
    ways = (
        Way(value="more", label=message("done-more")),
        Way(value=AGAIN, label=message("try-again"), icon="refresh"),
    )
    return Read(key=key, title=title, blocks=blocks, ways=ways)


def uncertain(code: str, key: str) -> Failed:
    """It could not be found out whether it happened: never told as success."""
    return Failed(
        key=key,
        title=message("unknown-title"),
        meaning=message("unknown-text"),
        comfort=message("unknown-code", code=code),
        icon="alert-triangle",
        ways=(Way(value="more", label=message("appointment-understood")),),
        help=message("appointment-help-unknown"),
    )
