"""Five thousand visits on end: what the supervisor and the zygote take afterwards is what they took at first."""

import time

import pytest

from tests.kiosk.footprint import Footprint
from tests.kiosk.processes import zombies
from tests.supervisor.running import Running, is_settled
from tests.supervisor.test_births import forking, supervisor, zygote

VISITS = 5_000
SETTLED_AFTER = 500
"""Visits until caches, pools and the log's first file are as large as they get."""

_MOMENTARY = 4
"""Files that a visit just ending or a question just asked may have open. One left by every visit would be thousands."""


def visit_after_visit(running: Running, times: int) -> float:
    """So many visits, each finished as soon as its successor is warm; seconds that one took."""
    began_s = time.monotonic()
    status = running.settled()
    for _ in range(times):
        running.dock(ask="press", name="finish")
        front = status["spare"]["pid"]
        status = running.until(lambda now: is_settled(now) and now["front"]["pid"] == front)  # noqa: B023 - called at once
    running.seen.clear()
    return (time.monotonic() - began_s) / times


def files_of(running: Running) -> list[str]:
    return sorted(path.name for place in (running.state, running.runtime) for path in place.rglob("*"))


@pytest.mark.slow
def test_five_thousand_visits_leave_nothing_behind(running: Running) -> None:
    forking(running)
    pids = supervisor(running), zygote(running)
    first_s = visit_after_visit(running, SETTLED_AFTER)
    before, files = [Footprint.of(pid) for pid in pids], files_of(running)
    last_s = visit_after_visit(running, VISITS - SETTLED_AFTER)
    after = [Footprint.of(pid) for pid in pids]
    print(f"a visit took {1000 * first_s:.1f} ms at first and {1000 * last_s:.1f} ms at last; {before} -> {after}")
    for one, other in zip(before, after, strict=True):
        assert other.files <= one.files + _MOMENTARY
        assert other.private_kib <= one.private_kib + 1024
    assert zombies(pids[0]) == []
    assert files_of(running) == files
    assert running.status()["counts"]["fronts_lost"] == 0
