"""Processes are killed, stopped and refused, displays and disks go, in any order and at once: a usable screen always comes back.

Hypothesis makes the stories, prints its seed with what fails, and shrinks it to the least story that still does.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.faults.processes.acts import ACTS
from tests.faults.processes.kiosk import StoryKiosk
from tests.faults.processes.moment import Act, Moment, Story, Then, stories
from tests.faults.processes.play import Player
from tests.faults.processes.reckoning import reckon

_MEMORY = Path("/dev/shm")


def tell(*story: Moment) -> None:
    """The moments one after the other at a kiosk of their own; then what must be true."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as directory:
        kiosk = StoryKiosk(Path(directory))
        try:
            kiosk.begin()
            kiosk.at_rest()
            files, player = kiosk.open_files(), Player(kiosk)
            for moment in story:
                player.play(moment, ACTS[moment.act])
            reckon(player, files)
        finally:
            kiosk.close()


def test_without_faults_the_story_is_what_it_seems() -> None:
    tell(Moment(Act.BEGINS), Moment(Act.OWES), Moment(Act.KEEPS_ITS_WORD), Moment(Act.FINISHES, Then.ONCE_SETTLED))


def test_a_supervisor_without_room_for_anything_new_goes_on_and_what_a_dead_visit_owed_is_released() -> None:
    tell(Moment(Act.OWES), Moment(Act.NO_ROOM))


def test_what_a_killed_visit_has_begun_is_released() -> None:
    tell(Moment(Act.OWES), Moment(Act.FRONT_KILLED))


def test_what_a_living_visit_has_begun_is_not_released_when_another_one_ends() -> None:
    tell(Moment(Act.OWES), Moment(Act.SPARE_KILLED, Then.ONCE_SETTLED), Moment(Act.KEEPS_ITS_WORD))


def test_when_files_have_been_mended_and_the_display_has_gone_meanwhile_the_display_is_the_reason() -> None:
    killed = Moment(Act.SUPERVISOR_KILLED, Then.ONCE_SETTLED)
    tell(Moment(Act.RELOADED_BROKEN), killed, Moment(Act.DISPLAY_GONE), Moment(Act.RELOADED, Then.ONCE_SETTLED))


def test_what_a_supervisor_could_not_log_is_not_taken_for_what_the_one_before_has_logged() -> None:
    tell(Moment(Act.FINISHES), Moment(Act.DISK_READ_ONLY), Moment(Act.SUPERVISOR_KILLED))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories)
def test_fifteen_stories(story: Story) -> None:
    tell(*story)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(3))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories)
def test_a_hundred_and_fifty_stories(part: int, story: Story) -> None:
    tell(*story)
