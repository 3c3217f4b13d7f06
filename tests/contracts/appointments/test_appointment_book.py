"""The contract of the appointment book: the same for every calendar server and for the one in memory."""

from datetime import date, timedelta

import pytest

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.server import Server
from terminal.central.appointments.model import Appointment, Confirmed, Contact, Held, Hold, Need, Nothing, State, Wish
from terminal.central.appointments.refusals import (
    AlreadyCancelled,
    AlreadyCheckedIn,
    CheckInTooEarly,
    CheckInTooLate,
    CheckInWrongDay,
    CodeUnknown,
    HoldExpired,
    OtherTown,
    SlotTaken,
)
from tests.contracts.appointments.town import (
    ERIKA,
    LICENCE,
    MOVE,
    PASS,
    TODAY,
    Desk,
    at,
    booked,
    free,
    held,
    op,
    with_policy,
)

FAR = date(2026, 12, 31)


def test_free_slots_lie_within_hours_and_lead_time_on_the_grid(desk: Desk) -> None:
    desk.clock.time = at(10, 7)
    starts = [slot.start for slot in free(desk.kiosk(), PASS, desk.office)]
    assert starts == [at(10, 45), at(11), at(11, 15), at(11, 30), at(11, 45)]


def test_several_persons_take_longer_in_whole_steps_of_the_grid(desk: Desk) -> None:
    need = Need((Wish("pass", 2), Wish("move", 2)))
    slots = free(desk.kiosk(), need, desk.office)
    assert {slot.minutes for slot in slots} == {90}
    assert slots[-1].end == at(12)


@pytest.mark.parametrize(
    "need", [Need(()), Need((Wish("unheard-of"),)), Need((Wish("pass", 0),)), Need((Wish("pass"), Wish("pass")))]
)
def test_nothing_is_free_for_a_need_that_is_not_offered(desk: Desk, need: Need) -> None:
    assert free(desk.kiosk(), need, desk.office) == ()


