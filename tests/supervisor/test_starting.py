"""The real `run` with the real configuration, up to where a screen would be needed."""

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from terminal.assembly import supervisor as assembly
from terminal.assembly.configuration import keep, read
from tests.supervisor.run_stand_in import ROOT
from tests.supervisor.running import DEADLINE_S, Running, is_settled

BRANDIS = ROOT / "config" / "towns" / "brandis"

START = """
import os, sys
from pathlib import Path
from terminal.assembly import supervisor
from terminal.supervisor.forked import fork


def be_visit(channel):
    os.set_inheritable(channel, True)
    os.execv(sys.executable, [*supervisor.VISIT, "--channel", str(channel)])


supervisor.VISIT = (sys.executable, "-m", "tests.supervisor.stand_in_visit", "good")
supervisor.ZYGOTE = ()
if sys.argv[2] == "sleep":
    supervisor.CONFIGURATION = ("sh", "-c", "sleep 600")
first = fork(be_visit, simulate=True)
sys.exit(supervisor.run(Path(sys.argv[1]), simulate=True, size=None, first=first))
"""


def begin(running: Running, config: Path, reader: str = "") -> Running:
    """`reader` "sleep": whoever reads the files never comes to an end."""
    running.process = subprocess.Popen(
        [sys.executable, "-c", START, str(config), reader],
        cwd=ROOT,
        env=running.environment(),
        stderr=subprocess.DEVNULL,
    )
    return running


def copied(town: Path, to: Path) -> Path:
    return Path(shutil.copytree(town, to))


def test_the_towns_files_are_in_force_and_become_the_last_good_ones(running: Running) -> None:
    status = begin(running, BRANDIS).settled()
    assert status["configuration"]["source"] == "files"
    assert str(BRANDIS / "town.toml") in status["configuration"]["files"]
    running.dock(ask="press", name="finish")
    running.until(lambda now: (running.state / "last-good-configuration.json").exists())


def test_broken_files_at_the_start_run_the_last_good_ones(running: Running, tmp_path: Path) -> None:
    town = tmp_path / "town"
    town.mkdir()
    (town / "town.toml").write_text('[town]\nname = "Kleinstadt"\n')
    running.state.mkdir()
    keep(read(town, running.state)["taken"], running.state)
    (town / "town.toml").write_text("[town]\nnaem = 1\n")
    status = begin(running, town).settled()
    assert status["configuration"]["source"] == "last-good"
    assert "naem" in status["configuration"]["problems"][0]
    assert status["order"]["state"] == "in-order"


def test_another_towns_last_good_files_are_not_taken(running: Running, tmp_path: Path) -> None:
    running.state.mkdir()
    keep(read(BRANDIS, running.state)["taken"], running.state)
    status = begin(running, tmp_path / "nowhere").until(lambda now: now["front"])
    assert status["configuration"]["source"] == "shipped"
    assert status["order"]["code"] == "01"


def test_a_start_with_the_same_files_waits_for_nobody_to_read_them(running: Running) -> None:
    begin(running, BRANDIS).settled()
    running.end()
    status = begin(running, BRANDIS, reader="sleep").settled()
    assert status["configuration"]["source"] == "files"
    assert status["order"]["state"] == "in-order"


def test_a_start_with_changed_files_shows_nothing_of_the_ones_before(running: Running, tmp_path: Path) -> None:
    town = copied(BRANDIS, tmp_path / "town")
    before = begin(running, town).settled()
    running.end()
    (town / "more.toml").write_text("[visit]\nidle_s = 59\n")
    after = begin(running, town).until(lambda now: now["configuration"]["digest"])
    assert after["configuration"]["digest"] != before["configuration"]["digest"]


def test_what_was_remembered_wrongly_is_put_right_by_itself(running: Running) -> None:
    right = begin(running, BRANDIS).settled()["configuration"]["digest"]
    running.end()
    remembered = running.state / "remembered-reading"
    remembered.write_text(remembered.read_text().replace(right, "0" * len(right)))
    begin(running, BRANDIS).until(lambda now: now["configuration"]["digest"] == "0" * len(right))
    running.until(lambda now: now["configuration"]["digest"] == right and is_settled(now))


