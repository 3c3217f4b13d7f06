"""The real supervisor with real processes that misbehave."""

import os
import random
import signal
import subprocess

import pytest

from tests.supervisor.running import DEADLINE_S, Running, is_settled, wait_gone


def test_a_finished_visit_ends_with_its_process(running: Running) -> None:
    before = running.start().settled()
    running.dock(ask="press", name="finish")
    after = running.until(lambda now: is_settled(now) and now["front"]["pid"] != before["front"]["pid"])
    assert after["front"]["pid"] == before["spare"]["pid"]
    wait_gone(before["front"]["pid"])


@pytest.mark.parametrize(
    ("act", "how"),
    [("die", "exited"), ("hang", "silent")],
)
def test_a_front_that_fails_is_replaced_by_the_spare(running: Running, act: str, how: str) -> None:
    before = running.start().settled()
    running.dock(ask="press", name=act)
    after = running.until(lambda now: is_settled(now) and now["front"]["pid"] != before["front"]["pid"])
    assert after["front"]["pid"] == before["spare"]["pid"]
    assert [event["how"] for event in running.events() if event["event"] == "front-lost"] == [how]


@pytest.mark.parametrize("place", ["front", "spare"])
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGSTOP])
def test_a_process_killed_or_frozen_from_outside_is_replaced(
    running: Running, place: str, sign: signal.Signals
) -> None:
    pid = running.start().settled()[place]["pid"]
    os.kill(pid, sign)
    running.until(lambda now: is_settled(now) and pid not in (now["front"]["pid"], now["spare"]["pid"]))
    wait_gone(pid)


def test_whoever_ignores_its_release_is_killed(running: Running) -> None:
    pid = running.start("ignores-release").settled()["front"]["pid"]
    running.dock(ask="press", name="finish")
    running.until(lambda now: is_settled(now) and now["counts"]["closings_overdue"] == 1)
    wait_gone(pid)


def test_garbage_huge_lines_and_personal_data_change_nothing_and_are_not_logged(running: Running) -> None:
    before = running.start().settled()
    running.dock(ask="press", name="lie")
    after = running.until(lambda now: now["counts"]["reports_refused"] >= 11)
    assert after["front"]["pid"] == before["front"]["pid"]
    assert after["counts"]["visits_today"] == 0
    assert "Erika" not in (running.state / "events.jsonl").read_text() + str(after)


def test_a_believable_event_is_logged(running: Running) -> None:
    running.start().settled()
    running.dock(ask="press", name="begin")
    running.until(lambda now: now["counts"]["visits_today"] == 1)
    assert running.events()[-1]["case"] == "0123456789abcdef"


def test_processes_that_die_at_the_start_put_it_out_of_order_without_spinning(running: Running) -> None:
    status = running.start("dies-at-start").until(lambda now: now["order"]["state"] == "out-of-order")
    assert status["order"]["code"] == "02"
    assert status["counts"]["spares_lost"] <= 4


def test_processes_without_a_display_put_it_out_of_order(running: Running) -> None:
    status = running.start("no-display").until(lambda now: now["order"]["state"] == "out-of-order")
    assert status["order"]["code"] == "03"
    assert not {part["part"]: part["well"] for part in status["parts"]}["display"]


def test_it_stops_when_told_and_leaves_nothing_running(running: Running) -> None:
    status = running.start().settled()
    assert running.process
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(DEADLINE_S) == 0
    for place in ("front", "spare"):
        with pytest.raises(ProcessLookupError):
            os.kill(status[place]["pid"], 0)
    assert running.events()[-1]["event"] == "kiosk-stopped"
    assert not (running.runtime / "control.sock").exists()


def test_ctrl_c_does_the_same(running: Running) -> None:
    running.start().settled()
    assert running.process
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(DEADLINE_S) == 0


def test_a_front_that_ignores_the_stop_is_killed_in_time(running: Running) -> None:
    pid = running.start("ignores-release").settled()["front"]["pid"]
    assert running.process
    running.process.terminate()
    assert running.process.wait(DEADLINE_S) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_visits_die_with_a_killed_supervisor(running: Running) -> None:
    status = running.start().settled()
    assert running.process
    running.process.kill()
    wait_gone(status["front"]["pid"])
    wait_gone(status["spare"]["pid"])


def test_even_a_hanging_visit_dies_with_a_killed_supervisor(running: Running) -> None:
    front = running.start().settled()["front"]["pid"]
    assert running.process
    running.dock(ask="press", name="hang")
    running.process.kill()
    wait_gone(front)


@pytest.mark.parametrize("act", ["hang", "die"])
def test_what_a_lost_visit_has_started_dies_with_it(running: Running, act: str) -> None:
    running.start().settled()
    child = running.dock(ask="press", name="child?")["child"]
    running.dock(ask="press", name=act)
    wait_gone(child)


def test_a_crashed_supervisor_leaves_nothing_that_keeps_the_next_from_starting(running: Running) -> None:
    running.start().settled()
    assert running.process
    running.process.kill()
    running.process.wait(DEADLINE_S)
    assert running.command("dock", "tree").stderr == "no kiosk is running\n"
    assert running.start().settled()["pid"] == running.process.pid


def test_what_a_visit_prints_goes_nowhere_unless_simulated(running: Running) -> None:
    running.start("chatters", simulate=False, stderr=subprocess.PIPE, stdout=subprocess.PIPE).settled()
    assert running.process
    running.process.terminate()
    out, err = running.process.communicate(timeout=DEADLINE_S)
    assert (out, err) == (b"", b"")


def test_a_configuration_that_came_to_the_screen_is_kept(running: Running) -> None:
    running.start().settled()
    running.dock(ask="press", name="finish")
    running.until(lambda now: now["counts"]["shown"] == 2)
    assert running.reading.with_suffix(".kept").read_text() == "a" * 64


def test_after_random_kills_hangs_and_ends_one_is_shown_and_one_is_behind_it(running: Running) -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    rng = random.Random(seed)
    running.start().settled()
    for _ in range(40):
        act = rng.choice(["kill", "kill", "both", "finish", "die", "hang"])
        if act == "kill":
            running.dock(ask="kill", which=rng.choice(["front", "spare"]))
        elif act == "both":
            running.dock(ask="kill", which="front")
            running.dock(ask="kill", which="spare")
        elif act == "hang":
            running.dock(ask="hang", which="front")
        else:
            running.dock(ask="press", name=act)
        running.until(lambda now: now["front"])
    # Three that end by themselves just after they were shown put it out of order, until it tries again.
    status = running.until(lambda now: is_settled(now) and now["order"]["state"] == "in-order", within_s=90)
    assert running.process
    children = set(_children(running.process.pid))
    assert children == {status["front"]["pid"], status["spare"]["pid"]}


def _children(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]
