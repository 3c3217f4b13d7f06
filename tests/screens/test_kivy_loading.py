"""In processes of their own: Kivy is imported only once."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "load", ["environment.load_kivy()", "environment.prepare(size=(64, 64), hidden=True, title='test')"]
)
def test_kivy_reads_no_rules_of_widgets_and_keeps_its_own_data(load):
    program = f"""
from screens import environment
{load}
import kivy
from kivy.lang import Builder
assert Builder.rules == [], len(Builder.rules)
assert kivy.kivy_data_dir.startswith(kivy.__path__[0]), kivy.kivy_data_dir
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)


def test_kivy_does_without_asyncio_and_leaves_the_real_one_to_others() -> None:
    script = (
        "import sys; from screens import environment; environment.load_kivy();"
        "print('asyncio' in sys.modules, 'kivy.clock' in sys.modules);"
        "import asyncio; print(asyncio.run(asyncio.wait_for(asyncio.sleep(0, 'there'), 1)))"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "False True\nthere\n"