def test_a_hold_takes_the_slot_from_others_once_every_counter_is_taken(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    counters = {held(desk.kiosk(), PASS, slot).counter for _ in range(2)}
    assert counters == {"c1", "c2"}
    assert desk.kiosk().hold(op(), PASS, slot) == SlotTaken()
    assert slot not in free(desk.kiosk(), PASS, desk.office)


def test_only_counters_that_serve_the_concern_are_given(desk: Desk) -> None:
    slot = free(desk.kiosk(), LICENCE, desk.office)[0]
    assert held(desk.kiosk(), LICENCE, slot).counter == "c2"
    assert desk.kiosk().hold(op(), LICENCE, slot) == SlotTaken()
    assert slot in free(desk.kiosk(), PASS, desk.office)


def test_a_long_appointment_takes_every_overlapping_start(desk: Desk) -> None:
    desk.lanes = (1,)
    book = desk.kiosk()
    held(book, MOVE, next(slot for slot in free(book, MOVE, desk.office) if slot.start == at(9)))
    starts = {slot.start for slot in free(book, PASS, desk.office)}
    assert {at(9), at(9, 15), at(9, 30)}.isdisjoint(starts)
    assert {at(8, 45), at(9, 45)} <= starts
    late = next(slot for slot in free(desk.kiosk(), PASS, desk.office) if slot.start == at(9, 45))
    overlapping = late.__class__(at(9, 30), 15, desk.office)
    assert book.hold(op(), PASS, overlapping) == SlotTaken()


def test_a_slot_that_is_not_offered_cannot_be_held(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    for start in (slot.start + timedelta(minutes=5), at(13), at(8, day=22), at(6)):
        assert desk.kiosk().hold(op(), PASS, slot.__class__(start, 15, desk.office)) == SlotTaken()
    assert desk.kiosk().hold(op(), PASS, slot.__class__(slot.start, 30, desk.office)) == SlotTaken()


def test_holding_again_under_the_same_key_is_the_same_hold(desk: Desk) -> None:
    key, slot = op(), free(desk.kiosk(), PASS, desk.office)[0]
    assert held(desk.kiosk(), PASS, slot, key) == held(desk.kiosk(), PASS, slot, key)
    assert slot in free(desk.kiosk(), PASS, desk.office)


def test_a_released_hold_frees_its_slot_and_another_key_releases_nothing(desk: Desk) -> None:
    desk.lanes = (1,)
    key, slot = op(), free(desk.kiosk(), PASS, desk.office)[0]
    held(desk.kiosk(), PASS, slot, key)
    desk.kiosk().release(op())
    assert slot not in free(desk.kiosk(), PASS, desk.office)
    desk.kiosk().release(key)
    desk.kiosk().release(key)
    assert slot in free(desk.kiosk(), PASS, desk.office)
    assert desk.kiosk().what_happened(key) == Nothing()


def test_a_failed_hold_releases_nobody_elses(desk: Desk) -> None:
    desk.lanes = (1,)
    slot, late = free(desk.kiosk(), PASS, desk.office)[0], op()
    held(desk.kiosk(), PASS, slot)
    assert desk.kiosk().hold(late, PASS, slot) == SlotTaken()
    desk.kiosk().release(late)
    assert slot not in free(desk.kiosk(), PASS, desk.office)


def test_an_expired_hold_is_free_for_others_and_cannot_be_confirmed(desk: Desk) -> None:
    desk.lanes = (1,)
    book, slot = desk.kiosk(), free(desk.kiosk(), PASS, desk.office)[8]
    first = held(book, PASS, slot)
    desk.clock.pass_by(minutes=15)
    assert desk.kiosk().what_happened(first.op) == Nothing()
    assert slot in free(book, PASS, desk.office)
    second = held(desk.kiosk(), PASS, slot)
    assert book.confirm(op(), first, ERIKA) == HoldExpired()
    assert isinstance(desk.kiosk().confirm(op(), second, ERIKA), Appointment)


def test_a_kiosk_whose_clock_is_late_cannot_confirm_what_others_have_taken_over(desk: Desk) -> None:
    desk.lanes = (1,)
    late, slots = desk.kiosk(), free(desk.kiosk(), PASS, desk.office)
    first = held(late, PASS, slots[9])
    desk.clock.pass_by(minutes=16)
    move = next(slot for slot in free(desk.kiosk(), MOVE, desk.office) if slot.start == slots[8].start)
    held(desk.kiosk(), MOVE, move)
    desk.clock.pass_by(minutes=-10)
    assert late.confirm(op(), first, ERIKA) == HoldExpired()


def test_a_confirmed_appointment_is_found_by_its_code(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    appointment = booked(desk.kiosk(), PASS, slot)
    assert (appointment.slot, appointment.need, appointment.state) == (slot, PASS, State.BOOKED)
    assert desk.kiosk().find(appointment.code) == appointment
    assert desk.kiosk().find(f" {appointment.code.lower()}\r\n").__class__ is Appointment


def test_confirming_twice_is_one_appointment(desk: Desk) -> None:
    book, key = desk.kiosk(), op()
    hold = held(book, PASS, free(book, PASS, desk.office)[0])
    first = book.confirm(key, hold, ERIKA)
    assert book.confirm(key, hold, ERIKA) == first
    assert desk.kiosk().confirm(op(), hold, Contact("Somebody else")) == first
    assert sum(slot == hold.slot for slot in free(book, PASS, desk.office)) == 1


def test_a_contact_without_a_name_is_refused(desk: Desk) -> None:
    hold = held(desk.kiosk(), PASS, free(desk.kiosk(), PASS, desk.office)[0])
    with pytest.raises(ValueError, match="name"):
        desk.kiosk().confirm(op(), hold, Contact("  "))


def test_the_truth_about_a_hold_and_a_confirm_can_be_asked(desk: Desk) -> None:
    key, confirming = op(), op()
    assert desk.kiosk().what_happened(key) == Nothing()
    hold = held(desk.kiosk(), PASS, free(desk.kiosk(), PASS, desk.office)[0], key)
    assert desk.kiosk().what_happened(key) == Held(hold)
    assert desk.kiosk().what_happened(confirming) == Nothing()
    appointment = desk.kiosk().confirm(confirming, hold, ERIKA)
    assert isinstance(appointment, Appointment)
    assert desk.kiosk().what_happened(key) == Confirmed(appointment)
    assert desk.kiosk().what_happened(confirming) == Confirmed(appointment)


def test_releasing_never_touches_a_confirmed_appointment(desk: Desk) -> None:
    key = op()
    hold = held(desk.kiosk(), PASS, free(desk.kiosk(), PASS, desk.office)[0], key)
    appointment = desk.kiosk().confirm(op(), hold, ERIKA)
    assert isinstance(appointment, Appointment)
    desk.kiosk().release(key)
    assert desk.kiosk().find(appointment.code) == appointment


@pytest.mark.parametrize("by", ["hold", "confirm"])
def test_a_booking_that_no_screen_showed_is_released(desk: Desk, by: str) -> None:
    desk.lanes = (1,)
    slot, keys = free(desk.kiosk(), PASS, desk.office)[0], {"hold": op(), "confirm": op()}
    hold = held(desk.kiosk(), PASS, slot, keys["hold"])
    appointment = desk.kiosk().confirm(keys["confirm"], hold, ERIKA)
    assert isinstance(appointment, Appointment)
    desk.kiosk().release_unseen(keys[by])
    desk.kiosk().release_unseen(keys[by])
    assert desk.kiosk().find(appointment.code) == CodeUnknown()
    assert slot in free(desk.kiosk(), PASS, desk.office)


def test_a_change_that_no_screen_showed_gives_the_old_appointment_back(desk: Desk) -> None:
    slots, key = free(desk.kiosk(), PASS, desk.office), op()
    old = booked(desk.kiosk(), PASS, slots[0])
    new = desk.kiosk().confirm(key, held(desk.kiosk(), PASS, slots[5]), ERIKA, old.code)
    assert isinstance(new, Appointment)
    desk.kiosk().release_unseen(key)
    assert desk.kiosk().find(old.code) == old
    assert desk.kiosk().find(new.code) == CodeUnknown()


def test_a_change_that_no_screen_showed_stays_when_the_old_time_is_gone(desk: Desk) -> None:
    desk.lanes = (1,)
    slots, key = free(desk.kiosk(), PASS, desk.office), op()
    old = booked(desk.kiosk(), PASS, slots[1])
    new = desk.kiosk().confirm(key, held(desk.kiosk(), PASS, slots[8]), ERIKA, old.code)
    assert isinstance(new, Appointment)
    move = next(slot for slot in free(desk.kiosk(), MOVE, desk.office) if slot.start == slots[0].start)
    other = booked(desk.kiosk(), MOVE, move)
    desk.kiosk().release_unseen(key)
    assert desk.kiosk().find(new.code) == new
    assert desk.kiosk().find(old.code) != old
    assert desk.kiosk().find(other.code) == other


def test_who_has_checked_in_is_not_released(desk: Desk) -> None:
    key, slot = op(), free(desk.kiosk(), PASS, desk.office)[0]
    appointment = desk.kiosk().confirm(key, held(desk.kiosk(), PASS, slot), ERIKA)
    assert isinstance(appointment, Appointment)
    desk.kiosk().check_in(op(), appointment.code, slot.start)
    desk.kiosk().release_unseen(key)
    assert desk.kiosk().find(appointment.code).__class__ is Appointment


def test_a_changed_appointment_names_the_old_one_and_cancels_it(desk: Desk) -> None:
    slots = free(desk.kiosk(), PASS, desk.office)
    old = booked(desk.kiosk(), PASS, slots[0])
    new = booked(desk.kiosk(), PASS, slots[3], replaces=old.code)
    assert new.replaced == old.id
    found = desk.kiosk().find(old.code)
    assert isinstance(found, Appointment) and found.state is State.CANCELLED
    hold = held(desk.kiosk(), PASS, slots[4])
    assert desk.kiosk().confirm(op(), hold, ERIKA, old.code) == AlreadyCancelled()
    assert desk.kiosk().confirm(op(), hold, ERIKA, "nonsense") == CodeUnknown()


def test_cancelling_frees_the_slot_and_is_done_once(desk: Desk) -> None:
    desk.lanes, key = (1,), op()
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    appointment = booked(desk.kiosk(), PASS, slot)
    assert slot not in free(desk.kiosk(), PASS, desk.office)
    cancelled = desk.kiosk().cancel(key, appointment.code)
    assert isinstance(cancelled, Appointment) and cancelled.state is State.CANCELLED
    assert desk.kiosk().cancel(key, appointment.code) == cancelled
    assert desk.kiosk().cancel(op(), appointment.code) == AlreadyCancelled()
    again = booked(desk.kiosk(), PASS, slot)
    assert desk.kiosk().find(appointment.code) == cancelled
    assert desk.kiosk().find(again.code) == again


@pytest.mark.parametrize(
    "code", ["", "nonsense", "BT1:", "\x00" * 50, "9" * 10_000, "BT1:BRANDIS:../..:202611230700:C1-1:AAAAAAAAAAAAAAAA"]
)
def test_what_is_no_code_is_unknown(desk: Desk, code: str) -> None:
    book = desk.kiosk()
    assert [book.find(code), book.cancel(op(), code), book.check_in(op(), code, at(9))] == [CodeUnknown()] * 3


def test_a_code_with_a_wrong_secret_or_of_another_town_opens_nothing(desk: Desk) -> None:
    appointment = booked(desk.kiosk(), PASS, free(desk.kiosk(), PASS, desk.office)[0])
    forged = appointment.code[:-16] + "A" * 16
    assert desk.kiosk().cancel(op(), forged) == CodeUnknown()
    assert desk.kiosk().cancel(op(), appointment.code.replace("BRANDIS", "LEIPZIG")) == OtherTown()
    assert desk.kiosk().find(appointment.code) == appointment


def test_only_the_code_leads_to_the_address_to_write_to_and_only_until_it_is_cancelled(desk: Desk) -> None:
    appointment = booked(desk.kiosk(), PASS, free(desk.kiosk(), PASS, desk.office)[0])
    forged = appointment.code[:-16] + "A" * 16
    assert [desk.kiosk().email(said) for said in (appointment.code, forged, appointment.number, "nonsense")] == [
        ERIKA.email,
        "",
        "",
        "",
    ]
    desk.kiosk().cancel(op(), appointment.code)
    assert desk.kiosk().email(appointment.code) == ""


def test_a_hold_has_no_code_yet(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    hold = held(desk.kiosk(), PASS, slot)
    appointment = booked(desk.kiosk(), PASS, slot)
    of_hold = appointment.code.replace("C2-1", "C1-1")
    assert (hold.counter, desk.kiosk().find(of_hold)) == ("c1", CodeUnknown())


@pytest.mark.parametrize("presented", ["code", "number"])
def test_checking_in_by_code_or_number_happens_once(desk: Desk, presented: str) -> None:
    desk.clock.time = at(7)
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    appointment = booked(desk.kiosk(), PASS, slot)
    text, key = getattr(appointment, presented), op()
    here = desk.kiosk().check_in(key, text, slot.start)
    assert isinstance(here, Appointment) and here.state is State.CHECKED_IN
    assert (here.number, here.counter) == (appointment.number, appointment.counter)
    assert desk.kiosk().check_in(key, text, slot.start) == here
    assert desk.kiosk().check_in(op(), text, slot.start) == AlreadyCheckedIn(here)
    assert desk.kiosk().cancel(op(), appointment.code).__class__ is AlreadyCheckedIn


def test_checking_in_has_its_time(desk: Desk) -> None:
    slot = next(slot for slot in free(desk.kiosk(), PASS, desk.office) if slot.start == at(10))
    code = booked(desk.kiosk(), PASS, slot).code
    book, second = desk.kiosk(), timedelta(seconds=1)
    assert book.check_in(op(), code, at(9, 30) - second) == CheckInTooEarly(at(9, 30))
    assert book.check_in(op(), code, at(10, 10) + second) == CheckInTooLate(at(10, 10))
    assert book.check_in(op(), code, at(10, day=24)) == CheckInWrongDay(TODAY)
    assert isinstance(book.check_in(op(), code, at(10, 10)), Appointment)


def test_a_cancelled_appointment_cannot_be_checked_in(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    appointment = booked(desk.kiosk(), PASS, slot)
    desk.kiosk().cancel(op(), appointment.code)
    assert desk.kiosk().check_in(op(), appointment.code, slot.start) == AlreadyCancelled()
    assert desk.kiosk().check_in(op(), appointment.number, slot.start) == CodeUnknown()


def test_a_number_holds_for_its_day_only(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    appointment = booked(desk.kiosk(), PASS, slot)
    found = desk.kiosk().find(appointment.number)
    assert isinstance(found, Appointment) and (found.id, found.code) == (appointment.id, "")
    assert desk.kiosk().check_in(op(), appointment.number, slot.start + timedelta(days=1)) == CodeUnknown()


def test_staff_block_a_counter_or_the_whole_office(desk: Desk) -> None:
    desk.block(at(9), at(9, 30))
    desk.block(at(10), at(10, 30), "c2")
    starts = {slot.start for slot in free(desk.kiosk(), PASS, desk.office)}
    assert at(9) not in starts and at(9, 15) not in starts
    assert {at(8, 45), at(9, 30), at(10)} <= starts
    assert at(10) not in {slot.start for slot in free(desk.kiosk(), LICENCE, desk.office)}


def test_what_staff_have_blocked_meanwhile_is_neither_held_nor_confirmed(desk: Desk) -> None:
    slots = free(desk.kiosk(), PASS, desk.office)
    hold = held(desk.kiosk(), PASS, slots[0])
    desk.block(slots[0].start, slots[1].end)
    assert desk.kiosk().hold(op(), PASS, slots[1]) == SlotTaken()
    assert desk.kiosk().confirm(op(), hold, ERIKA) == SlotTaken()
    assert desk.kiosk().what_happened(hold.op) == Nothing()


def test_contacts_are_erased_and_the_appointment_stays(desk: Desk) -> None:
    slot = free(desk.kiosk(), PASS, desk.office)[0]
    appointment = booked(desk.kiosk(), PASS, slot)
    assert desk.kiosk().erase_contacts(slot.end - timedelta(seconds=1)) == 0
    assert desk.kiosk().erase_contacts(slot.end) == 1
    assert desk.kiosk().erase_contacts(slot.end + timedelta(days=1)) == 0
    assert desk.kiosk().find(appointment.code) == appointment


def test_expired_holds_do_not_stay_in_the_calendar(served: Desk) -> None:
    assert isinstance(served.kept, Account)
    server, month = Server(served.kept), (f"{served.office}-202611", "20261101T000000Z", "20261201T000000Z")
    held(served.kiosk(), PASS, free(served.kiosk(), PASS, served.office)[9])
    kept = booked(served.kiosk(), PASS, free(served.kiosk(), PASS, served.office)[4])
    assert len(server.events(*month)) == 2
    served.clock.pass_by(minutes=15)
    assert served.kiosk().erase_contacts(served.clock.now()) == 0
    assert len(server.events(*month)) == 1
    assert served.kiosk().find(kept.code) == kept


def test_appointments_end_with_the_window(desk: Desk) -> None:
    near = with_policy(desk, window_days=3)
    assert free(near.kiosk(), PASS, desk.office, last=FAR)[-1].start == at(11, 45, day=26)


def test_every_appointment_of_a_day_has_its_own_number(desk: Desk) -> None:
    slots = free(desk.kiosk(), PASS, desk.office)[:4]
    numbers = {booked(desk.kiosk(), PASS, slot).number for slot in slots}
    assert len(numbers) == 4


def test_a_reachable_book_is_well(desk: Desk) -> None:
    assert desk.kiosk().health().well


def test_a_hold_says_when_it_ends(desk: Desk) -> None:
    hold = desk.kiosk().hold(op(), PASS, free(desk.kiosk(), PASS, desk.office)[0])
    assert isinstance(hold, Hold)
    assert hold.expires == desk.clock.now() + timedelta(minutes=15)


def test_the_calendars_of_the_coming_months_are_there_before_the_first_booking(served: Desk) -> None:
    assert isinstance(served.kept, Account)
    for _ in range(2):
        served.kiosk().open_calendars(date(2027, 1, 31))
    found = set(Server(served.kept).calendars())
    months = {f"{served.office}-{month}" for month in ("202611", "202612", "202701")}
    assert {name for name in found if name.startswith(served.office)} == {served.office, *months}
