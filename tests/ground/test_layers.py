"""The layers that pyproject.toml describes are those that there are, and break when code breaks them."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
PACKAGES = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}


def test_every_package_is_type_checked() -> None:
    assert set(TOOLS["mypy"]["packages"]) == PACKAGES


def test_every_package_has_a_layer() -> None:
    assert set(TOOLS["importlinter"]["root_packages"]) == PACKAGES


def test_every_journey_is_held_apart_from_the_others() -> None:
    journeys = {path.parent.name for path in (ROOT / "terminal" / "journeys").glob("*/journey.py")}
    (apart,) = (
        each for each in TOOLS["importlinter"]["contracts"] if each["name"] == "Journeys do not know each other"
    )
    assert set(apart["modules"]) == {f"terminal.journeys.{name}" for name in journeys}


def test_a_core_that_imports_screens_breaks_a_contract(tmp_path: Path) -> None:
    named = {module for each in TOOLS["importlinter"]["contracts"] for module in each.get("modules", [])}
    for name in {
        "terminal/assembly",
        "terminal/central",
        "terminal/journeys",
        *PACKAGES,
        *(word.replace(".", "/") for word in named),
    }:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "__init__.py").touch()
    for outermost in ("__main__.py", "command_line.py"):
        (tmp_path / "terminal" / outermost).touch()
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    command = [sys.executable, "-P", "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]

    def lint() -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)

    kept = lint()
    (tmp_path / "terminal" / "visit.py").write_text("import screens\n")
    broken = lint()
    assert kept.returncode == 0, kept.stdout
    assert broken.returncode == 1
    assert "Only the assembly knows screens" in broken.stdout
