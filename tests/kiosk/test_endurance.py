"""Visit after visit through all journeys, with everything real but the devices: what is there afterwards is what was there at first.

Five thousand visits on end are in `tests/supervisor/test_endurance.py`, with stand-ins for the visits.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from terminal.journeys.registry import JOURNEYS
from terminal.supervisor.journal import FILE_BYTES
from tests.kiosk.conftest import Build
from tests.kiosk.day import SEED, WAYS, WITH_CARD, Day
from tests.kiosk.footprint import Footprint
from tests.kiosk.hurried import UNTIRED
from tests.kiosk.identification import eid_service, offer, settings, start
from tests.kiosk.machine import SUPERVISION
from tests.kiosk.processes import zombies

CYCLES = int(os.environ.get("ENDURANCE_CYCLES", "3"))
"""Each through all journeys in every language and size of text, some 60 visits: 50 are 3,000."""

UNLIMITED = """
[appointments]
bookings_per_hour = 1000
"""

MORE_KIB = {"supervisor": 512, "zygote": 512, "calendar": 1024, "display": 512}
"""What a process may have grown by: pools that are not yet as large as they get. A thousandth of a picture left by every visit would be more."""
MORE_KIB_AN_EVENT = 40
"""And the calendar server by every event that it keeps: it reads all of a month at once."""
MORE_FILES = 4
"""What a process may have open for a question just asked."""
MORE_TEXTS_KIB = 24 * 1024
"""What one visit may grow by: pictures of text up to their bound, and how wide each text is that has ever been measured."""
SLOWER = 1.5
"""In processor time, which other programs on the machine change less than they change the time that passes."""


@pytest.fixture
def day(build: Build, tmp_path: Path) -> Iterator[Day]:
    """In a town that offers everything."""
    with eid_service(tmp_path) as service:
        machine = build("portrait")
        machine.configure(SUPERVISION + UNTIRED + UNLIMITED + settings(service))
        offer(machine, *WITH_CARD)
        start(machine, {})
        machine.until(lambda status: {"part": "calendar", "well": True, "why": None} in status["parts"])
        day = Day(machine)
        service.front.now = lambda: datetime.now(UTC) + timedelta(seconds=day.citizen.ahead_s)
        yield day


@pytest.mark.slow
def test_visits_through_all_journeys_leave_nothing_behind(
    day: Day, record_property: Callable[[str, object], None]
) -> None:
    assert set(day.errands.all) == set(JOURNEYS)
    day.go_on(len(WAYS))
    before, begun = day.holdings(), day.rounds
    early, *_, late = [day.go_on(len(WAYS)) for _ in range(CYCLES - 1)]
    after, rounds = day.holdings(), day.rounds - begun
    print(before, after, sep="\n")
    record_property("figure", f"endurance, {len(day.fronts)} visits: at first {early}; at last {late}")
    events = after.appointments + after.notes - before.appointments - before.notes
    for name, one in before.footprints.items():
        other = after.footprints[name]
        assert other.files <= one.files + MORE_FILES, name
        by_events = events * MORE_KIB_AN_EVENT if name == "calendar" else 0
        assert other.private_kib <= one.private_kib + MORE_KIB[name] + by_events, name
    assert (after.processes, after.shared_memory, after.files) == (before.processes, 0, before.files)
    assert after.slips - before.slips == after.appointments - before.appointments == 2 * rounds
    assert after.notes - before.notes <= 4 * rounds
    assert after.log_bytes <= 2 * FILE_BYTES
    assert not any(name.startswith(("tmp/", "home/")) for name in after.files)
    counts = day.machine.status()["counts"]
    assert [counts[name] for name in ("fronts_lost", "spares_lost", "closings_overdue", "reports_refused")] == [0] * 4
    day.machine.until(lambda status: not zombies(day.machine.pid))
    assert late.processor_s <= SLOWER * early.processor_s


@pytest.mark.slow
def test_one_visit_that_nobody_ends_does_not_grow(day: Day, record_property: Callable[[str, object], None]) -> None:
    print("seed", SEED)
    front = day.machine.settled()["front"]["pid"]
    day.go_round()
    before = Footprint.of(front)
    for _ in range(CYCLES - 2):
        day.go_round()
    after = Footprint.of(front)
    record_property(
        "figure", f"endurance, one visit, {7 * len(WAYS) * (CYCLES - 1)} errands: at first {before}; at last {after}"
    )
    assert after.files <= before.files
    assert after.private_kib <= before.private_kib + MORE_TEXTS_KIB
    assert day.machine.settled()["front"]["pid"] == front
