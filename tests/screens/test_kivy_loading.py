"""In processes of their own: Kivy is imported only once."""

import os
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


def test_kivys_clock_does_without_what_it_hardly_uses_and_leaves_the_real_ones_to_others() -> None:
    script = (
        "import sys; from screens import environment; environment.load_kivy();"
        "print([name in sys.modules for name in ('asyncio', 'ctypes.util', 'kivy.clock')]);"
        "import asyncio; print(asyncio.run(asyncio.wait_for(asyncio.sleep(0, 'there'), 1)));"
        "from ctypes.util import find_library; print(find_library('c'));"
        "from kivy.clock import Clock; print(Clock.time() > 0)"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "[False, False, True]\nthere\nlibc.so.6\nTrue\n"


def test_a_window_brings_neither_widgets_nor_input_from_elsewhere() -> None:
    script = (
        "import sys; from screens import environment; environment.prepare(size=(64, 64), hidden=True, title='test');"
        "from screens.window import KioskWindow; window = KioskWindow();"
        "window.kivy.dispatch('on_touch_up', type('Touch', (), {'is_touch': True, 'pos': (0, 0)})());"
        "print([name for name, module in sys.modules.items() if name.startswith(('kivy.uix.', 'kivy.input.providers.'))"
        " and getattr(module, '__file__', None)])"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.stdout == "['kivy.input.providers.mouse']\n", said.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "disabled:"),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/bus"}, "unix:path=/bus"),
        ({"XDG_RUNTIME_DIR": "."}, "None"),
    ],
    ids=["no bus", "its address is known", "its place is known"],
)
def test_a_bus_of_the_desktop_is_used_and_none_is_started(given: dict[str, str], said: str, tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    script = "import os; from screens import environment; environment.tame_kivy(); print(os.environ.get('DBUS_SESSION_BUS_ADDRESS'))"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **given}
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout == f"{said}\n"
