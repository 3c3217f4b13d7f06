"""The control and dock sockets, and the command line in front of them."""

import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.desk.call import ask
from terminal.supervisor import sockets
from terminal.supervisor.loop import SelectorLoop
from tests.supervisor.running import DEADLINE_S, Running, is_settled


def connect(path: Path) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX)
    sock.settimeout(DEADLINE_S)
    sock.connect(str(path))
    return sock


def test_without_simulation_there_is_no_dock(running: Running) -> None:
    running.start(simulate=False).settled()
    assert sorted(path.name for path in running.runtime.iterdir()) == ["control.sock"]
    refused = running.command("dock", "tree")
    assert refused.returncode == 3
    assert "not started with --simulate" in refused.stderr
    assert ask(running.runtime / "control.sock", {"ask": "kill", "which": "front"})["ok"] is False


def test_only_the_owner_can_open_the_doors(running: Running) -> None:
    running.start().settled()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in running.runtime.iterdir()}
    assert modes == {"control.sock": 0o600, "dock.sock": 0o600}
    assert stat.S_IMODE(running.runtime.stat().st_mode) == 0o700


@pytest.mark.parametrize("uid", [65534])
def test_another_user_is_hung_up_on(running: Running, uid: int) -> None:
    if os.getuid() != 0:
        uid = os.getuid() + 1  # only root can try: everybody else learns whom the kernel names
        with socket.socketpair()[0] as one:
            assert sockets.peer_uid(one) == os.getuid() != uid
        return
    running.runtime = Path(tempfile.mkdtemp())
    running.start().settled()
    running.runtime.chmod(0o711)
    (running.runtime / "control.sock").chmod(0o666)
    script = (
        "import os, socket, sys; os.setuid(int(sys.argv[2])); s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]);"
        's.sendall(b\'{"ask":"status"}\\n\'); sys.exit(len(s.recv(100)))'
    )
    door = str(running.runtime / "control.sock")
    said = subprocess.run(
        [sys.executable, "-c", script, door, str(uid)], capture_output=True, timeout=DEADLINE_S, check=False
    )
    assert said.returncode == 0 or b"ConnectionResetError" in said.stderr or b"BrokenPipe" in said.stderr


def test_silent_clients_do_not_keep_others_waiting(running: Running) -> None:
    running.start().settled()
    silent = [connect(running.runtime / "control.sock") for _ in range(10)]
    assert running.status()["front"]
    for sock in silent:
        sock.close()


def test_a_client_that_says_nothing_is_hung_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "PATIENCE_S", 0.01)
    loop = SelectorLoop()
    door = sockets.Door(loop, tmp_path / "door", lambda request, answer: None)
    with connect(tmp_path / "door") as silent:
        loop.on_readable(silent.fileno(), loop.stop)
        loop.run()
        assert silent.recv(1) == b""
        loop.on_readable(silent.fileno(), None)
    door.close()


def test_a_client_that_does_not_take_its_answer_is_hung_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "PATIENCE_S", 0.01)
    loop, served = SelectorLoop(), []

    def serve(request: object, answer: Callable[[sockets.Reply], None]) -> None:
        served.append(request)
        answer({"long": "x" * 3_000_000})

    door = sockets.Door(loop, tmp_path / "door", serve)
    with connect(tmp_path / "door") as deaf:
        deaf.sendall(b"{}\n")
        loop.call_later(DEADLINE_S, loop.stop)

        def look() -> None:
            if served and not door.clients:
                loop.stop()
            else:
                loop.call_later(0.005, look)

        loop.call_later(0.005, look)
        loop.run()
        assert (len(served), door.clients) == (1, 0)
    door.close()


def test_more_clients_than_allowed_are_hung_up_on_and_harm_nobody(running: Running) -> None:
    running.start().settled()
    crowd = [connect(running.runtime / "control.sock") for _ in range(sockets.CLIENTS)]
    with connect(running.runtime / "control.sock") as late:
        late.settimeout(sockets.PATIENCE_S / 2)
        assert late.recv(1) == b""
    for sock in crowd:
        sock.close()
    assert running.settled()


def test_a_request_that_is_too_long_is_refused(running: Running) -> None:
    running.start().settled()
    with connect(running.runtime / "control.sock") as sock:
        sock.sendall(b"x" * (sockets.REQUEST_BYTES + 1))
        assert json.loads(sock.recv(1000)) == {"ok": False, "error": "too-long"}


@pytest.mark.parametrize(
    "line",
    [b"garbage\n", b"[]\n", b"\xff\n", b"[" * 60_000 + b"\n", b'{"ask":"type","text":"\\ud800"}\n'],
)
def test_a_malformed_request_is_refused(running: Running, line: bytes) -> None:
    running.start().settled()
    with connect(running.runtime / "control.sock") as sock:
        sock.sendall(line)
        assert json.loads(sock.recv(1000)) == {"ok": False, "error": "malformed"}


