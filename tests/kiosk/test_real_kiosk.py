"""A kiosk that is not simulated has no door through which it could be driven, and says what it is to whoever starts it."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.loader import Loaded, load
from tests.kiosk.display import TIED
from tests.kiosk.machine import ROOT, Machine, is_out_of_order
from tests.kiosk.patience import DEADLINE_S

ORDERS = [{"ask": ask} for ask in ("tree", "press", "type", "key", "focus", "screenshot", "end", "hang")]


def test_it_has_no_dock(own: Machine) -> None:
    own.start(simulate=False).settled()
    assert sorted(file.name for file in own.places["run"].iterdir()) == ["calendar", "control.sock", "kiosk.lock"]
    said = own.command("dock", "tree")
    assert (said.returncode, said.stderr) == (3, "this kiosk has no dock: it was not started with --simulate\n")


def test_the_lock_is_the_supervisors_alone(own: Machine) -> None:
    front = own.start(simulate=False).settled()["front"]["pid"]
    held = [os.readlink(file) for file in Path(f"/proc/{front}/fd").iterdir()]
    assert not [name for name in held if "kiosk.lock" in name]


@pytest.fixture
def visit(own: Machine) -> Iterator[socket.socket]:
    """The supervisor's end of the channel to a real visit that is not simulated."""
    ours, theirs = socket.socketpair()
    command = [*TIED, sys.executable, "-m", "terminal", "_visit", "--channel", str(theirs.fileno())]
    with theirs, open(own.places["logs"] / "visit", "wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=own.environment(), pass_fds=[theirs.fileno()], stdout=log, stderr=log
        )
    ours.settimeout(DEADLINE_S)
    yield ours
    ours.close()
    process.kill()
    process.wait(DEADLINE_S)


def test_its_visit_refuses_what_only_a_dock_would_ask(own: Machine, visit: socket.socket) -> None:
    loaded = load(own.town)
    assert isinstance(loaded, Loaded)
    snapshot = loaded.configuration.model_dump(mode="json")
    orders = [{"do": "configure", "snapshot": snapshot, "simulate": False, "size": None, "clock_offset_s": 0}]
    orders += [{"do": "dock", "id": number, "request": order} for number, order in enumerate(ORDERS)]
    visit.sendall(b"".join(json.dumps(order).encode() + b"\n" for order in orders))
    replies = []
    with visit.makefile() as said:
        while len(replies) < len(ORDERS):
            report = json.loads(said.readline())
            if report["is"] == "dock":
                replies.append(report["reply"])
    assert replies == [{"ok": False, "error": "not-simulated"}] * len(ORDERS)


def test_a_second_kiosk_says_that_one_is_running(own: Machine) -> None:
    own.start().settled()
    said = own.command("run")
    assert said.returncode == 1
    assert said.stderr.startswith("kiosk: a kiosk is already running in ")
    assert own.settled()


def test_without_a_display_it_is_out_of_order_and_says_why(own: Machine) -> None:
    own.start(DISPLAY=":987654").until(is_out_of_order, within_s=40)
    said = own.command("status")
    assert said.returncode == 1
    assert "code 03" in said.stdout and "no display can be opened" in said.stdout
    assert "kiosk: out of order, code 03; ./kiosk status says why\n" in (own.places["logs"] / "err").read_text()
    assert own.stop() == 0


def test_a_broken_configuration_is_shown_explained_and_healed_by_a_reload(own: Machine) -> None:
    own.configure("[visit]\nidle_s = -1\n")
    own.start()
    assert "01" in own.expect(lambda screen: screen.state == "out-of-order").text
    said = own.command("status")
    assert said.returncode == 1
    assert "visit.idle_s" in said.stdout
    assert own.command("reload").returncode == 1
    own.configure("")
    assert own.command("reload").returncode == 0
    assert own.tap_on_start(within_s=DEADLINE_S).state == "active"
    assert own.status()
    assert os.path.exists(own.places["run"] / "dock.sock")
