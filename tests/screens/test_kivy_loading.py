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