@pytest.mark.parametrize("request_", [{"ask": "stop"}, {"ask": ["status"]}, {}, {"ask": "status", "more": 1}])
def test_an_unknown_request_is_refused(running: Running, request_: dict[str, object]) -> None:
    running.start().settled()
    assert ask(running.runtime / "control.sock", request_) == {"ok": False, "error": "unknown-request"}


def test_the_dock_passes_requests_on_to_the_front(running: Running) -> None:
    front = running.start().settled()["front"]["pid"]
    assert running.dock(ask="key", name="tab") == {"ok": True, "asked": {"ask": "key", "name": "tab"}, "pid": front}


@pytest.mark.parametrize(
    "request_",
    [
        {"ask": "kill"},
        {"ask": "kill", "which": "init"},
        {"ask": "kill", "which": []},
        {"ask": "clock"},
        {"ask": "clock", "minutes": -1},
        {"ask": "clock", "minutes": True},
        {"ask": []},
        {},
    ],
)
def test_the_dock_refuses_what_it_does_not_know(running: Running, request_: dict[str, object]) -> None:
    running.start().settled()
    assert running.dock(**request_) == {"ok": False, "error": "unknown-request"}
    assert running.settled()


def test_a_front_that_dies_while_asked_is_reported(running: Running) -> None:
    running.start("mute").settled()
    with connect(running.runtime / "dock.sock") as sock:
        sock.sendall(b'{"ask":"tree"}\n')
        running.dock(ask="kill", which="front")
        assert json.loads(sock.recv(1000)) == {"ok": False, "error": "front-lost"}


def test_the_dock_kills_from_the_command_line(running: Running) -> None:
    before = running.start().settled()
    done = running.command("dock", "kill", "front", "--json")
    assert json.loads(done.stdout) == {"ok": True, "pid": before["front"]["pid"]}
    assert done.returncode == 0
    running.until(lambda now: is_settled(now) and now["front"]["pid"] == before["spare"]["pid"])


def test_the_dock_moves_the_clock(running: Running) -> None:
    running.start().settled()
    assert running.command("dock", "clock", "+90").stdout == "offset_s: 5400\n"
    assert running.dock(ask="clock", minutes=30)["offset_s"] == 7200
    assert running.status()["clock_offset_s"] == 7200


def test_a_screenshots_path_is_absolute_for_the_front(running: Running) -> None:
    running.start().settled()
    done = running.command("dock", "screenshot", "picture.png", "--json")
    assert Path(json.loads(done.stdout)["asked"]["file"]).is_absolute()


def test_the_printer_and_its_slips_are_asked_of_the_front_with_an_absolute_path(running: Running) -> None:
    running.start().settled()
    condition = json.loads(running.command("dock", "printer", "paper-out", "--json").stdout)
    slips = json.loads(running.command("dock", "receipts", "slips", "--json").stdout)
    assert condition["asked"]["condition"] == "paper-out"
    assert Path(slips["asked"]["directory"]).is_absolute()


def test_status_is_0_when_all_is_well_and_readable(running: Running) -> None:
    running.start().settled()
    done = running.command("status")
    assert done.returncode == 0
    assert "front: idle since" in done.stdout
    assert "spare: warm since" in done.stdout


def test_status_is_1_when_something_is_not_well_and_says_what(running: Running) -> None:
    running.write(problems=["town.toml: town.accent: too pale"], source="last-good")
    running.start().settled()
    done = running.command("status")
    assert done.returncode == 1
    assert "town.toml: town.accent: too pale" in done.stdout
    assert "LAST GOOD" in done.stdout


def test_status_without_a_kiosk_says_so(running: Running) -> None:
    done = running.command("status")
    assert (done.returncode, done.stderr) == (3, "no kiosk is running\n")
    assert not running.runtime.exists()


def test_status_as_json_has_the_documented_keys(running: Running) -> None:
    running.start().settled()
    status = json.loads(running.command("status", "--json").stdout)
    assert list(status) == [
        "version",
        "pid",
        "since",
        "simulated",
        "order",
        "front",
        "spare",
        "closing",
        "configuration",
        "parts",
        "counts",
        "clock_offset_s",
    ]
    assert [part["part"] for part in status["parts"]] == ["display", "front", "spare", "configuration", "disk"]


def test_reload_takes_effect_from_the_next_visit_on(running: Running) -> None:
    running.start().settled()
    running.dock(ask="press", name="state:active")
    running.until(lambda now: now["front"]["state"] == "active")
    running.write("b")
    done = running.command("reload")
    assert (done.returncode, done.stdout) == (0, "in force from the next visit\n")
    status = running.settled()
    assert (status["front"]["configuration"], status["spare"]["configuration"]) == ("a" * 16, "b" * 16)


def test_reload_lists_all_problems_and_changes_nothing(running: Running) -> None:
    before = running.start().settled()
    running.write("b", problems=["one", "two"])
    done = running.command("reload")
    assert (done.returncode, done.stdout) == (1, "one\ntwo\n")
    assert running.settled()["front"] == before["front"]


def test_reload_without_a_kiosk_says_so(running: Running) -> None:
    assert running.command("reload").returncode == 3
