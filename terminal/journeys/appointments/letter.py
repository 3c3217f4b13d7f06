"""What is written to a citizen about an appointment: in the language of the screen, and without a word that somebody typed.

Neither a name nor anything else that was typed stands in it: the address may be a stranger's, by mistake or on purpose.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import Enum

from terminal.central.appointments.model import Appointment, Slot
from terminal.central.mail.letter import CalendarFile, Letter, Picture
from terminal.central.mail.pictures import code_picture
from terminal.central.offices import in_town
from terminal.journeys.appointments.calendar_entry import mailed_entry
from terminal.journeys.appointments.offered import need_words, office_of, things_to_bring
from terminal.journeys.appointments.receipt import Say
from terminal.journeys.appointments.result import place_words
from terminal.journeys.snapshot import Snapshot
from terminal.receipts.wording import NO_BREAK_SPACE, SOFT_HYPHEN, printable
from terminal.values import valueclass
from terminal.wording import Text, Words, message

Read = Callable[[Text], str]


class Occasion(Enum):
    """What there is to write about."""

    BOOKED = "booked"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@valueclass(frozen=True)
class News:
    """What has happened to `appointment`; `before` is what it replaces."""

    occasion: Occasion
    appointment: Appointment
    before: Appointment | None = None

    @property
    def once(self) -> str:
        """A name of it: nobody has to be told twice. Not the id: a time that was released and booked again has the same one."""
        return f"{self.occasion.value}:{self.appointment.code}"


def letter(snapshot: Snapshot, news: News, to: str, now: datetime, say: Say) -> Letter:
    """The letter in the language of `say`, written `now`."""

    def read(text: Text) -> str:
        return printable(say(text).text).replace(SOFT_HYPHEN, "").replace(NO_BREAK_SPACE, " ")

    greeting = message("mail-greeting")
    return Letter(
        to=to,
        sender_name=read(Words.of(snapshot.town)),
        subject=read(_subject(news)),
        body="\n".join((read(greeting), "", *_lines(snapshot, news, read), "")),
        language=say(greeting).language,
        written=now,
        calendar=tuple(_entries(snapshot, news, now, read)),
        pictures=tuple(_code(news, read)),
    )


def _subject(news: News) -> Text:
    when = _when(news.appointment.slot)
    if news.occasion is Occasion.CANCELLED:
        return message("mail-subject-cancelled", when=when)
    changed = news.occasion is Occasion.CHANGED
    return message("mail-subject-changed", when=when) if changed else message("mail-subject", when=when)


def _lines(snapshot: Snapshot, news: News, read: Read) -> Iterator[str]:
    yield read(_what(news.occasion))
    yield ""
    yield from _facts(snapshot, news, read)
    if news.occasion is not Occasion.CANCELLED:
        yield from _to_bring(snapshot, news.appointment, read)
        if news.appointment.code:
            yield from ("", read(message("mail-code")), news.appointment.code, read(message("mail-code-secret")))
    yield ""
    yield read(_what_is_attached(news))
    yield from ("", read(message("mail-by-whom")), read(message("mail-not-yours")), "", read(Words.of(snapshot.town)))


def _what(occasion: Occasion) -> Text:
    if occasion is Occasion.CANCELLED:
        return message("mail-cancelled")
    return message("mail-changed") if occasion is Occasion.CHANGED else message("mail-booked")


def _facts(snapshot: Snapshot, news: News, read: Read) -> Iterator[str]:
    appointment = news.appointment
    office = office_of(snapshot, appointment.slot.office)
    facts: list[tuple[Text, Text]] = [
        (message("appointment-number-name"), message("appointment-number", number=appointment.number)),
        (message("appointment"), _when(appointment.slot)),
        *([(message("appointment-before"), _when(news.before.slot))] if news.before else []),
        (message("appointment-concern"), need_words(snapshot, appointment.need)),
        (message("appointment-place"), place_words(snapshot, appointment)),
    ]
    if office:
        address = office.address
        where = message("value-address", street=address.street, postcode=address.postcode, place=address.place)
        facts = [*facts, (message("label-address"), where)]
    if office and office.phone:
        facts = [*facts, (message("label-phone"), message("value-phone", number=office.phone))]
    yield from (f"{read(label)}: {read(value)}" for label, value in facts)


def _to_bring(snapshot: Snapshot, appointment: Appointment, read: Read) -> Iterator[str]:
    things = things_to_bring(snapshot, appointment.need)
    if things:
        yield from ("", f"{read(message('appointment-bring-label'))}:", *(f"- {read(thing)}" for thing in things))


def _what_is_attached(news: News) -> Text:
    if news.occasion is Occasion.CANCELLED:
        return message("mail-attached-cancelled")
    return message("mail-attached-changed") if news.before else message("mail-attached")


def _entries(snapshot: Snapshot, news: News, now: datetime, read: Read) -> Iterator[CalendarFile]:
    new, old = f"{read(message('mail-file-new'))}.ics", f"{read(message('mail-file-old'))}.ics"
    if news.occasion is Occasion.CANCELLED:
        yield CalendarFile(old, "CANCEL", mailed_entry(snapshot, news.appointment, now, "CANCEL"))
        return
    yield CalendarFile(new, "PUBLISH", mailed_entry(snapshot, news.appointment, now, "PUBLISH"))
    if news.before:
        yield CalendarFile(old, "CANCEL", mailed_entry(snapshot, news.before, now, "CANCEL"))


def _code(news: News, read: Read) -> Iterator[Picture]:
    if news.appointment.code and news.occasion is not Occasion.CANCELLED:
        yield Picture(f"{read(message('mail-file-code'))}.png", code_picture(news.appointment.code))


def _when(slot: Slot) -> Text:
    there = in_town(slot.start)
    return message("mail-when", day=there.date(), time=there.time())
