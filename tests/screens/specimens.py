"""Screens that no real journey shows yet, with texts as long as they get: layouts are tested before a journey needs them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from screens.context import Handling
from terminal.scenes import Scene, StepScene, TroubleScene, WorkScene
from terminal.steps import (
    Adjust,
    Ask,
    Block,
    Choose,
    Done,
    Fact,
    Failed,
    Heading,
    InputKind,
    Notice,
    NoticeKind,
    Option,
    OptionGroup,
    Paragraph,
    Ports,
    QrCode,
    Read,
    Review,
    ReviewRow,
    Schedule,
    ScheduleDay,
    Way,
    Work,
)
from terminal.wording import Text, Words, message
from tests.screens.slot_specimens import pickings
from tests.terminal.effects import FreeSlots

LONG_NAME = "Maximiliane Freifrau von Schlotterstein-Wackerbarth zu Machern und Polenz-Beucha"
LONG_EMAIL = ("erika.maximiliane.muster-" * 10)[:225] + "@stadtverwaltung.example.info"


def both(de: str, en: str) -> Words:
    """A text in the two languages."""
    return Words.of({"de": de, "en": en})


@dataclass(frozen=True)
class Specimen:
    """A scene, and what the citizen has done on it so far (`handle`)."""

    name: str
    scene: Scene
    handle: Callable[[Handling], None] = field(default=lambda handling: None)


SERVICES = (
    Option(value="pass", label=both("Personalausweis", "Identity card"),
           sublabel=both("beantragen, verlängern oder verloren melden", "apply, extend or report as lost"), icon="id"),
    Option(value="residence", label=both("Aufenthalts\u00aderlaubnis", "Residence permit"), icon="file-text",
           unavailable=both("Das macht der Landkreis.", "The district does this.")),
    Option(value="licence", label=both("Führerschein\u00adumtausch", "Exchange of a driving licence"), icon="file-text"),
    Option(value="move", label=both("Wohnung anmelden", "Register an address"),
           sublabel=both("nach einem Umzug", "after moving"), selected=True),
)  # fmt: skip


@dataclass(frozen=True)
class FindService:
    """A search in the services; what contains "xyz" finds nothing."""

    every_s: float = 60.0
    local: bool = True

    def look(self, ports: Ports, typed: str) -> tuple[Option, ...]:
        """Everything, unless it cannot be found."""
        return () if "xyz" in typed else SERVICES


QUESTION = both("Wohin schicken wir die Bestätigung?", "Where do we send the confirmation?")
REMINDER = both("Wir erinnern Sie dort auch an den Termin.", "We will remind you of the appointment there too.")


def _ask(kind: InputKind, label: Text, *, skip: bool = True, longest: int = 80) -> Ask:
    way_round = both("Ich habe keine E\u2011Mail", "I have no e\u2011mail") if skip else None
    return Ask(key="ask", title=QUESTION, hint=REMINDER, label=label, input=kind, skip=way_round, longest=longest)


EMAIL = _ask(InputKind.EMAIL, both("E\u2011Mail-Adresse", "E\u2011mail address"), longest=254)
NAME = _ask(InputKind.TEXT, both("Vorname und Nachname", "First name and surname"), skip=False)
NUMBER = _ask(InputKind.DIGITS, both("Terminnummer", "Appointment number"))

CHANGEABLE = Review(
    key="review",
    title=both("Stimmt alles?", "Is everything right?"),
    hint=both("Noch ist nichts gebucht. Der Platz ist 15 Minuten für Sie reserviert.",
              "Nothing has been booked yet. We keep the time for you for 15 minutes."),
    rows=(
        ReviewRow(label=both("Anliegen", "Matter"),
                  value=both("Führerschein\u00adumtausch beantragen", "Exchange a driving licence"), edit="service"),
        ReviewRow(label=both("Termin", "Appointment"),
                  value=both("Donnerstag, 3.\u00a0Dezember 2026, 10:20\u00a0Uhr", "Thursday, 3\u00a0December 2026, 10:20"), edit="slot"),
        ReviewRow(label=both("Ort", "Place"), value=both("Bürgerbüro (Beispiel)", "Citizens’ office (example)")),
        ReviewRow(label=both("Name", "Name"), value=Words.same(LONG_NAME), edit="name"),
        ReviewRow(label=both("E\u2011Mail", "E\u2011mail"), value=Words.same("erika.muster-mustermann@stadtverwaltung.example.org"), edit="email"),
    ),
    commit=both("Termin verbindlich buchen", "Book this appointment"),
    note=both("Bitte bringen Sie mit: alten Ausweis und Geld für die Gebühr.", "Please bring your old card and money for the fee."),
)  # fmt: skip

BOOKED = Done(
    key="done",
    title=both("Ihr Termin ist gebucht.", "Your appointment is booked."),
    figure_label=both("Ihre Terminnummer", "Your appointment number"),
    figure=Words.same("417\u00a0203"),
    lines=(
        both("Donnerstag, 3.\u00a0Dezember, 10:20\u00a0Uhr", "Thursday, 3\u00a0December, 10:20"),
        both("Aufenthalts\u00aderlaubnis beantragen", "Apply for a residence permit"),
        both("Bürgerbüro, Erdgeschoss, Zimmer 3", "Citizens’ office, ground floor, room 3"),
    ),
    qr=QrCode("https://example.org/termin/417203", title=both("Aufs Handy mitnehmen", "Take it with you"),
              caption=both("Scannen Sie den Code mit der Kamera. So können Sie den Termin auch ändern oder absagen.",
                           "Scan the code with your camera. You can change or cancel the appointment there.")),
)  # fmt: skip
SENT = Done(key="sent", title=both("Ihre Meldung ist angekommen.", "We have received your report."))

UNREACHABLE = Failed(
    key="failed",
    title=both("Wir erreichen den Kalender gerade nicht.", "We cannot reach the calendar at the moment."),
    meaning=both("Es ist nichts gebucht. Ihre Angaben sind noch da.", "Nothing has been booked. Your details are still here."),
    comfort=both("Sie haben nichts falsch gemacht. Versuchen Sie es in ein paar Minuten noch einmal.",
                 "You did nothing wrong. Please try again in a few minutes."),
    ways=(
        Way(value="again", label=both("Noch einmal versuchen", "Try again"), icon="refresh"),
        Way(value="ticket", label=both("Wartenummer ziehen", "Take a queue number"), icon="ticket"),
        Way(value="call", label=both("115 anrufen", "Call 115"), icon="phone"),
    ),
    code="K-7",
)  # fmt: skip

SPEED = Adjust(
    key="adjust",
    title=both("Machen Sie es sich leichter", "Make it easier for you"),
    hint=both("Gilt sofort und nur für Ihren Besuch.", "Takes effect at once and only for your visit."),
    groups=(
        OptionGroup(label=both("Vorlesen", "Reading aloud"), options=tuple(
            Option(value=f"speech:{value}", label=label, selected=value == "fast") for value, label in (
                ("off", both("Aus", "Off")), ("slow", both("Langsam", "Slow")), ("fast", both("Schnell", "Fast"))))),
        OptionGroup(label=both("Farben", "Colours"), options=tuple(
            Option(value=f"theme:{value}", label=label, selected=value == "light") for value, label in (
                ("light", both("Hell", "Light")), ("dark", both("Dunkel", "Dark")),
                ("black", both("Schwarz auf Weiß", "Black on white")), ("white", both("Weiß auf Schwarz", "White on black"))))),
    ),
    done=both("Fertig", "Done"),
)  # fmt: skip

_PROSE_DE = (
    "Für den Führerschein\u00adumtausch brauchen Sie Ihren alten Führerschein, ein biometrisches Passbild und Ihren "
    "Personalausweis. Die Aufenthalts\u00aderlaubnis beantragen Sie beim Landkreis. "
)
_PROSE_EN = (
    "To exchange your driving licence you need the old licence, a biometric photograph and your identity card. "
    "You apply for a residence permit at the district administration. "
)
DAYS = (
    (both("Montag", "Monday"), both("geschlossen", "closed")),
    (both("Dienstag", "Tuesday"), both("9–12 und 13–18\u00a0Uhr", "9–12 and 13–18")),
    (both("Mittwoch", "Wednesday"), both("geschlossen wegen Umzugs des Einwohnermelde\u00adamts", "closed, the registration office is moving")),
    (both("Donnerstag", "Thursday"), both("9–12 und 13–15:30\u00a0Uhr", "9–12 and 13–15:30")),
)  # fmt: skip
EVERY_BLOCK: tuple[Block, ...] = (
    Heading(both("Führerschein\u00adumtausch", "Exchange of a driving licence")),
    Paragraph(both(_PROSE_DE * 4, _PROSE_EN * 4)),
    Fact(both("Gebühr", "Fee"), both("25,30\u00a0€", "€25.30")),
    Fact(both("Dauer", "Time"), both("6\u00a0Wochen", "6\u00a0weeks")),
    Fact(both("E\u2011Mail", "E\u2011mail"), Words.same("einwohnermeldeamt-und-fuehrerscheinstelle@stadt-brandis.example.org")),
    *(Notice(both(f"Bitte beachten Sie den Hinweis zum Fall {kind.value}.", f"Please note the advice for {kind.value}."), kind)
      for kind in NoticeKind),
    Schedule(tuple(ScheduleDay(day, hours, today=i == 1) for i, (day, hours) in enumerate(DAYS))),
    QrCode("https://www.example.org/fuehrerschein", both("Alles noch einmal zum Nachlesen.", "To read it all again.")),
    Heading(both("Außerdem", "And also")),
    Paragraph(both(_PROSE_DE * 6, _PROSE_EN * 6), muted=True),
    QrCode("geo:51.3361,12.6094" + "?q=" + "Markt" * 20, both("Zum Mitnehmen.", "To take along."), both("Weg zum Landkreis", "Way to the district")),
)  # fmt: skip
LONG_READ = Read(
    key="read",
    title=both("So tauschen Sie Ihren Führerschein um", "How to exchange your driving licence"),
    hint=both("Das macht der Landkreis. So kommen Sie hin.", "The district does this. How to get there."),
    blocks=EVERY_BLOCK,
    ways=(Way(value="book", label=both("Termin buchen", "Book an appointment"), icon="calendar-plus"), Way(value="take", label=both("Aufs Handy mitnehmen", "Take it with you"))),
)  # fmt: skip

BOOKING = Work(
    key="work",
    title=both("Wir buchen Ihren Termin.", "We are booking your appointment."),
    doing=both("Der Kalender wird gefragt, ob die Zeit noch frei ist.", "We are asking the calendar whether the time is still free."),
    effect=FreeSlots(),
)  # fmt: skip


def _handled(**changes: Any) -> Callable[[Handling], None]:
    def handle(handling: Handling) -> None:
        for name, value in changes.items():
            setattr(handling, name, value)

    return handle


def specimens() -> Iterator[Specimen]:
    """All of them, each with a serial of its own. Work began before time 0 of the loop."""
    serials = count(10_000)

    def step(name: str, shown: Any, draft: str = "", **handled: Any) -> Specimen:
        return Specimen(name, StepScene(next(serials), shown, draft, back=True), _handled(**handled))

    yield step("ask-text", NAME)
    yield step("ask-text-shifted", NAME, "Erika ", shift=True)
    yield step("ask-text-long", NAME, LONG_NAME)
    yield step("ask-text-covered", NAME, LONG_NAME, covered=True)
    yield step("ask-text-problem", NAME, LONG_NAME, problem=message("input-too-long", longest=80))
    yield step("ask-email", EMAIL)
    yield step("ask-email-long", EMAIL, LONG_EMAIL)
    yield step("ask-email-problem", EMAIL, "erika.muster", problem=message("email-at-missing"))
    yield step("ask-digits", NUMBER)
    yield step("ask-digits-problem", NUMBER, "417", problem=message("digits-only"))
    yield step("choose", Choose(key="choose", title=both("Worum geht es?", "What is it about?"), options=SERVICES))
    find = Choose(
        key="find",
        title=both("Wofür brauchen Sie den Termin?", "What do you need the appointment for?"),
        hint=both("Das Häufigste steht oben.", "The most frequent comes first."),
        options=FindService(),
        search=both("Anliegen suchen, zum Beispiel „Umzug“", "Search, for example “moving”"),
    )
    yield step("find", find)
    yield step("find-keyboard", find, keyboard=True)
    yield step("find-results", find, keyboard=True, typed="Füh", shift=True)
    yield step("find-cyrillic", find, keyboard=True, typed="загубив", cyrillic=True)
    yield step("find-nothing", find, keyboard=True, typed="xyz")
    yield step("find-nothing-closed", find, typed="xyz" * 20)
    yield step("review", CHANGEABLE)
    yield step("done", BOOKED)
    yield step("done-short", SENT)
    yield step("failed", UNREACHABLE)
    yield step("adjust", SPEED)
    yield step("read", LONG_READ)
    for name, picker, picking in pickings():
        yield step(f"slot-{name}", picker, picking=picking)
    for elapsed_s in (0.5, 2.0, 9.0):
        yield Specimen(f"work-{elapsed_s:g}s", WorkScene(next(serials), BOOKING, -elapsed_s, back=True))
    yield Specimen("work-final", WorkScene(next(serials), BOOKING, -9.0, back=False))
    yield Specimen("trouble", TroubleScene(next(serials), BOOKING, "AB12", back=True))
