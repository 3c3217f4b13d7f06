"""./kiosk itself, on a copy with a stand-in for the terminal, and with stand-ins for Debian's tools on PATH."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import psutil
import pytest

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
STAND_IN = """\
import os, signal, sys
# Blocked until waited for: a signal that comes between the line and the wait is not lost.
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
print(sys.argv[1:], os.environ.get("DISPLAY"), flush=True)
if "--simulate" in sys.argv:
    signal.sigwait([signal.SIGTERM])
    sys.exit(7)
"""
ALL_INSTALLED = """\
while [ $# -gt 0 ]; do case "$1" in -*) shift ;; esac; echo "$1/$(dpkg --print-architecture)/installed"; shift; done
"""


class Started(subprocess.Popen[str]):
    """What does not end when it should is killed: the test fails instead of standing still."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind and self.poll() is None:
            os.killpg(self.pid, signal.SIGKILL)
        super().__exit__(kind, error, trace)


@dataclass
class Copy:
    """A copy of the script in a folder of its own, and how to start it."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def tool(self, name: str, body: str) -> None:
        path = self.folder / "tools" / name
        path.write_text(f"#!/bin/bash\n{body}")
        path.chmod(0o755)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        # A suite that was started in the background ignores Ctrl-C, its children inherit that, and no shell can trap it then.
        return Started(
            ["env", "--default-signal=INT", self.folder / "kiosk", *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> tuple[int, str, str]:
        with self.start(*arguments) as process:
            out, err = process.communicate(timeout=120)
            return process.returncode, out, err

    def set_up(self) -> None:
        """Makes its environment look complete: the test's own Python with the stamp of its requirement file."""
        (self.folder / ".venv" / "bin").mkdir(parents=True)
        (self.folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
        version = subprocess.run([SYSTEM_PYTHON, "-V"], capture_output=True, check=True).stdout
        for name in ("run", "calendar"):
            text = (self.folder / "requirements" / f"{name}.txt").read_bytes()
            stamp = self.stamp.with_name(f".complete-{name}")
            stamp.write_text(hashlib.sha256(version + text).hexdigest() + "\n")

    @property
    def stamp(self) -> Path:
        return self.folder / ".venv" / ".complete-run"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    folder = tmp_path / "a folder"
    shutil.copytree(ROOT / "setup", folder / "setup")
    shutil.copy2(ROOT / "kiosk", folder / "kiosk")
    for name in ("requirements", "terminal", "tools", "tmp"):
        (folder / name).mkdir()
    for name in ("run", "calendar"):
        (folder / "requirements" / f"{name}.txt").write_text("# nothing\n")
    (folder / "terminal" / "__main__.py").write_text(STAND_IN)
    environment = {
        "PATH": f"{folder / 'tools'}:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": str(tmp_path),
        "TMPDIR": str(folder / "tmp"),
        "XDG_RUNTIME_DIR": str(folder / "tmp"),
        "PIP_NO_INDEX": "1",
        "PIP_CONFIG_FILE": os.devnull,
    }
    made = Copy(folder, environment)
    made.tool("dpkg-query", ALL_INSTALLED)
    made.tool("apt-get", f'echo "$@" >> "{folder}/apt.log"; exit 1')
    made.tool("sudo", 'while [ "${1:0:1}" = - ]; do shift; done; exec "$@"')
    return made


@pytest.mark.parametrize("arguments", [(), ("--help",), ("run", "--help")])
def test_help_needs_no_set_up(copy: Copy, arguments: tuple[str, ...]) -> None:
    code, out, err = copy.run(*arguments)
    assert (code, err) == (0, "")
    assert out.startswith("Usage: ./kiosk COMMAND")


@pytest.mark.parametrize("arguments", [("dance",), ("test", "--most")])
def test_what_it_does_not_know_is_refused_before_anything_is_installed(copy: Copy, arguments: tuple[str, ...]) -> None:
    copy.tool("dpkg-query", "exit 1")
    code, out, err = copy.run(*arguments)
    assert (code, out) == (2, "")
    assert err
    assert not (copy.folder / "apt.log").exists()


def test_a_complete_set_up_is_silent_and_passes_the_arguments_on(copy: Copy) -> None:
    copy.set_up()
    assert copy.run("status", "--json") == (0, "['status', '--json'] None\n", "")


def test_only_missing_packages_are_installed(copy: Copy) -> None:
    copy.tool("dpkg-query", ALL_INSTALLED.replace("echo", '[ "$1" = libgbm1 ] || echo'))
    code, _, err = copy.run("run")
    assert code == 1
    assert "1 missing" in err
    installed = [line for line in (copy.folder / "apt.log").read_text().splitlines() if "install" in line]
    assert all(line.endswith(" libgbm1") for line in installed)


def test_a_failed_set_up_leaves_no_stamp_and_the_next_try_goes_on(copy: Copy) -> None:
    requirements = copy.folder / "requirements" / "run.txt"
    requirements.write_text(f"not-there==1.0 --hash=sha256:{'0' * 64}\n")
    code, out, err = copy.run("status")
    assert (code, out) == (1, "")
    assert "type the same command again" in err
    assert not copy.stamp.exists()
    requirements.write_text("# nothing\n")
    code, out, err = copy.run("status")
    assert (code, out) == (0, "['status'] None\n")
    assert "the last set-up was cut off" in err
    assert copy.run("status") == (0, "['status'] None\n", "")


def test_an_environment_that_was_cut_off_is_made_anew_even_if_it_has_a_stamp(copy: Copy) -> None:
    copy.set_up()
    for name in (".unfinished", "half-written"):
        (copy.folder / ".venv" / name).touch()
    code, out, _ = copy.run("status")
    assert (code, out) == (0, "['status'] None\n")
    assert not (copy.folder / ".venv" / "half-written").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "TERM"])
def test_without_a_display_it_makes_one_and_a_signal_ends_all_it_started(copy: Copy, number: signal.Signals) -> None:
    copy.set_up()
    with copy.start("run", "--size", "320x480") as process:
        assert process.stdout
        shown = process.stdout.readline()
        started = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        # As a terminal does: to the whole group.
        os.killpg(process.pid, number)
        _, err = process.communicate(timeout=30)
    assert shown.startswith("['run', '--size', '320x480', '--simulate'] :")
    assert "./kiosk dock tree" in err
    assert process.returncode == 7
    assert {child.name() for child in started if child.is_running()} == set()
    assert list((copy.folder / "tmp").iterdir()) == []


def test_nothing_goes_on_when_the_script_itself_is_killed(copy: Copy) -> None:
    copy.set_up()
    with copy.start("run", "--size", "320x480") as process:
        assert process.stdout
        process.stdout.readline()
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    assert len(children) == 2
    assert psutil.wait_procs(children, timeout=10)[1] == []


@pytest.mark.parametrize("size", ["big", "1080", "0x0", "1080x1920x24"])
def test_a_size_that_is_none_is_refused(copy: Copy, size: str) -> None:
    copy.set_up()
    code, _, err = copy.run("run", "--size", size)
    assert code == 2
    assert "--size 1080x1920" in err


@pytest.mark.skipif(os.geteuid() != 0, reason="not-root: only root can be refused as root")
def test_root_does_not_draw_on_a_desktop(copy: Copy) -> None:
    copy.set_up()
    copy.environment["DISPLAY"] = ":65000"
    with copy.start("run") as process:
        assert process.stdout
        shown = process.stdout.readline()
        process.terminate()
        _, err = process.communicate(timeout=30)
    assert ":65000" not in shown
    assert "as root" in err
