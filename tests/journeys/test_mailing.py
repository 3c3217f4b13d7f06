"""After booking, changing and cancelling: the mail, through a real mail server, and what the screen says of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from email.message import EmailMessage
from functools import partial
from itertools import count
from typing import Any

import pytest
from icalendar import Calendar

from terminal.adapters import Adapters
from terminal.central.appointments.book import Book
from terminal.central.appointments.effects import BOOK
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.mail.conversation import MailServer
from terminal.central.mail.mailing import MAILING, Mailing
from terminal.central.mail.smtp import SmtpMail
from terminal.journeys.appointments.mailing import SendMail
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.snapshot import Snapshot
from terminal.limits import LETTER, Limits
from terminal.steps import Ask, Done, Ports, Work
from tests.central.mail import servers
from tests.central.mail.letters import attached, body_of
from tests.central.mail.letters import read as parsed
from tests.central.mail.servers import HOST, PostOffice, misbehaving, opened
from tests.journeys.appointments import PRACTICE, TEXTS, THURSDAY_9, TOWN, MovedClock, begin, play, read, settle
from tests.terminal.stage import Stage

SENDER = "termine@example.org"
ERIKA = "erika@example.org"
SENT = "Die Bestätigung ist an Ihre E‑Mail-Adresse geschickt."
NOT_SENT = "Die E‑Mail lässt sich gerade nicht schicken."
WRONG_ADDRESS = "An Ihre E‑Mail-Adresse lässt sich nichts schicken."
PERHAPS = "Vielleicht kommt die E‑Mail nicht an."


@dataclass
class Kiosk:
    """One town, one book, one mail server, visits one after the other; `most` letters an hour."""

    port: int
    language: str = "de"
    most: int = 10
    town: Snapshot = field(default_factory=lambda: replace(TOWN, mail=SENDER))
    clock: MovedClock = field(default_factory=MovedClock)

    def __post_init__(self) -> None:
        self.book = Book(PRACTICE, InMemoryShelf(), self.clock)
        smtp = SmtpMail(MailServer(HOST, self.port, "none", SENDER), lambda: None)
        limits = Limits({LETTER: self.most}, self.clock, lambda kind: None)
        mailing = Mailing(smtp, limits, lambda why: None)
        adapters = Adapters().having(BOOK, self.book).having(MAILING, mailing)
        self.ports = Ports(self.clock, adapters=adapters.having(SAYING, lambda: self._say))
        self._visits = count(1)

    @property
    def _say(self) -> Any:
        return partial(TEXTS.render, language=self.language)

    def visit(self, journey: str) -> Stage:
        number, ops = next(self._visits), count(1)
        return Stage(begin(journey, self.town), reach=self.ports, new_op=lambda: f"{number:016x}{next(ops):016x}")

    def booked(self, **answers: Any) -> Stage:
        """Thursday at 9, with an address."""
        return play(self.visit("book-appointment"), "done", **{"email": ERIKA, **answers})

    def mine(self, code: str, *answers: Any) -> Stage:
        """My appointment, up to what `answers` lead to."""
        stage = self.visit("my-appointment")
        for answer in (code, *answers):
            stage.answer(answer)
            settle(stage)
        return stage


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with opened(PostOffice()) as office:
        yield office


def lines(stage: Stage) -> list[str]:
    step = stage.scene.step
    assert isinstance(step, Done)
    return [read(line) for line in step.lines]


def code_of(stage: Stage) -> str:
    step = stage.scene.step
    assert isinstance(step, Done) and step.qr
    return step.qr.data


def letter(office: PostOffice) -> EmailMessage:
    envelope = office.letter()
    assert isinstance(envelope.content, bytes)
    assert envelope.rcpt_tos == [ERIKA]
    return parsed(envelope.content)


def events(message: EmailMessage) -> list[tuple[str, Any]]:
    """Method and event of each calendar file."""
    found = []
    for file in attached(message, "text/calendar"):
        text = file.get_payload(decode=True)
        assert isinstance(text, bytes)
        assert all(len(line) <= 75 for line in text.split(b"\r\n"))
        calendar = Calendar.from_ical(text)
        assert calendar["method"] == file.get_param("method")
        found += [(str(calendar["method"]), event) for event in calendar.walk("VEVENT")]
    return found


def test_the_mail_says_what_when_where_which_number_what_to_bring_and_how_to_change_it(office: PostOffice) -> None:
    stage = Kiosk(office.port).booked()
    assert lines(stage)[-1] == SENT
    message, figure = letter(office), read(stage.scene.step.figure)
    assert message["Subject"] == "Ihr Termin am Donnerstag, 26. November 2026, 9:00 Uhr"
    assert message["From"].addresses[0].display_name == "Stadt Brandis"
    assert (
        body_of(message)
        == f"""Guten Tag,

