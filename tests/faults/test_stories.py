"""Citizens book, change, cancel and check in while everything fails that can: nothing is lost, double or falsely promised.

Hypothesis makes the stories, prints its seed with what fails, and shrinks it to the least story that still does.
"""

import errno
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from terminal.central.appointments import codes
from tests.faults.fate import Late
from tests.faults.kiosk import Kiosk
from tests.faults.line import on_a_line
from tests.faults.play import PRINTED, Citizen, Played
from tests.faults.quick_calendar import QuickCalendar, quick_calendar
from tests.faults.reckoning import reckon
from tests.faults.story import EDGES, BadDisk, DiskMood, Story, VisitPlan, stories

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def calendar() -> Iterator[QuickCalendar]:
    with quick_calendar() as running:
        yield running


def tell(calendar: QuickCalendar, story: Story) -> list[Played]:
    """The visits one after the other, each knowing the code of the last appointment; then what must be true."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as directory:
        kiosk = Kiosk(calendar, Path(directory), story.begins)
        played: list[Played] = []
        with on_a_line(lambda: kiosk.line):
            for number, plan in enumerate(story.visits):
                code = next((visit.codes[-1] for visit in reversed(played) if visit.codes), "")
                played.append(Citizen(kiosk, plan, f"Zeugin {number}", code).play())
                if plan.tended:
                    kiosk.tend()
                _nothing_stays(kiosk, played)
            calendar.all_arrive(last=False)
            _settle(kiosk, played)
            if calendar.all_arrive(last=True):
                _settle(kiosk, played)
        return played


def _settle(kiosk: Kiosk, played: list[Played]) -> None:
    kiosk.tidy()
    reckon(kiosk, played)
    _nothing_stays(kiosk, played)


def _nothing_stays(kiosk: Kiosk, played: list[Played]) -> None:
    said = [word for visit in played for word in visit.words]
    assert kiosk.traces([*said, *kiosk.printer.whole]) == []


def test_without_faults_the_story_is_what_it_seems(calendar: QuickCalendar) -> None:
    booked, moved = tell(calendar, Story((VisitPlan(), VisitPlan("my-appointment", "change"))))
    assert [what for what, _ in booked.said] == ["Ihr Termin ist gebucht."]
    assert any(PRINTED in lines for lines in booked.lines.values())
    assert [what for what, _ in moved.said] == ["Ihr Termin ist verschoben."]


def test_who_looks_for_a_service_comes_to_the_booked_appointment(calendar: QuickCalendar) -> None:
    (booked,) = tell(calendar, Story((VisitPlan("find-service"),)))
    assert [what for what, _ in booked.said] == ["Ihr Termin ist gebucht."]


def test_a_hold_that_ends_in_the_very_second_from_which_contacts_are_erased_is_cleared_away(
    calendar: QuickCalendar,
) -> None:
    tell(calendar, Story((VisitPlan(jumps={0: 3600}, killed_at=7), VisitPlan(jumps={0: 7 * 24 * 3600}, killed_at=1))))


def test_what_was_promised_before_the_disk_failed_is_not_taken_back(calendar: QuickCalendar) -> None:
    (booked,) = tell(calendar, Story((VisitPlan(disk=DiskMood.READ_ONLY_LATER),)))
    assert [what for what, _ in booked.said] == ["Ihr Termin ist gebucht."]


def test_on_a_full_disk_nothing_is_booked_and_the_visit_goes_on(calendar: QuickCalendar) -> None:
    (refused,) = tell(calendar, Story((VisitPlan(disk=DiskMood.FULL),)))
    assert refused.said == []
    assert not refused.killed


def test_who_is_booked_when_the_disk_fills_up_gets_slip_and_result(calendar: QuickCalendar) -> None:
    (booked,) = tell(calendar, Story((VisitPlan(disk=DiskMood.FILLS_UP),)))
    assert [what for what, _ in booked.said] == ["Ihr Termin ist gebucht."]
    assert any(PRINTED in lines for lines in booked.lines.values())


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS], ids=["full", "read-only"])
@pytest.mark.parametrize("takes", range(6))
def test_whatever_the_disk_of_the_print_journal_does_the_slip_is_printed_once_and_said_to_be(
    calendar: QuickCalendar, takes: int, error: int
) -> None:
    (booked,) = tell(calendar, Story((VisitPlan(journal=BadDisk(takes, error)),)))
    assert any(PRINTED in lines for lines in booked.lines.values())


@pytest.mark.parametrize("begins", EDGES, ids=lambda moment: f"{moment:%Y-%m-%d %H:%M}")
def test_who_books_before_the_calendar_changes_checks_in_after_it(calendar: QuickCalendar, begins: datetime) -> None:
    (booked,) = tell(calendar, Story((VisitPlan(),), begins))
    presented = codes.presented(booked.codes[0])
    assert presented and presented.ref.start.astimezone(ZoneInfo("Europe/Berlin")).hour == 9
    until_s = int((presented.ref.start - begins).total_seconds())
    here = VisitPlan("my-appointment", jumps={0: until_s - 300})
    told = tell(calendar, Story((VisitPlan(), here), begins))
    assert [what for visit in told for what, _ in visit.said] == ["Ihr Termin ist gebucht.", "Sie sind angemeldet."]


@pytest.mark.parametrize(("moves", "jumps", "wrote"), [((0, 0, 0, 2, 0, 0, 1), {}, 3), ((0, 0, 0, 0, 0, 1), {0: 58 * 60}, 2)], ids=["cancel", "check-in"])  # fmt: skip
def test_what_the_screen_has_said_did_not_happen_does_not_happen_later(
    calendar: QuickCalendar, moves: tuple[int, ...], jumps: dict[int, int], wrote: int
) -> None:
    late = VisitPlan("my-appointment", moves=moves, fates={wrote: Late(None)}, jumps=jumps)
    booked, changed = tell(calendar, Story((VisitPlan(), late)))
    assert [what for what, _ in (*booked.said, *changed.said)] == ["Ihr Termin ist gebucht."]
    assert changed.presented and not changed.doubt


@pytest.mark.parametrize("others", [99, None], ids=["soon after the caretaker", "at the very end"])
@pytest.mark.parametrize("killed", [False, True], ids=["given up", "killed"])
@pytest.mark.parametrize("wrote", [9, 13, 16, 23], ids=["first claim", "claim", "hold", "booking"])
def test_what_is_written_when_everybody_is_gone_holds_no_time(
    calendar: QuickCalendar, wrote: int, killed: bool, others: int | None
) -> None:
    leaves = (*[0] * (12 if wrote == 23 else 7), 1)
    late = VisitPlan(moves=leaves, fates={wrote: Late(others, killed)}, tended=True)
    (gone,) = tell(calendar, Story((late,)))
    assert gone.said == []


def test_a_change_that_is_taken_back_stays_so_when_its_cancelling_of_the_old_appointment_comes_late(
    calendar: QuickCalendar,
) -> None:
    cut_off = VisitPlan("my-appointment", "change", killed_in="confirm:1", fates={20: Late(None)})
    _, changing = tell(calendar, Story((VisitPlan(), cut_off)))
    assert changing.doubt == "confirm"


@pytest.mark.parametrize("tended", [False, True], ids=["too late", "in time"])
def test_a_change_that_was_cut_off_stays_only_where_the_time_before_it_is_taken(
    calendar: QuickCalendar, tended: bool
) -> None:
    cut_off = VisitPlan("my-appointment", "change", killed_in="confirm:1", tended=tended)
    booked, changing, other = tell(calendar, Story((VisitPlan(), cut_off, VisitPlan())))
    assert changing.doubt == "confirm"
    was, taken = (codes.presented(visit.codes[0]) for visit in (booked, other))
    assert was and taken and (was.ref.start == taken.ref.start) is not tended


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories)
def test_a_hundred_stories(calendar: QuickCalendar, story: Story) -> None:
    tell(calendar, story)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories)
def test_two_thousand_stories(calendar: QuickCalendar, part: int, story: Story) -> None:
    tell(calendar, story)
