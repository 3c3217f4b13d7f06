"""Visits forked by a zygote, and what happens when it is not there."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kiosk.patience import until
from tests.kiosk.processes import children, name, state, visits, zombies
from tests.supervisor.running import Json, Running, is_settled, wait_gone


def zygote(running: Running) -> int:
    """The process id of the zygote, as soon as there is one that waits to be asked."""
    pid = supervisor(running)

    def waiting() -> int | None:
        found = [child for child in children(pid) if name(child) == "zygote"]
        return found[0] if found and sleeps(found[0]) else None

    return until(waiting, lambda: "a zygote", pid=pid)


def sleeps(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "S"


def supervisor(running: Running) -> int:
    assert running.process
    return running.process.pid


def is_forked(pid: int) -> bool:
    return b"tests.supervisor.stand_in_zygote" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")


def next_visit(running: Running) -> Json:
    """End the one in front; the status when the next but one is warm."""
    before = running.settled()
    running.dock(ask="press", name="finish")
    return running.until(lambda now: is_settled(now) and now["front"]["pid"] == before["spare"]["pid"])


def forking(running: Running, conduct: str = "good") -> Json:
    """A kiosk whose spares are forked."""
    return running.start(conduct, zygote=True).settled()


def test_the_first_visit_is_started_from_nothing_and_its_spare_is_forked(running: Running) -> None:
    status = forking(running)
    front, spare = status["front"]["pid"], status["spare"]["pid"]
    assert [is_forked(front), is_forked(spare)] == [False, True]
    assert spare in visits(supervisor(running))
    assert os.getpgid(spare) == spare


def test_a_forked_visit_comes_to_the_screen_and_ends_as_any_other(running: Running) -> None:
    before = forking(running)
    after = next_visit(running)
    assert after["front"]["pid"] == before["spare"]["pid"]
    next_visit(running)
    wait_gone(before["spare"]["pid"])
    assert zombies(supervisor(running)) == []


def test_how_a_forked_visit_ended_is_known(running: Running) -> None:
    forking(running)
    next_visit(running)
    pid = running.settled()["front"]["pid"]
    running.dock(ask="press", name="die")
    running.until(lambda now: is_settled(now) and now["front"]["pid"] != pid)
    assert [event["how"] for event in running.events() if event["event"] == "front-lost"] == ["exited"]


def test_forked_visits_die_with_their_supervisor(running: Running) -> None:
    pids = forking(running)["spare"]["pid"], zygote(running)
    os.kill(supervisor(running), signal.SIGKILL)
    for pid in pids:
        wait_gone(pid)


def test_a_zygote_opens_nothing_of_a_visits_and_keeps_nothing_of_it(running: Running) -> None:
    forking(running)
    pid = zygote(running)
    before = len(os.listdir(f"/proc/{pid}/fd"))
    for _ in range(3):
        next_visit(running)
    assert len(os.listdir(f"/proc/{pid}/fd")) == before


@pytest.mark.parametrize("harm", [lambda pid: os.kill(pid, signal.SIGKILL), lambda pid: os.kill(pid, signal.SIGSTOP)])
def test_without_its_zygote_the_kiosk_goes_on_and_gets_another(running: Running, harm: Callable[[int], None]) -> None:
    forking(running)
    lost = zygote(running)
    harm(lost)
    next_visit(running)
    wait_gone(lost)
    assert zygote(running) != lost
    running.until(lambda _: is_forked(next_visit(running)["spare"]["pid"]))
    assert running.status()["counts"]["spares_lost"] == 0


def test_what_a_visit_leaves_while_another_is_being_forked_is_no_zombie(running: Running) -> None:
    front = forking(running)["front"]["pid"]
    left = running.dock(ask="press", name="child?")["child"]
    slow = zygote(running)
    os.kill(slow, signal.SIGSTOP)  # the supervisor waits for it
    running.dock(ask="press", name="finish")
    until(lambda: state(front) == "Z" or None, lambda: "the visit ends meanwhile", pid=supervisor(running))
    os.kill(slow, signal.SIGCONT)
    assert is_forked(running.settled()["spare"]["pid"])
    wait_gone(left)
    running.until(lambda _: not zombies(supervisor(running)))


def test_a_zygote_that_dies_of_every_fork_costs_no_visit(running: Running) -> None:
    running.start("zygote-dies", zygote=True).settled()
    zygote(running)
    for _ in range(3):
        assert not is_forked(next_visit(running)["spare"]["pid"])
    assert zombies(supervisor(running)) == []


def test_a_zygote_that_never_becomes_ready_is_replaced(running: Running) -> None:
    running.start("zygote-hangs", zygote=True, haste=True).settled()
    first = next(child for child in children(supervisor(running)) if name(child) == "zygote")
    wait_gone(first)
    running.until(lambda _: [child for child in children(supervisor(running)) if name(child) == "zygote"])


def test_a_visit_that_was_forked_by_a_zygote_that_stopped_before_it_said_so_is_ended_and_forgotten(
    running: Running,
) -> None:
    running.start("zygote-stops", zygote=True).settled()
    for _ in range(3):
        zygote(running)
        status = next_visit(running)
        assert set(visits(supervisor(running))) == {status["front"]["pid"], status["spare"]["pid"]}
    assert zombies(supervisor(running)) == []


def test_a_stopped_kiosk_leaves_no_zygote(running: Running) -> None:
    forking(running)
    pid = zygote(running)
    assert running.process
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(20) == 0
    wait_gone(pid)