Ihr Termin ist gebucht.

Terminnummer: {figure}
Termin: Donnerstag, 26. November 2026, 9:00 Uhr
Anliegen: Wohnung anmelden
Ort: Bürgerbüro, Erdgeschoss, Raum 0.03
Adresse: Markt 1-3, 04821 Brandis
Telefon: 030 23125 110

Bitte bringen Sie mit:
- alten Pass
- Bestätigung

Mit diesem Code melden Sie sich am Terminal an, verschieben den Termin oder sagen ihn ab. Im Anhang ist er auch als Bild.
{code_of(stage)}
Bitte geben Sie den Code nicht weiter. Wer ihn hat, kann den Termin absagen.

Im Anhang ist der Termin für Ihren Kalender.

Diese E-Mail hat das Terminal im Rathaus geschrieben.
Sie wissen nichts von diesem Termin? Dann hat sich jemand bei der Adresse vertippt. Bitte löschen Sie die E-Mail.

Stadt Brandis
"""
    )
    assert len(attached(message, "image/png")) == 1


def test_the_mail_is_in_the_language_of_the_screen(office: PostOffice) -> None:
    Kiosk(office.port, language="en").booked()
    message = letter(office)
    assert message["Subject"] == "Your appointment on Thursday, 26 November 2026, 9:00"
    assert message["Content-Language"] == "en"
    assert "Appointment number: " in body_of(message)


def test_its_calendar_file_is_one_that_calendars_read(office: PostOffice) -> None:
    Kiosk(office.port).booked()
    ((method, event),) = events(letter(office))
    assert (method, event["sequence"], event["status"]) == ("PUBLISH", 0, "CONFIRMED")
    assert event.decoded("dtstart") == THURSDAY_9
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)
    assert event["location"] == "Bürgerbüro, Markt 1-3, 04821 Brandis"
    assert str(event["organizer"]) == f"mailto:{SENDER}"


@pytest.mark.parametrize("name", ["Kauft http://spam.example", "Erika\u2028Bcc: viele@example.net", "Ünal Çelik"])
def test_nothing_that_was_typed_is_in_the_mail_but_the_address(office: PostOffice, name: str) -> None:
    Kiosk(office.port).booked(name=name, phone="0301234567")
    message = letter(office)
    whole = message.as_string() + body_of(message)
    assert not [word for word in (*name.split(), "0301234567") if word in whole]
    assert [address.addr_spec for address in message["To"].addresses] == [ERIKA]
    assert message["Bcc"] is None


def test_without_an_address_nothing_is_sent_and_nothing_is_said_of_it(office: PostOffice) -> None:
    assert len(lines(Kiosk(office.port).booked(email=""))) == 3
    assert office.received.empty()


def test_the_citizen_learns_beforehand_what_the_address_is_for(office: PostOffice) -> None:
    hints = {}
    for mail in (SENDER, ""):
        kiosk = Kiosk(office.port, town=replace(TOWN, mail=mail))
        step = play(kiosk.visit("book-appointment"), "email").scene.step
        assert isinstance(step, Ask)
        hints[mail] = read(step.hint)
    assert hints == {
        SENDER: "Dorthin schicken wir die Bestätigung. Sonst schreiben wir nur, wenn sich etwas ändert.",
        "": "Nur, wenn sich am Termin etwas ändert.",
    }


def test_a_town_without_a_mail_server_says_nothing_of_mail(office: PostOffice) -> None:
    assert len(lines(Kiosk(office.port, town=TOWN).booked())) == 3
    assert office.received.empty()


def test_while_it_is_sent_the_screen_says_already_that_the_appointment_is_booked(office: PostOffice) -> None:
    stage = Kiosk(office.port).booked()
    (sending,) = [scene.step for scene in stage.scenes if isinstance(scene.step, Work) and scene.step.key == "mail"]
    assert isinstance(sending.effect, SendMail)
    assert (read(sending.title), sending.tells) == ("Ihr Termin ist gebucht.", True)
    assert ERIKA not in repr(sending)


def test_a_changed_appointment_gets_a_mail_that_takes_the_earlier_one_out_of_the_calendar(office: PostOffice) -> None:
    kiosk = Kiosk(office.port)
    old = code_of(kiosk.booked())
    ((_, first),) = events(letter(office))
    later = THURSDAY_9 + timedelta(hours=1)
    stage = play(kiosk.mine(old, "change"), "done", email=ERIKA, slot=later)
    assert lines(stage)[-1] == SENT
    message = letter(office)
    assert message["Subject"] == "Verschoben: Ihr Termin am Donnerstag, 26. November 2026, 10:00 Uhr"
    assert "Ihr Termin ist verschoben. Der bisherige gilt nicht mehr." in body_of(message)
    assert "Bisher: Donnerstag, 26. November 2026, 9:00 Uhr" in body_of(message)
    assert code_of(stage) in body_of(message)
    (published, new), (cancelled, gone) = events(message)
    assert (published, new.decoded("dtstart")) == ("PUBLISH", later)
    assert (cancelled, gone["uid"], gone["status"], gone["sequence"]) == ("CANCEL", first["uid"], "CANCELLED", 1)
    assert new["uid"] != gone["uid"]


def test_cancelling_is_written_to_whoever_booked_without_showing_the_address(office: PostOffice) -> None:
    kiosk = Kiosk(office.port)
    code = code_of(kiosk.booked())
    ((_, first),) = events(letter(office))
    stage = kiosk.mine(code, "cancel", True)
    assert lines(stage)[-1] == "Das haben wir auch an die E‑Mail-Adresse geschrieben, die beim Buchen angegeben war."
    assert not [scene for scene in stage.scenes if ERIKA in repr(scene)]
    message = letter(office)
    assert message["Subject"] == "Abgesagt: Ihr Termin am Donnerstag, 26. November 2026, 9:00 Uhr"
    assert code not in body_of(message)
    assert attached(message, "image/png") == []
    ((method, event),) = events(message)
    assert (method, event["uid"], event["status"], event["sequence"]) == ("CANCEL", first["uid"], "CANCELLED", 1)
    assert event["organizer"] == first["organizer"]


def test_cancelling_what_was_booked_without_an_address_says_nothing_of_mail(office: PostOffice) -> None:
    kiosk = Kiosk(office.port)
    assert len(lines(kiosk.mine(code_of(kiosk.booked(email="")), "cancel", True))) == 2
    assert office.received.empty()


def test_a_cancelled_appointment_is_cancelled_although_the_mail_server_is_gone() -> None:
    with opened(PostOffice()) as closing:
        kiosk = Kiosk(closing.port)
        code = code_of(kiosk.booked())
    stage = kiosk.mine(code, "cancel", True)
    assert read(stage.scene.step.title) == "Ihr Termin ist abgesagt."
    assert lines(stage)[-1] == "Eine E‑Mail dazu lässt sich gerade nicht schicken. Abgesagt ist der Termin trotzdem."


def test_a_mail_server_that_is_gone_is_said_and_the_appointment_stands() -> None:
    with opened(PostOffice()) as closing:
        pass
    kiosk = Kiosk(closing.port)
    stage = kiosk.booked()
    assert (read(stage.scene.step.title), lines(stage)[-1]) == ("Ihr Termin ist gebucht.", NOT_SENT)
    assert read(kiosk.mine(code_of(stage)).scene.step.title) == "Was möchten Sie tun?"


def test_an_address_that_the_server_does_not_know_is_said() -> None:
    with opened(PostOffice(unknown=ERIKA)) as office:
        assert lines(Kiosk(office.port).booked())[-1] == WRONG_ADDRESS


def test_a_server_that_dies_with_the_letter_in_its_hand_is_told_as_perhaps() -> None:
    with misbehaving(servers.dying_after_the_end) as port:
        assert lines(Kiosk(port).booked())[-1] == PERHAPS


def test_beyond_the_limit_no_mail_is_sent_and_the_screen_says_so(office: PostOffice) -> None:
    kiosk = Kiosk(office.port, most=1)
    assert lines(kiosk.booked())[-1] == SENT
    assert lines(kiosk.booked(slot=THURSDAY_9 + timedelta(hours=1)))[-1] == NOT_SENT
    letter(office)
    assert office.received.empty()


def test_the_mail_is_dated_by_the_kiosks_clock(office: PostOffice) -> None:
    kiosk = Kiosk(office.port)
    kiosk.booked()
    assert letter(office)["Date"].datetime.astimezone(UTC) == kiosk.clock.moment
