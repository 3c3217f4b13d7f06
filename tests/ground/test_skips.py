import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUTCOMES = {
    "unlisted": "def test_a(): pytest.skip('on a whim')",
    "unlisted module": "pytest.skip('on a whim', allow_module_level=True)",
    "mark": "@pytest.mark.skip(reason='on a whim')\ndef test_a(): pass",
    "listed": "def test_a(): pytest.skip('no-dpkg: this is not Debian')",
    "expected failure": "@pytest.mark.xfail(reason='known')\ndef test_a(): assert False",
}


def run(tmp_path: Path, body: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "test_it.py").write_text(f"import pytest\n\n{body}\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.plugins.skips",
        "-p",
        "no:cacheprovider",
        "-q",
        "test_it.py",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""}
    return subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("case", ["unlisted", "unlisted module", "mark"])
def test_a_skip_that_is_not_listed_makes_the_run_red(tmp_path: Path, case: str) -> None:
    result = run(tmp_path, OUTCOMES[case])
    assert result.returncode != 0
    assert "does not list: on a whim" in result.stdout


@pytest.mark.parametrize("case", ["listed", "expected failure"])
def test_a_listed_skip_and_an_expected_failure_stay_what_they_are(tmp_path: Path, case: str) -> None:
    assert run(tmp_path, OUTCOMES[case]).returncode == 0
