"""What the appointment is for: one concern or several, each for one person or several."""

from collections.abc import Generator
from typing import Any, ClassVar

from terminal.central.appointments.model import Need, Wish
from terminal.central.appointments.offer import Concern
from terminal.central.offices import Contact, Office, Topic, matching
from terminal.journeys.appointments.offered import addable, concern_of, joined, serving, what_to_bring, wish_words
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Block, Choose, Fact, Option, Ports, Read, Step, Way
from terminal.values import valueclass
from terminal.wording import Words, message

_ON = "on"
_MORE = "more"
_PERSONS = "persons"


@valueclass(frozen=True)
class Served:
    """A concern, and the first office that serves it."""

    concern: Concern
    office: Office

    @property
    def contact(self) -> Contact:
        """As the search sees it: with the search words of the office's topic of that name."""
        topics = (topic for topic in self.office.topics if topic.name == self.concern.name)
        words = tuple(word for topic in topics for word in topic.search_words)
        return Contact(Topic(name=self.concern.name, search_words=words), self.office)


@valueclass(frozen=True)
class ConcernFinder:
    """All that is served, or what of it is found by what is typed."""

    every_s: ClassVar[float] = 3600.0
    local: ClassVar[bool] = True
    served: tuple[Served, ...]

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """The options."""
        contacts = [one.contact for one in self.served]
        found = matching(contacts, typed)
        return tuple(
            _option(one.concern) for one, contact in zip(self.served, contacts, strict=True) if contact in found
        )


def wishes(snapshot: Snapshot) -> Generator[Step[Any], Any, Need]:
    """As many concerns as one appointment may have and somebody serves together."""
    chosen: tuple[Wish, ...] = ()
    while True:
        number = len(chosen) + 1
        id = yield from Choose(
            key=f"concern:{number}",
            title=message("book-what") if number == 1 else message("book-what-else"),
            options=ConcernFinder(_served(snapshot, chosen)),
            search=message("book-search"),
            help=message("book-help-what"),
        )
        wish = Wish(id)
        way = yield from _with(snapshot, (*chosen, wish), f"with:{number}", ask_persons=True)
        if way == _PERSONS:
            wish = Wish(id, int((yield from _persons(snapshot, id, f"persons:{number}"))))
            way = yield from _with(snapshot, (*chosen, wish), f"with-persons:{number}", ask_persons=False)
        chosen = (*chosen, wish)
        if way != _MORE:
            return Need(chosen)


def _with(snapshot: Snapshot, chosen: tuple[Wish, ...], key: str, *, ask_persons: bool) -> Read:
    concern = concern_of(snapshot, chosen[-1].concern)
    several = ask_persons and concern is not None and concern.most_persons > 1
    more = (Way(value=_MORE, label=message("book-more"), icon="file-text"),) if addable(snapshot, chosen) else ()
    persons = (Way(value=_PERSONS, label=message("book-for-several"), icon="users"),) if several else ()
    return Read(
        key=key,
        title=message("book-with"),
        blocks=_so_far(snapshot, chosen),
        ways=(Way(value=_ON, label=message("book-choose-time"), icon="clock"), *more, *persons),
        help=message("book-help-with"),
    )


def _so_far(snapshot: Snapshot, chosen: tuple[Wish, ...]) -> tuple[Block, ...]:
    bring = what_to_bring(snapshot, Need(chosen))
    what = Fact(message("appointment-concern"), joined(wish_words(snapshot, wish) for wish in chosen))
    return (what, Fact(message("appointment-bring-label"), bring)) if bring else (what,)


def _persons(snapshot: Snapshot, id: str, key: str) -> Choose:
    concern = concern_of(snapshot, id)
    most = concern.most_persons if concern else 1
    return Choose(
        key=key,
        title=message("book-how-many"),
        hint=Words.of(concern.name) if concern else None,
        options=tuple(
            Option(value=str(n), label=message("book-persons", count=n), icon="users") for n in range(1, most + 1)
        ),
    )


def _served(snapshot: Snapshot, chosen: tuple[Wish, ...]) -> tuple[Served, ...]:
    return tuple(
        Served(concern, serving(snapshot, Need((*chosen, Wish(concern.id))))[0])
        for concern in addable(snapshot, chosen)
    )


def _option(concern: Concern) -> Option:
    return Option(
        value=concern.id,
        label=Words.of(concern.name),
        sublabel=message("book-minutes", minutes=concern.minutes),
        icon="file-text",
    )
