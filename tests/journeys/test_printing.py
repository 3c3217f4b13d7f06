"""After booking: the slip is printed once, and the screen says what became of it. Whatever did, the appointment stands."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from terminal.adapters import Adapters
from terminal.central.appointments.effects import BOOK
from terminal.devices import NotPrinted, Printed, PrinterState
from terminal.journeys.appointments.keepsake import Keepsake
from terminal.journeys.appointments.printing import SAYING, PrintReceipt
from terminal.receipts.journal import AlreadyPrinted, Known, Outcome, PerhapsPrinted
from terminal.receipts.plain import in_plain_text
from terminal.receipts.printing import RECEIPTS
from terminal.receipts.slip import Slip
from terminal.steps import Done, Fact, Ports, QrCode, Work
from terminal.texts import Rendered
from terminal.wording import Text
from tests.journeys.appointments import NOW, TEXTS, TOWN, begin, book_of, play, read, settle
from tests.journeys.small_book import SmallBook
from tests.journeys.town import StoppedClock
from tests.terminal.stage import Stage

PRINTED = "Ihr Beleg ist gedruckt. Bitte nehmen Sie ihn mit."
NOT_PRINTED = "Der Drucker druckt gerade nicht. Bitte fotografieren Sie den Code."
PERHAPS = "Vielleicht ist der Beleg nicht ganz herausgekommen. Bitte fotografieren Sie zur Sicherheit den Code."


@dataclass
class Printer:
    """Answers as it is told, and keeps the slips and their names."""

    outcome: Outcome = field(default_factory=Printed)
    slips: list[tuple[str, Slip]] = field(default_factory=list)
    broken: bool = False

    def print(self, op: str, slip: Slip, *, again: bool = False) -> Outcome:
        """See `PrintOnce`."""
        self.slips.append((op, slip))
        if self.broken:
            raise OSError
        return self.outcome

    def known(self, op: str) -> Known | None:
        """See `PrintOnce`."""
        return Known.PERHAPS if self.slips else None


def saying(language: str) -> Callable[[], Callable[[Text], Rendered]]:
    return lambda: lambda text: TEXTS.render(text, language)


def stage_with(printer: Printer, book: SmallBook, language: str = "de") -> Stage:
    adapters = Adapters().having(BOOK, book).having(RECEIPTS, printer).having(SAYING, saying(language))  # type: ignore[arg-type]
    return Stage(
        begin("book-appointment", replace(TOWN, printer=True)), reach=Ports(StoppedClock(NOW), adapters=adapters)
    )


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Printed(), PRINTED),
        (AlreadyPrinted(), PRINTED),
        (NotPrinted(PrinterState.PAPER_OUT, certain=True), NOT_PRINTED),
        (NotPrinted(PrinterState.OFFLINE, certain=False), PERHAPS),
        (PerhapsPrinted(), PERHAPS),
    ],
)
def test_the_screen_says_what_became_of_the_slip(outcome: Outcome, said: str) -> None:
    printer = Printer(outcome)
    step = play(stage_with(printer, book_of()), "done").scene.step
    assert isinstance(step, Done)
    assert [read(line) for line in step.lines][-1] == said
    assert step.qr is not None
    assert len(printer.slips) == 1
    assert (step.more == ()) == (said == PRINTED), "what stands on paper need not stand on the screen too"


def test_a_printer_that_breaks_in_the_middle_is_never_told_as_success() -> None:
    step = play(stage_with(Printer(broken=True), book_of()), "done").scene.step
    assert isinstance(step, Done)
    assert read(step.lines[-1]) == PERHAPS


def test_while_it_prints_the_screen_says_already_that_the_appointment_is_booked() -> None:
    stage = stage_with(Printer(), book_of())
    play(stage, "done")
    works = [scene.step for scene in stage.scenes if isinstance(scene.step, Work)]
    (printing,) = [step for step in works if isinstance(step.effect, PrintReceipt)]
    assert (read(printing.title), printing.tells) == ("Ihr Termin ist gebucht.", True)
    assert [step.tells for step in works if step is not printing] == [False] * (len(works) - 1)


@pytest.mark.parametrize(("language", "word"), [("de", "Terminnummer"), ("en", "Appointment number")])
def test_the_slip_is_in_the_language_of_the_screen_and_names_nobody(language: str, word: str) -> None:
    printer = Printer()
    play(stage_with(printer, book_of(), language), "done")
    text = "\n".join(in_plain_text(printer.slips[0][1]))
    assert word in text
    assert "Erika" not in text


def test_a_kiosk_without_a_printer_prints_nothing_and_says_nothing_of_it() -> None:
    book = book_of()
    reach = Ports(StoppedClock(NOW), adapters=Adapters().having(BOOK, book))
    stage = Stage(begin("book-appointment"), reach=reach)
    step = play(stage, "done").scene.step
    assert isinstance(step, Done)
    assert len(step.lines) == 3
    assert isinstance(step.more, Keepsake)
    address, bring, calendar = step.more.look(reach, "")
    assert isinstance(address, Fact)
    assert isinstance(bring, Fact)
    assert read(address.value) == "Markt 1-3, 04821 Brandis"
    assert read(bring.value) == "alten Pass, Bestätigung"
    assert isinstance(calendar, QrCode)
    assert calendar.data.startswith("BEGIN:VCALENDAR")


def test_a_changed_appointment_gets_a_slip_of_its_own() -> None:
    printer, book = Printer(), book_of()
    play(stage_with(printer, book), "done")
    (old,) = book.appointments.values()
    mine = Stage(
        begin("my-appointment", replace(TOWN, printer=True)),
        reach=Ports(
            StoppedClock(NOW),
            adapters=Adapters().having(BOOK, book).having(RECEIPTS, printer).having(SAYING, saying("de")),  # type: ignore[arg-type]
        ),
    )
    for answer in (old.code, "change"):
        mine.answer(answer)
        settle(mine)
    play(
        mine,
        "done",
        slot=min(slot.start for slot in book.free(old.need, "buergerbuero", NOW.date(), old.slot.start.date())),
    )
    assert len({once for once, _ in printer.slips}) == 2
