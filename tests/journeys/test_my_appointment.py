"""I have an appointment: check in, move, cancel, and every refusal on a screen of its own."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from terminal.central.appointments.model import Appointment, Contact, Need, Slot, State, Wish
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    AlreadyCheckedIn,
    CheckInTooEarly,
    CheckInTooLate,
    CheckInWrongDay,
    CodeUnknown,
    OtherTown,
)
from terminal.steps import Ask, Choose, Done, Edit, Failed, Finish, Review
from tests.journeys.appointments import NOW, THURSDAY_920, TOWN, TUESDAY_9, book_of, play, read, settle, stage_of
from tests.journeys.small_book import SmallBook
from tests.terminal.stage import Stage

NEED = Need((Wish("umzug"),))


def booked(book: SmallBook) -> Appointment:
    """An appointment on Tuesday at 9."""
    hold = book.hold("hold", NEED, Slot(TUESDAY_9, 20, "buergerbuero"))
    appointment = book.confirm("confirm", hold, Contact("Erika Muster"))
    assert isinstance(appointment, Appointment)
    return appointment


def start(book: SmallBook, presented: str = "", what: str | None = None) -> Stage:
    """The appointment is found by its code, or by what is presented."""
    code = booked(book).code
    stage = stage_of(book, "my-appointment")
    stage.answer(presented or code)
    settle(stage)
    if what:
        stage.answer(what)
        settle(stage)
    return stage


def titles(stage: Stage) -> tuple[str, str]:
    step: Any = stage.scene.step
    return read(step.title), read(step.meaning)


@pytest.mark.parametrize("presented", ["", "417203"])
def test_checking_in_by_code_or_number_tells_room_and_number_and_no_name(presented: str) -> None:
    book = book_of()
    stage = start(book, presented, "check-in")
    done = stage.scene.step
    assert isinstance(done, Done)
    assert read(done.title) == "Sie sind angemeldet."
    assert read(done.figure) == "417 203"
    assert [read(line) for line in done.lines] == [
        "Bitte gehen Sie hierhin: Bürgerbüro, Erdgeschoss, Raum 0.02",
        "Wir rufen Sie mit dieser Nummer auf.",
    ]
    assert [one.state for one in book.appointments.values()] == [State.CHECKED_IN]
    assert not stage.runner.back()


def test_the_counters_own_room_comes_before_the_offices() -> None:
    book = book_of()
    appointment = booked(book)
    book.appointments[appointment.id] = replace(appointment, counter="buero")
    stage = stage_of(book, "my-appointment")
    for answer in (appointment.code, "check-in"):
        stage.answer(answer)
        settle(stage)
    assert read(stage.scene.step.lines[0]).endswith("Raum 0.03")


@pytest.mark.parametrize(
    ("refusal", "title", "meaning"),
    [
        (CheckInTooEarly(datetime(2026, 11, 24, 7, 30, tzinfo=UTC)), "Sie sind früh da.", "ab 8:30 Uhr"),
        (
            CheckInTooLate(datetime(2026, 11, 24, 8, 10, tzinfo=UTC)),
            "Die Zeit zum Anmelden ist vorbei.",
            "bis 9:10 Uhr",
        ),
        (CheckInWrongDay(date(2026, 12, 3)), "Ihr Termin ist nicht heute.", "am Donnerstag, 3. Dezember"),
        (OtherTown(), "Dieser Termin ist in einer anderen Stadt.", "gehört nicht zu uns"),
        (AlreadyCancelled(), "Diesen Termin gibt es nicht mehr.", "abgesagt oder verschoben"),
        (CodeUnknown(), "Diese Nummer kennen wir nicht.", "auf Ihrem Beleg"),
    ],
)
def test_each_refusal_to_check_in_has_its_own_words_and_a_next_step(refusal, title: str, meaning: str) -> None:
    book = book_of()
    book.refuses["check_in"] = refusal
    stage = start(book, what="check-in")
    assert titles(stage)[0] == title
    assert meaning in titles(stage)[1]
    assert read(stage.scene.step.comfort) == "Der Empfang ist links."
    stage.answer("more")
    assert stage.ended == 1


def test_who_is_checked_in_already_is_told_where_to_go() -> None:
    book = book_of()
    appointment = booked(book)
    book.refuses["check_in"] = AlreadyCheckedIn(appointment)
    stage = stage_of(book, "my-appointment")
    for answer in (appointment.code, "check-in"):
        stage.answer(answer)
        settle(stage)
    done = stage.scene.step
    assert isinstance(done, Done)
    assert read(done.title) == "Sie sind schon angemeldet."
    assert read(done.figure) == "417 203"


def test_finding_an_appointment_that_is_checked_in_says_where_to_go() -> None:
    book = book_of()
    appointment = booked(book)
    book.check_in("op", appointment.code, NOW)
    stage = stage_of(book, "my-appointment")
    stage.answer(appointment.code)
    settle(stage)
    assert (stage.key, read(stage.scene.step.title)) == ("here", "Sie sind schon angemeldet.")


def test_finding_a_cancelled_appointment_says_so() -> None:
    book = book_of()
    appointment = booked(book)
    book.cancel("op", appointment.code)
    stage = stage_of(book, "my-appointment")
    stage.answer(appointment.code)
    settle(stage)
    assert titles(stage)[0] == "Diesen Termin gibt es nicht mehr."


def test_an_unknown_number_may_be_typed_again() -> None:
    stage = start(book_of(), "999999")
    assert titles(stage)[0] == "Diese Nummer kennen wir nicht."
    stage.answer("again")
    assert (stage.key, isinstance(stage.scene.step, Ask)) == ("number:2", True)


def test_a_code_of_another_town_is_told_so() -> None:
    book = book_of()
    book.refuses["find"] = OtherTown()
    stage = start(book)
    assert titles(stage)[0] == "Dieser Termin ist in einer anderen Stadt."
    assert [way.value for way in stage.scene.step.ways] == ["more"]


@pytest.mark.parametrize("what", ["change", "cancel"])
def test_a_number_alone_changes_nothing(what: str) -> None:
    book = book_of()
    stage = start(book, "417203")
    step = stage.scene.step
    assert isinstance(step, Choose)
    assert [read(one.unavailable) for one in step.options if one.unavailable] == [
        "nur mit dem Code von Ihrem Beleg"
    ] * 2
    stage.answer(what)
    assert titles(stage)[0] == "Dafür brauchen wir den Code von Ihrem Beleg."
    assert [one.state for one in book.appointments.values()] == [State.BOOKED]


def test_cancelling_asks_first_and_then_does_it() -> None:
    book = book_of()
    stage = start(book, what="cancel")
    step = stage.scene.step
    assert isinstance(step, Review)
    assert read(step.hint) == "Noch ist nichts abgesagt."
    assert book.appointments["id417203"].state is State.BOOKED
    stage.answer(True)
    settle(stage)
    assert read(stage.scene.step.title) == "Ihr Termin ist abgesagt."
    assert book.appointments["id417203"].state is State.CANCELLED
    stage.answer(Finish.MORE)
    assert stage.ended == 1


@pytest.mark.parametrize("refusal", [AlreadyCancelled(), CodeUnknown(), OtherTown()])
def test_what_cannot_be_cancelled_says_why(refusal) -> None:
    book = book_of()
    book.refuses["cancel"] = refusal
    stage = start(book, what="cancel")
    stage.answer(True)
    settle(stage)
    assert isinstance(stage.scene.step, Failed)


def test_moving_books_the_new_time_in_place_of_the_old_one() -> None:
    book = book_of()
    stage = start(book, what="change")
    play(stage, "review:1", slot=THURSDAY_920)
    rows = {read(row.label): read(row.value) for row in stage.scene.step.rows}
    assert rows["Bisher"] == "Dienstag, 24. November, 9:00 Uhr"
    assert rows["Termin"] == "Donnerstag, 26. November, 9:20 Uhr"
    play(stage, "done")
    old, new = book.appointments.values()
    assert (old.state, new.state, new.slot.start) == (State.CANCELLED, State.BOOKED, THURSDAY_920)
    assert read(stage.scene.step.title) == "Ihr Termin ist verschoben."


def test_while_moving_the_old_appointment_stays_until_the_new_one_is_booked() -> None:
    book = book_of()
    stage = play(start(book, what="change"), "review:1", slot=THURSDAY_920)
    stage.close()
    stage.workers.finish_all()
    assert [one.state for one in book.appointments.values()] == [State.BOOKED]
    assert book.holds == {}


def test_the_time_can_still_be_changed_while_moving() -> None:
    book = book_of()
    stage = play(start(book, what="change"), "review:1", slot=THURSDAY_920)
    assert [row.edit for row in stage.scene.step.rows if row.edit] == ["slot:1", "name", "email", "phone"]
    assert stage.runner.answer(stage.scene.serial, Edit("slot:1"))
    settle(stage)
    assert stage.key == "slot:1"


def test_moving_what_was_cancelled_meanwhile_books_nothing() -> None:
    book = book_of()
    stage = play(start(book, what="change"), "review:1", slot=THURSDAY_920)
    book.cancel("op", "BT1:id417203")
    stage.answer(True)
    settle(stage)
    assert titles(stage)[0] == "Der bisherige Termin lässt sich nicht mehr ändern."
    assert [one.state for one in book.appointments.values()] == [State.CANCELLED]


def test_what_the_town_no_longer_offers_is_moved_by_staff_only() -> None:
    book = book_of()
    code = booked(book).code
    stage = stage_of(book, "my-appointment", replace(TOWN, concerns=TOWN.concerns[:1]))
    for answer in (code, "change"):
        stage.answer(answer)
        settle(stage)
    assert titles(stage)[0] == "Diesen Termin können nur Mitarbeitende verschieben."


def test_a_calendar_that_is_down_is_told_and_asked_again() -> None:
    book = book_of()
    book.fail("find", "down")
    stage = start(book)
    assert titles(stage)[0] == "Wir erreichen den Kalender gerade nicht."
    assert "nichts gebucht" not in titles(stage)[1]
    stage.answer("again")
    settle(stage)
    assert stage.key == "what"


@pytest.mark.parametrize(("what", "call"), [("check-in", "check_in"), ("cancel", "cancel")])
def test_a_lost_answer_is_found_out(what: str, call: str) -> None:
    book = book_of()
    book.fail(call, "lost")
    stage = start(book, what=what)
    if what == "cancel":
        stage.answer(True)
        settle(stage)
    assert isinstance(stage.scene.step, Done)


@pytest.mark.parametrize(("what", "call"), [("check-in", "check_in"), ("cancel", "cancel")])
def test_what_nobody_can_find_out_is_told_with_a_code(what: str, call: str) -> None:
    book = book_of()
    stage = start(book)
    book.fail(call, "lost")
    book.fail("settle", "down")
    stage.answer(what)
    settle(stage)
    if what == "cancel":
        stage.answer(True)
        settle(stage)
    assert titles(stage)[0] == "Wir wissen nicht, ob es geklappt hat."
    assert read(stage.scene.step.comfort).startswith("Nennen Sie dort diesen Code: OP")


def test_the_scanner_is_mentioned_only_where_there_is_one() -> None:
    without = stage_of(book_of(), "my-appointment").scene.step
    with_one = stage_of(book_of(), "my-appointment", replace(TOWN, scanner=True)).scene.step
    assert "Scanner" not in read(without.hint)
    assert "Scanner" in read(with_one.hint)


@pytest.mark.parametrize(("what", "call", "state"), [
    ("check-in", "check_in", State.CHECKED_IN), ("cancel", "cancel", State.CANCELLED),
])  # fmt: skip
def test_what_did_not_happen_is_not_told_as_done_and_may_be_tried_again(what: str, call: str, state: State) -> None:
    book = book_of()
    book.fail(call, "down")
    stage = start(book, what=what)
    if what == "cancel":
        stage.answer(True)
        settle(stage)
    assert stage.in_trouble
    stage.retry()
    settle(stage)
    assert isinstance(stage.scene.step, Done)
    assert book.appointments["id417203"].state is state
