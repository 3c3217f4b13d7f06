"""The calendar server beside the visits: started when a configuration needs it, ended with the kiosk."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from terminal.supervisor.companion import Companion
from terminal.supervisor.health import Part
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.services import ServicePlan
from terminal.supervisor.settings import Settings
from tests.supervisor.test_services import ROOT, SLEEPER

WANTED, UNWANTED = Settings(embedded_calendar=True), Settings()


def plan() -> ServicePlan:
    return ServicePlan("calendar", SLEEPER, ROOT)


@pytest.fixture
def made() -> Iterator[Callable[..., Companion]]:
    """Makes companions, and ends what they have started."""
    loop, living = SelectorLoop(), list[Companion]()

    def make(prepare: Callable[[], ServicePlan] = plan) -> Companion:
        living.append(Companion(loop, prepare, lambda event: None))
        return living[-1]

    yield make
    for companion in living:
        loop.post(partial(companion.stop, loop.stop))
        loop.run()


def test_where_nothing_is_booked_there_is_no_server(made: Callable[..., Companion]) -> None:
    companion = made()
    companion.take(UNWANTED)
    assert companion.parts() == []


def test_it_runs_once_wanted_and_stays_for_visits_that_still_use_it(made: Callable[..., Companion]) -> None:
    companion = made()
    companion.take(WANTED)
    assert companion.parts() == [Part("calendar")]
    companion.take(UNWANTED)
    assert companion.parts() == [Part("calendar")]


def test_a_configuration_taken_again_starts_no_second_one(made: Callable[..., Companion]) -> None:
    prepared = list[ServicePlan]()
    companion = made(lambda: prepared.append(plan()) or prepared[-1])
    companion.take(WANTED)
    companion.take(WANTED)
    assert len(prepared) == 1


def test_files_that_cannot_be_written_are_told_to_staff(made: Callable[..., Companion]) -> None:
    def full() -> ServicePlan:
        raise OSError(28, "No space left on device")

    companion = made(full)
    companion.take(WANTED)
    assert companion.parts() == [Part("calendar", "its files could not be written: No space left on device")]
