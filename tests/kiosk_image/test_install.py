"""The installer lays out a kiosk that stands on its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory in the place of a machine's root."""
    target = tmp_path_factory.mktemp("machine")
    subprocess.run([ROOT / "kiosk-image" / "install.sh", target], check=True, capture_output=True)
    return target


def test_the_service_starts_what_was_installed(machine: Path) -> None:
    unit = (machine / "etc/systemd/system/buerger-terminal.service").read_text()
    start = re.search(r"ExecStart=\S*xinit (\S+) run --config (\S+) ", unit)
    assert start is not None
    assert (machine / start[1].lstrip("/")).is_file()
    assert (machine / start[2].lstrip("/") / "town.toml").is_file()


def test_the_installed_kiosk_finds_its_configuration_good(machine: Path) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "terminal", "check-config", machine / "etc/buerger-terminal"],
        cwd=machine / "opt/buerger-terminal",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout.strip()) == (0, "ok")


def test_installing_again_keeps_the_towns_configuration(machine: Path) -> None:
    town = machine / "etc/buerger-terminal/town.toml"
    town.write_text("# ours\n")
    subprocess.run([ROOT / "kiosk-image" / "install.sh", machine], check=True, capture_output=True)
    assert town.read_text() == "# ours\n"


def test_the_x_server_lets_nobody_out() -> None:
    settings = (ROOT / "kiosk-image/xorg/10-buerger-terminal.conf").read_text()
    for option in ("DontVTSwitch", "DontZap"):
        assert f'Option "{option}" "true"' in settings
