"""Book an appointment: every way through it, and every way in which it can go wrong."""

from dataclasses import replace

import pytest

from terminal.central.appointments.model import Contact, Hold, Need, Slot, State, Wish
from terminal.central.appointments.refusals import HoldExpired, SlotTaken
from terminal.steps import Choose, Done, Edit, Failed, PickSlot, Read, Review
from tests.journeys.appointments import (
    NOW,
    STARTS,
    THURSDAY_9,
    THURSDAY_920,
    TOWN,
    TUESDAY_9,
    book_of,
    play,
    read,
    settle,
    stage_of,
)
from tests.journeys.small_book import SmallBook, ports_to
from tests.terminal.stage import Stage


def shown(stage: Stage, kind: type):
    """The step on the screen, which is of this kind."""
    step = stage.scene.step
    assert isinstance(step, kind), step.key
    return step


def rows(stage: Stage) -> dict[str, str]:
    return {read(row.label): read(row.value) for row in shown(stage, Review).rows}


def options(stage: Stage, book: SmallBook, typed: str = "") -> list[str]:
    content = shown(stage, Choose).options
    return [one.value for one in (content if isinstance(content, tuple) else content.look(ports_to(book), typed))]


def test_the_usual_way_leads_to_a_booked_appointment() -> None:
    book = book_of()
    stage = play(stage_of(book), "done")
    (appointment,) = book.appointments.values()
    assert (appointment.slot.start, appointment.need) == (THURSDAY_9, Need((Wish("umzug"),)))
    assert list(book.contacts.values()) == [Contact("Erika Muster")]
    assert book.holds == {}
    done = shown(stage, Done)
    assert read(done.title) == "Ihr Termin ist gebucht."
    assert read(done.figure) == "417 203"
    assert [read(line) for line in done.lines] == [
        "Donnerstag, 26. November, 9:00 Uhr",
        "Wohnung anmelden",
        "Bürgerbüro, Erdgeschoss, Raum 0.02",
    ]
    assert done.qr.data == appointment.code


def test_what_is_booked_cannot_be_gone_back_from() -> None:
    stage = play(stage_of(book_of()), "done")
    assert not stage.runner.back()


def test_everything_is_checked_before_anything_is_booked() -> None:
    book = book_of()
    stage = play(stage_of(book), "review:1", email="erika@example.org")
    assert rows(stage) == {
        "Anliegen": "Wohnung anmelden",
        "Termin": "Donnerstag, 26. November, 9:00 Uhr",
        "Ort": "Bürgerbüro",
        "Name": "Erika Muster",
        "E\u2011Mail": "erika@example.org",
        "Telefon": "keine Angabe",
    }
    review = shown(stage, Review)
    assert read(review.hint) == "Noch ist nichts gebucht. Der Platz ist 15 Minuten für Sie reserviert."
    assert read(review.note) == "Bitte bringen Sie mit: alten Pass, Bestätigung."
    assert book.appointments == {}


def test_the_place_and_the_changeable_answers_have_ways_back() -> None:
    review = shown(play(stage_of(book_of()), "review:1"), Review)
    assert [row.edit for row in review.rows] == ["concern:1", "slot:1", None, "name", "email", "phone"]


def test_a_changed_name_is_the_one_that_is_booked() -> None:
    book = book_of()
    stage = play(stage_of(book), "review:1")
    assert stage.runner.answer(stage.scene.serial, Edit("name"))
    play(stage, "done", name="Rosa Beispiel")
    assert [contact.name for contact in book.contacts.values()] == ["Rosa Beispiel"]


def test_another_time_gives_the_first_one_back() -> None:
    book = book_of()
    stage = play(stage_of(book), "review:1")
    assert stage.runner.answer(stage.scene.serial, Edit("slot:1"))
    settle(stage)
    assert book.holds == {}
    play(stage, "done", slot=THURSDAY_920)
    assert [one.slot.start for one in book.appointments.values()] == [THURSDAY_920]


def test_back_from_the_name_gives_the_slot_back() -> None:
    book = book_of()
    stage = play(stage_of(book), "name")
    assert len(book.holds) == 1
    stage.back()
    settle(stage)
    assert (stage.key, stage.draft, book.holds) == ("slot:1", THURSDAY_9, {})