@pytest.mark.parametrize("left", ["", "{", '{"taken": 1}', '{"taken": {"settings": {"new": 1}}}', "[]"])
def test_what_a_power_cut_or_another_version_has_left_counts_for_nothing(running: Running, left: str) -> None:
    right = begin(running, BRANDIS).settled()["configuration"]["digest"]
    running.end()
    remembered = running.state / "remembered-reading"
    mark, _, _ = remembered.read_text().partition("\n")
    remembered.write_text(f"{mark}\n{left}")
    assert begin(running, BRANDIS).settled()["configuration"]["digest"] == right


def test_what_is_kept_already_is_not_kept_again(tmp_path: Path) -> None:
    first = read(BRANDIS, tmp_path)
    assert first["kept"] is False
    keep(json.loads(json.dumps(first["taken"])), tmp_path)
    assert read(BRANDIS, tmp_path)["kept"] is True


def test_a_second_kiosk_says_that_there_is_one(running: Running) -> None:
    running.runtime.mkdir(mode=0o700)
    lock = os.open(running.runtime / "kiosk.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = running.command("run")
    finally:
        os.close(lock)
    assert second.returncode == 1
    assert "already running" in second.stderr


def test_an_unsafe_directory_is_refused_in_words(running: Running) -> None:
    running.runtime.symlink_to(running.directory)
    refused = running.command("run")
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert "link" in refused.stderr


def test_check_config_is_ok_or_names_the_problems(running: Running, tmp_path: Path) -> None:
    assert running.command("check-config", str(BRANDIS)).stdout == "ok\n"
    broken = running.command("check-config", str(tmp_path / "nowhere"))
    assert broken.returncode == 1
    assert "nowhere" in broken.stdout


@pytest.mark.parametrize("size", ["0x0", "1080", "1080x", "-1x5", "axb"])
def test_a_size_that_is_none_is_wrong_usage(running: Running, size: str) -> None:
    assert running.command("run", "--size", size).returncode == 2


def test_a_stop_while_the_files_are_being_read_leaves_nothing_running(running: Running) -> None:
    begin(running, BRANDIS).until(lambda now: now["pid"])
    assert running.process
    children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children").read_text().split()
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(DEADLINE_S) == 0
    for child in map(int, children):
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


def test_the_supervisor_imports_neither_windows_nor_schemas() -> None:
    own = ", ".join(
        f"terminal.assembly.{name}" for name in ("supervisor", "companions", "card_health", "file_configurations")
    )
    script = (
        f"import sys, {own}, terminal.supervisor.kiosk;"
        "print([n for n in ('kivy', 'pydantic', 'requests', 'websockets', 'ssl') if n in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
    assert assembly.ROOT == ROOT


def test_no_process_leaves_a_core_dump_even_through_a_pipe(running: Running) -> None:
    status = begin(running, BRANDIS).settled()
    limits = Path(f"/proc/{status['pid']}/limits").read_text()
    core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] in (["1", "1"], ["0", "0"])


@pytest.mark.parametrize(
    ("words", "status"),
    [(["--help"], 0), (["--size", "3"], 2), ([], 1)],
    ids=["help", "wrong usage", "already running"],
)
def test_whoever_starts_no_kiosk_leaves_no_first_visit(running: Running, words: list[str], status: int) -> None:
    runtime = Path(running.environment()["BUERGER_TERMINAL_RUNTIME"])
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    others, ours = os.pipe()
    with (runtime / "kiosk.lock").open("w") as lock, os.fdopen(others, "rb") as all_ended:
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = [sys.executable, "-m", "terminal", "run", *words]
        ended = subprocess.run(
            command, cwd=ROOT, env=running.environment(), pass_fds=[ours], capture_output=True, check=False
        )
        os.close(ours)
        assert ended.returncode == status
        assert select.select([all_ended], [], [], DEADLINE_S)[0], "somebody still lives"
        assert all_ended.read() == b""
