"""What holds for every screen of the journeys about appointments, whichever way leads to it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import screens
from terminal.central.appointments.model import Appointment, Contact, Need, Slot, Wish
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    CheckInTooEarly,
    CheckInTooLate,
    CheckInWrongDay,
    CodeUnknown,
    HoldExpired,
    OtherTown,
    SlotTaken,
    TooManyBookings,
    TooManyWrongCodes,
)
from terminal.errors import Refusal
from terminal.scenes import JourneyScene
from terminal.steps import Work
from tests.journeys.appointments import TOWN, TUESDAY_9, book_of, play, settle, stage_of
from tests.journeys.small_book import SmallBook, ports_to
from tests.journeys.walk import texts_in
from tests.terminal.stage import Stage
from tests.texts.shipped import shipped_texts

ICONS = {path.stem for path in (Path(screens.__file__).parent / "icons").glob("*.svg")}
MOMENT = datetime(2026, 11, 24, 8, 10, tzinfo=UTC)
REFUSALS: tuple[Refusal, ...] = (
    CheckInTooEarly(MOMENT), CheckInTooLate(MOMENT), CheckInWrongDay(date(2026, 12, 3)), OtherTown(), AlreadyCancelled(),
    CodeUnknown(),
)  # fmt: skip

Way = Callable[[SmallBook], Stage]


def booking(until: str = "done", **answers: Any) -> Way:
    return lambda book: play(stage_of(book), until, **answers)


def booking_with(prepare: Callable[[SmallBook], None], until: str = "done", **answers: Any) -> Way:
    def way(book: SmallBook) -> Stage:
        prepare(book)
        return play(stage_of(book), until, **answers)

    return way


def mine(*answers: Any, refuse: tuple[str, Refusal] | None = None, number: bool = False, scanner: bool = False) -> Way:
    def way(book: SmallBook) -> Stage:
        hold = book.hold("hold", Need((Wish("umzug"),)), Slot(TUESDAY_9, 20, "buergerbuero"))
        appointment = book.confirm("confirm", hold, Contact("Erika Muster"))
        assert isinstance(appointment, Appointment)
        if refuse:
            book.refuses[refuse[0]] = refuse[1]
        stage = stage_of(book, "my-appointment", replace(TOWN, scanner=scanner))
        for answer in ("417203" if number else appointment.code, *answers):
            stage.answer(answer)
            settle(stage)
        return stage

    return way


WAYS: dict[str, Way] = {
    "usual": booking(email="erika@example.org", phone="0301234"),
    "several": booking(**{"with:1": "more", "concern:2": "pass"}),
    "persons": booking(**{"with:1": "persons", "persons": "3", "with-persons": "on"}),
    "office": booking(concern="pass", office="bauamt"),
    "down-help": booking_with(lambda book: book.fail("free", "down"), "down:1-people", down="help"),
    "down-hours": booking_with(lambda book: book.fail("free", "down"), "down:1-hours", down="hours"),
    "nothing": lambda book: play(stage_of(SmallBook((), book.now)), "nothing:1"),
    "expired": booking_with(lambda book: book.refuses.update(confirm=HoldExpired()), "slot:2"),
    "taken": booking_with(lambda book: book.refuses.update(confirm=SlotTaken()), "slot:2"),
    "too-many": booking_with(lambda book: book.refuses.update(hold=TooManyBookings()), "too-many:1"),
    "unknown": booking_with(
        lambda book: (book.fail("confirm", "lost"), book.fail("what_happened", "down"))[0], "unknown:1"
    ),
    "mine": mine(),
    "mine-number": mine("cancel", number=True),
    "mine-scanner": mine(scanner=True),
    "here": mine("check-in"),
    "cancelled": mine("cancel", True),
    "moved": lambda book: play(mine("change")(book), "done"),
    "find-unknown": mine(refuse=("find", CodeUnknown())),
    "find-too-many": mine(refuse=("find", TooManyWrongCodes())),
    **{f"check-in-{type(one).__name__}": mine("check-in", refuse=("check_in", one)) for one in REFUSALS},
}


def scenes(way: str) -> Iterator[tuple[JourneyScene, SmallBook]]:
    book = book_of()
    yield from ((scene, book) for scene in WAYS[way](book).scenes)


def contents(step: Any, book: SmallBook) -> tuple[Any, ...]:
    live = (getattr(step, name, None) for name in ("options", "blocks", "board"))
    return tuple(one.look(ports_to(book), "") for one in live if hasattr(one, "look"))


every_way = pytest.mark.parametrize("way", WAYS)


@every_way
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_has_words_in_both_languages(way: str, language: str) -> None:
    texts = shipped_texts()
    for scene, book in scenes(way):
        for text in texts_in((scene.step, *contents(scene.step, book))):
            rendered = texts.render(text, language)
            assert rendered.speech.strip(), text
            assert rendered.language in (language, "", "de")


@every_way
def test_every_icon_exists(way: str) -> None:
    for scene, book in scenes(way):
        shown = (scene.step, *(part for content in contents(scene.step, book) for part in _parts(content)))
        named = [getattr(part, "icon", None) for part in (*shown, *getattr(scene.step, "ways", ()))]
        assert {name for name in named if name} <= ICONS


def _parts(content: Any) -> tuple[Any, ...]:
    return content if isinstance(content, tuple) else ()


@every_way
def test_whoever_is_asked_something_first_finds_help(way: str) -> None:
    helpless = {
        scene.step.key for scene, _ in scenes(way) if not isinstance(scene.step, Work) and scene.step.help is None
    }
    assert {key.partition(":")[0] for key in helpless} <= {"persons", "down", "cancelled", "nothing", "too-many"}


@every_way
def test_keys_are_used_once(way: str) -> None:
    stage = WAYS[way](book_of())
    keys = [entry.step.key for entry in stage.runner.tape.entries]
    assert len(keys) == len(set(keys))


@every_way
def test_back_leads_to_the_beginning_until_something_is_final(way: str) -> None:
    stage = WAYS[way](book_of())
    if stage.runner.tape.fence:
        assert not stage.runner.back()
        return
    for _ in range(30):
        if not stage.runner.back():
            break
        settle(stage)
    assert stage.key in ("concern:1", "number:1")


def test_no_name_is_on_a_screen_of_my_appointment() -> None:
    for way in ("mine", "here", "cancelled", "mine-number"):
        assert all("Erika" not in str(scene.step) for scene, _ in scenes(way))
