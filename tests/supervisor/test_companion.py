"""A server beside the visits: it runs as the configuration in force wants it, and ends with the kiosk."""

from collections.abc import Iterator
from functools import partial

import pytest

from terminal.supervisor.companion import Companion, NotPreparedError, Prepare, stop_all
from terminal.supervisor.health import Part
from terminal.supervisor.services import ServicePlan
from terminal.supervisor.settings import Settings
from tests.supervisor.test_services import ROOT, SLEEPER, Watch
from tests.terminal.virtual_loop import VirtualLoop

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


class Disk:
    """Full until the test makes room; then it turns out that no server is wanted."""

    def __init__(self) -> None:
        self.full = True
        self.tries = 0

    def prepare(self, settings: Settings) -> ServicePlan | None:
        self.tries += 1
        return full(settings) if self.full else None


def waiting(disk: Disk) -> tuple[VirtualLoop, Companion]:
    loop = VirtualLoop()
    companion = Companion(loop, "calendar", disk.prepare, lambda event: None)  # type: ignore[arg-type]
    companion.take(WANTED)
    return loop, companion


def test_what_cannot_be_prepared_is_tried_again_after_longer_and_longer_waits() -> None:
    disk = Disk()
    loop, _ = waiting(disk)
    tries = []
    for wait_s in (15, 30, 60, 120, 240, 480, 600, 600):
        loop.advance(wait_s - 1)
        before = disk.tries
        loop.advance(1)
        tries.append(disk.tries - before)
    assert tries == [1] * 8
    assert disk.tries == 9


def test_once_there_is_room_staff_are_told_nothing_and_nothing_is_tried_any_more() -> None:
    disk = Disk()
    loop, companion = waiting(disk)
    disk.full = False
    loop.advance(3600)
    assert (companion.parts(), disk.tries) == ([], 2)


def test_a_companion_that_is_stopped_tries_nothing_any_more() -> None:
    disk = Disk()
    loop, companion = waiting(disk)
    companion.stop(lambda: None)
    loop.advance(3600)
    assert disk.tries == 1
