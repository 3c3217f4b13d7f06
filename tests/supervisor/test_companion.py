"""A server beside the visits: it runs as the configuration in force wants it, and ends with the kiosk."""

from collections.abc import Iterator
from functools import partial

import pytest

from terminal.supervisor.companion import Companion, NotPreparedError, Prepare, stop_all
from terminal.supervisor.health import Part
from terminal.supervisor.services import ServicePlan
from terminal.supervisor.settings import Settings
from tests.supervisor.test_services import ROOT, SLEEPER, Watch

WANTED, UNWANTED = Settings(appointments=True), Settings()


def plan(settings: Settings, edition: str = "") -> ServicePlan | None:
    return ServicePlan("calendar", SLEEPER, ROOT, edition=edition) if settings.appointments else None


class Stage(Watch):
    """Makes companions, and ends what they have started."""

    def __init__(self) -> None:
        super().__init__()
        self.companions = list[Companion]()

    def companion(self, prepare: Prepare = plan) -> Companion:
        self.companions.append(Companion(self.loop, "calendar", prepare, self.events.append))
        return self.companions[-1]


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.loop.post(partial(stop_all, stage.companions, stage.loop.stop))
    stage.loop.run()


def pid_of(companion: Companion) -> int | None:
    return companion.service.pid if companion.service else None


def test_where_it_is_not_wanted_it_does_not_run(stage: Stage) -> None:
    companion = stage.companion()
    companion.take(UNWANTED)
    assert companion.parts() == []


def test_it_runs_once_wanted(stage: Stage) -> None:
    companion = stage.companion()
    companion.take(WANTED)
    assert companion.parts() == [Part("calendar")]


def test_it_ends_when_it_is_not_wanted_any_more(stage: Stage) -> None:
    companion = stage.companion()
    companion.take(WANTED)
    companion.take(UNWANTED)
    stage.until(lambda: companion.service is None)
    assert companion.parts() == []


def test_the_same_plan_lets_it_run_on(stage: Stage) -> None:
    companion = stage.companion()
    companion.take(WANTED)
    first = pid_of(companion)
    companion.take(WANTED)
    assert pid_of(companion) == first


def test_a_plan_that_differs_starts_it_again_even_when_it_comes_while_it_ends(stage: Stage) -> None:
    editions = iter(("monday", "tuesday", "wednesday"))
    companion = stage.companion(lambda settings: plan(settings, next(editions)))
    companion.take(WANTED)
    first = pid_of(companion)
    companion.take(WANTED)
    companion.take(WANTED)
    stage.until(lambda: pid_of(companion) not in (None, first))
    assert companion.parts() == [Part("calendar")]
    assert next(editions, "none left") == "none left"


def full(settings: Settings) -> ServicePlan:
    raise OSError(28, "No space left on device")


def unfit(settings: Settings) -> ServicePlan:
    raise NotPreparedError("its password is too short")


@pytest.mark.parametrize(
    ("prepare", "why"),
    [
        (full, "its files could not be read or written: No space left on device"),
        (unfit, "its password is too short"),
    ],
)
def test_staff_are_told_what_is_in_the_way(stage: Stage, prepare: Prepare, why: str) -> None:
    companion = stage.companion(prepare)
    companion.take(WANTED)
    assert companion.parts() == [Part("calendar", why)]


def test_what_cannot_be_prepared_leaves_the_server_as_it_was(stage: Stage) -> None:
    prepares = iter((plan, full))
    companion = stage.companion(lambda settings: next(prepares)(settings))
    companion.take(WANTED)
    first = pid_of(companion)
    companion.take(WANTED)
    assert pid_of(companion) == first