def test_leaving_in_the_middle_gives_the_slot_back() -> None:
    book = book_of()
    stage = play(stage_of(book), "review:1")
    stage.close()
    stage.workers.finish_all()
    assert (stage.closed, book.holds, book.appointments) == (1, {}, {})


def test_the_picker_begins_with_what_is_free() -> None:
    step = shown(play(stage_of(book_of()), "slot:1"), PickSlot)
    assert step.opening.earliest.start == TUESDAY_9
    assert read(step.hint) == "Wohnung anmelden · Bürgerbüro"
    later = step.board.look(ports_to(book_of()), "2026-11-26")
    assert [time.start for time in later.times] == [THURSDAY_9, THURSDAY_920]


def test_the_board_says_what_is_full_and_why_it_is_closed() -> None:
    step = shown(play(stage_of(book_of(THURSDAY_9)), "slot:1"), PickSlot)
    days = {day.day.isoformat(): day for day in step.opening.days}
    assert (days["2026-11-26"].free, days["2026-11-26"].closed) == (1, None)
    assert (days["2026-11-24"].free, days["2026-11-24"].closed) == (0, None)
    assert read(days["2026-11-25"].closed) == "keine Sprechzeit"
    assert "2026-11-28" in days  # a Saturday with extra hours
    assert "2026-11-29" not in days
    assert read(days["2026-12-24"].closed) == "Heiligabend"


def test_several_concerns_go_into_one_appointment() -> None:
    book = book_of()
    play(stage_of(book), "done", **{"with:1": "more", "concern:2": "pass"})
    assert [one.need for one in book.appointments.values()] == [Need((Wish("umzug"), Wish("pass")))]


def test_only_what_one_counter_serves_together_can_be_added() -> None:
    book = book_of()
    stage = play(stage_of(book), "concern:2", **{"with:1": "more"})
    assert options(stage, book) == ["pass"]


def test_no_more_concerns_than_the_town_allows() -> None:
    stage = play(stage_of(book_of()), "with:2", **{"with:1": "more", "concern:2": "pass"})
    assert [way.value for way in shown(stage, Read).ways] == ["on"]


def test_several_persons_come_together() -> None:
    book = book_of()
    stage = play(stage_of(book), "persons:1", **{"with:1": "persons"})
    assert options(stage, book) == ["1", "2", "3"]
    play(stage, "done", **{"persons": "3", "with-persons": "on"})
    (appointment,) = book.appointments.values()
    assert appointment.need == Need((Wish("umzug", 3),))
    assert read(shown(stage, Done).lines[1]) == "Wohnung anmelden, 3 Personen"


def test_what_only_one_person_can_do_is_not_asked_for_several() -> None:
    stage = play(stage_of(book_of()), "with:1", concern="pass")
    assert "persons" not in [way.value for way in shown(stage, Read).ways]


@pytest.mark.parametrize(
    ("typed", "found"), [("wohnung", ["umzug"]), ("Umzug", ["umzug"]), ("passport", ["pass"]), ("xyz", [])]
)
def test_concerns_are_found_by_everyday_words(typed: str, found: list[str]) -> None:
    book = book_of()
    assert options(stage_of(book), book, typed) == found


def test_where_several_offices_serve_it_one_is_chosen() -> None:
    book = book_of()
    stage = play(stage_of(book), "office", concern="pass")
    assert options(stage, book) == ["buergerbuero", "bauamt"]
    play(stage, "done", office="bauamt")
    assert [one.slot.office for one in book.appointments.values()] == ["bauamt"]


def test_a_slot_lost_to_somebody_else_is_told_at_its_day() -> None:
    book = book_of()
    stage = play(stage_of(book), "slot:1")
    book.hold("somebody", Need((Wish("pass"),)), Slot(THURSDAY_9, 20, "buergerbuero"))
    stage.answer(THURSDAY_9)
    settle(stage)
    step = shown(stage, PickSlot)
    assert (step.key, step.day.isoformat()) == ("slot:2", "2026-11-26")
    assert read(step.note) == "Dieser Platz ist gerade vergeben worden. Bitte wählen Sie einen anderen."
    play(stage, "done", slot=THURSDAY_920)
    assert [one.slot.start for one in book.appointments.values()] == [THURSDAY_920]


