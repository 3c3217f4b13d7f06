"""Citizens book, change, cancel and check in while everything fails that can: nothing is lost, double or falsely promised.

Hypothesis makes the stories, prints its seed with what fails, and shrinks it to the least story that still does.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.faults.fate import Late
from tests.faults.kiosk import Kiosk
from tests.faults.line import on_a_line
from tests.faults.play import Citizen, Played
from tests.faults.quick_calendar import QuickCalendar, quick_calendar
from tests.faults.reckoning import reckon
from tests.faults.story import DiskMood, Story, VisitPlan, stories

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def calendar() -> Iterator[QuickCalendar]:
    with quick_calendar() as running:
        yield running


def tell(calendar: QuickCalendar, story: Story) -> list[Played]:
    """The visits one after the other, each knowing the code of the last appointment; then what must be true."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as directory:
        kiosk = Kiosk(calendar, Path(directory))
        played: list[Played] = []
        with on_a_line(lambda: kiosk.line):
            for number, plan in enumerate(story):
                code = next((visit.codes[-1] for visit in reversed(played) if visit.codes), "")
                played.append(Citizen(kiosk, plan, f"Zeugin {number}", code).play())
            calendar.arrive()
            kiosk.tidy()
            reckon(kiosk, played)
            if calendar.arrive(last=True):
                kiosk.tidy()
                reckon(kiosk, played)
        return played


def test_without_faults_the_story_is_what_it_seems(calendar: QuickCalendar) -> None:
    booked, moved = tell(calendar, (VisitPlan(), VisitPlan("my-appointment", moves=(0, 0, 0, 1))))
    assert [what for what, _ in booked.said] == ["Ihr Termin ist gebucht."]
    assert booked.told_printed
    assert [what for what, _ in moved.said] == ["Ihr Termin ist verschoben."]


def test_a_hold_that_ends_in_the_very_second_from_which_contacts_are_erased_is_cleared_away(
    calendar: QuickCalendar,
) -> None:
    tell(calendar, (VisitPlan(jumps={0: 3600}, killed_at=7), VisitPlan(jumps={0: 7 * 24 * 3600}, killed_at=1)))


def test_what_was_promised_before_the_disk_failed_is_not_taken_back(calendar: QuickCalendar) -> None:
    (booked,) = tell(calendar, (VisitPlan(disk=DiskMood.READ_ONLY_LATER),))
    assert [what for what, _ in booked.said] == ["Ihr Termin ist gebucht."]


def test_on_a_full_disk_nothing_is_booked_and_the_visit_goes_on(calendar: QuickCalendar) -> None:
    (refused,) = tell(calendar, (VisitPlan(disk=DiskMood.FULL),))
    assert refused.said == []
    assert not refused.killed


@pytest.mark.parametrize(("moves", "jumps", "wrote"), [((0, 0, 0, 2, 0, 0, 1), {}, 3), ((0, 0, 0, 0, 0, 1), {0: 58 * 60}, 2)], ids=["cancel", "check-in"])  # fmt: skip
def test_what_the_screen_has_said_did_not_happen_does_not_happen_later(
    calendar: QuickCalendar, moves: tuple[int, ...], jumps: dict[int, int], wrote: int
) -> None:
    late = VisitPlan("my-appointment", moves, fates={wrote: Late(None)}, jumps=jumps)
    booked, changed = tell(calendar, (VisitPlan(), late))
    assert [what for what, _ in (*booked.said, *changed.said)] == ["Ihr Termin ist gebucht."]
    assert changed.presented and not changed.doubt


def test_a_change_that_is_taken_back_stays_so_when_its_cancelling_of_the_old_appointment_comes_late(
    calendar: QuickCalendar,
) -> None:
    cut_off = VisitPlan("my-appointment", moves=(0, 0, 0, 1), killed_in="confirm:1", fates={20: Late(None)})
    _, changing = tell(calendar, (VisitPlan(), cut_off))
    assert changing.doubt == "confirm"


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
