import gc
import subprocess
import sys
from pathlib import Path

import pytest

from terminal import litter

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _searching_afterwards():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_searched_while_a_process_starts():
    litter.put_off()
    assert not gc.isenabled()


def test_a_settled_process_searches_again_but_only_among_what_is_new():
    litter.put_off()
    before = gc.get_freeze_count()
    litter.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before


LEFT_OVER = """
from pathlib import Path
from terminal.litter import give_back

def held_mib():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 2**20

pieces = [bytes(2000) for _ in range(30_000)]
pieces = pieces[-1:]  # the last one keeps all below it from being given back by itself
before = held_mib()
give_back()
print(before - held_mib())
"""


def test_what_a_start_has_left_over_goes_back_to_the_system() -> None:
    said = subprocess.run([sys.executable, "-c", LEFT_OVER], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(said.stdout) > 40