@pytest.mark.parametrize("refusal", [HoldExpired(), SlotTaken()])
def test_a_hold_that_is_gone_leads_back_to_the_picker_and_asks_no_name_again(refusal) -> None:
    book = book_of()
    stage = play(stage_of(book), "review:1")
    book.refuses["confirm"] = refusal
    stage.answer(True)
    settle(stage)
    assert shown(stage, PickSlot).note is not None
    stage.answer(THURSDAY_920)
    settle(stage)
    assert stage.key == "review:2"
    play(stage, "done")
    assert list(book.contacts.values()) == [Contact("Erika Muster")]


def test_a_calendar_that_is_down_is_told_and_tried_again() -> None:
    book = book_of()
    book.fail("free", "down")
    stage = play(stage_of(book), "down:1")
    failed = shown(stage, Failed)
    assert read(failed.title) == "Wir erreichen den Kalender gerade nicht."
    assert [way.value for way in failed.ways] == ["again", "help", "hours"]
    stage.answer("again")
    settle(stage)
    assert stage.key == "slot:2"


@pytest.mark.parametrize(("way", "page"), [("help", "down:1-people"), ("hours", "down:1-hours")])
def test_a_calendar_that_is_down_leaves_other_ways(way: str, page: str) -> None:
    book = book_of()
    book.fail("free", "down")
    stage = play(stage_of(book), "down:1")
    stage.answer(way)
    assert stage.key == page
    assert shown(stage, Read).blocks.look(ports_to(book), "")
    stage.answer("more")
    assert stage.ended == 1


def test_nothing_free_is_told_with_the_same_ways() -> None:
    book = SmallBook((), NOW)
    failed = shown(play(stage_of(book), "nothing:1"), Failed)
    assert read(failed.title) == "In den nächsten 30 Tagen ist nichts frei."


def test_a_hold_whose_answer_was_lost_is_found_out() -> None:
    book = book_of()
    book.fail("hold", "lost")
    stage = play(stage_of(book), "name")
    assert len(book.holds) == 1
    assert stage.key == "name"


def test_a_hold_that_nobody_can_find_out_about_is_no_hold() -> None:
    book = book_of()
    book.fail("hold", "lost")
    book.fail("what_happened", "down")
    stage = play(stage_of(book), "down:1")
    stage.close()
    stage.workers.finish_all()
    assert book.holds == {}


def test_a_confirmation_whose_answer_was_lost_is_one_booking() -> None:
    book = book_of()
    book.fail("confirm", "lost")
    play(stage_of(book), "done")
    assert len(book.appointments) == 1


def test_a_confirmation_that_nobody_can_find_out_about_is_never_told_as_booked() -> None:
    book = book_of()
    book.fail("confirm", "lost")
    book.fail("what_happened", "down")
    stage = play(stage_of(book), "unknown:1")
    failed = shown(stage, Failed)
    assert read(failed.title) == "Wir wissen nicht, ob es geklappt hat."
    assert read(failed.comfort) == "Nennen Sie dort diesen Code: OP0003"
    assert not stage.runner.may_go_back
    stage.close()
    stage.workers.finish_all()
    assert len(book.appointments) == 1  # what may be booked is not taken back


def test_a_confirmation_that_did_not_happen_may_be_tried_again() -> None:
    book = book_of()
    book.fail("confirm", "down")
    stage = play(stage_of(book), "review:1")
    stage.answer(True)
    settle(stage)
    assert stage.in_trouble
    stage.retry()
    settle(stage)
    assert (stage.key, len(book.appointments)) == ("done", 1)


def test_names_do_not_stand_in_what_is_printed_for_debugging() -> None:
    hold = Hold("op", Need(()), Slot(STARTS[0], 20, "x"), "c", 1, NOW)
    contact = Contact("Erika Muster", "erika@example.org", "0301234")
    assert "Erika" not in repr(contact)
    assert "Erika" not in repr((hold, contact))


def test_an_appointment_of_a_cancelled_state_frees_its_slot() -> None:
    book = book_of()
    play(stage_of(book), "done")
    (id, appointment) = next(iter(book.appointments.items()))
    book.appointments[id] = replace(appointment, state=State.CANCELLED)
    assert len(book.free(Need(()), "buergerbuero", NOW.date(), THURSDAY_9.date())) == 3


def test_a_town_with_one_concern_still_asks_which() -> None:
    town = replace(TOWN, concerns=TOWN.concerns[:1])
    assert stage_of(book_of(), snapshot=town).key == "concern:1"
