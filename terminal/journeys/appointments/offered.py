"""What one can make appointments for, and who serves it."""

from collections.abc import Iterable, Mapping

from terminal.central.appointments.model import Need, Wish
from terminal.central.appointments.offer import Concern, Counter
from terminal.central.offices import Office
from terminal.journeys.snapshot import Snapshot
from terminal.wording import Text, Words, message


def serving(snapshot: Snapshot, need: Need) -> tuple[Office, ...]:
    """The offices with a counter that serves all of `need`, in the order of the configuration."""
    asked = [concern_of(snapshot, wish.concern) for wish in need.wishes]
    found = {counter.office for counter in snapshot.counters if all(_serves(counter, one) for one in asked)}
    return tuple(office for office in snapshot.offices if office.id in found)


def addable(snapshot: Snapshot, wishes: tuple[Wish, ...]) -> tuple[Concern, ...]:
    """The concerns that may join `wishes` in one appointment: not among them, and somebody serves all together."""
    if len(wishes) >= snapshot.appointments.most_concerns:
        return ()
    chosen = {wish.concern for wish in wishes}
    return tuple(
        concern
        for concern in snapshot.concerns
        if concern.id not in chosen and serving(snapshot, Need((*wishes, Wish(concern.id))))
    )


def concern_of(snapshot: Snapshot, id: str) -> Concern | None:
    """None when the configuration has changed since it was booked."""
    return next((concern for concern in snapshot.concerns if concern.id == id), None)


def office_of(snapshot: Snapshot, id: str) -> Office | None:
    """None when the configuration has changed since it was booked."""
    return next((office for office in snapshot.offices if office.id == id), None)


def room_of(snapshot: Snapshot, office: Office, counter_id: str) -> Mapping[str, str] | None:
    """Where to go: the counter's own room, else the office's."""
    counter = next((counter for counter in snapshot.counters if counter.id == counter_id), None)
    return counter.room if counter and counter.room else office.room


def wish_words(snapshot: Snapshot, wish: Wish) -> Text:
    """ "Wohnung anmelden", "Wohnung anmelden, 3 Personen"."""
    concern = concern_of(snapshot, wish.concern)
    name: Text = Words.of(concern.name) if concern else message("appointment-concern")
    return name if wish.persons == 1 else message("appointment-for-persons", concern=name, persons=wish.persons)


def need_words(snapshot: Snapshot, need: Need) -> Text:
    """All of it in one line."""
    return joined(wish_words(snapshot, wish) for wish in need.wishes)


def short_words(snapshot: Snapshot, need: Need) -> Text:
    """The first concern, and how many there are besides."""
    first, *others = need.wishes
    words = wish_words(snapshot, first)
    return message("appointment-and-more", concern=words, count=len(others)) if others else words


def what_to_bring(snapshot: Snapshot, need: Need) -> Text | None:
    """All things in one line, each once; None when nothing is known to be needed."""
    things = things_to_bring(snapshot, need)
    return joined(things) if things else None


def things_to_bring(snapshot: Snapshot, need: Need) -> tuple[Text, ...]:
    """The same one by one."""
    concerns = [concern_of(snapshot, wish.concern) for wish in need.wishes]
    return tuple(dict.fromkeys(Words.of(thing) for concern in concerns if concern for thing in concern.bring))


def joined(texts: Iterable[Text]) -> Text:
    """Texts as a list in one line. Raises `ValueError` without any."""
    whole: Text | None = None
    for text in texts:
        whole = message("list-and", first=whole, second=text) if whole else text
    if whole is None:
        raise ValueError("nothing to join")
    return whole


def _serves(counter: Counter, concern: Concern | None) -> bool:
    return concern is not None and (not concern.counters or counter.id in concern.counters)
