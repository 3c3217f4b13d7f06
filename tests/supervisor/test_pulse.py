"""A server that lives and says nothing is ended, and so comes back; one that says anything is left alone."""

import os
import signal
import socket
import sys
from pathlib import Path

import pytest

from terminal.central.appointments.embedded import free_port
from terminal.events import EventId
from terminal.supervisor import pulse
from terminal.supervisor.services import Service, ServicePlan
from tests.supervisor.test_services import Watch, end

ROOT = Path(__file__).parents[2]

POLITE = "import http.server, sys; http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), http.server.BaseHTTPRequestHandler).serve_forever()"
SHORT = "import socket, sys\nwith socket.create_server(('127.0.0.1', int(sys.argv[1]))) as door:\n    while True:\n        door.accept()[0].close()"
MUTE = "import socket, sys, time\nwith socket.create_server(('127.0.0.1', int(sys.argv[1]))) as door:\n    kept = [door.accept() for _ in range(9)]"
ABSENT = "import time; time.sleep(1000)"


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    monkeypatch.setattr(pulse, "_EVERY_S", 0.05)
    monkeypatch.setattr(pulse, "_SILENT_S", 0.5)
    return Watch()


def server(watch: Watch, program: str) -> Service:
    port = free_port()
    plan = ServicePlan("calendar", (sys.executable, "-c", program, str(port)), ROOT, address=("127.0.0.1", port))
    service = Service(watch.loop, plan, watch.events.append, ())
    service.start()
    return service


def listens(service: Service) -> bool:
    address = service._plan.address
    assert address
    with socket.socket() as asking:
        return asking.connect_ex(address) == 0


def test_a_server_that_was_stopped_is_started_anew(watch: Watch) -> None:
    service = server(watch, POLITE)
    watch.until(lambda: listens(service))
    stopped = service.pid
    assert stopped
    os.kill(stopped, signal.SIGSTOP)
    watch.until(lambda: service.pid not in (None, stopped))
    assert [event.id for event in watch.events] == [EventId.SERVICE_LOST]
    end(watch, service)


def test_a_server_that_accepts_and_never_answers_is_started_anew(watch: Watch) -> None:
    service = server(watch, MUTE)
    mute = service.pid
    watch.until(lambda: service.pid not in (None, mute))
    end(watch, service)


@pytest.mark.parametrize("program", [POLITE, SHORT, ABSENT], ids=["answers", "hangs up", "is not listening yet"])
def test_whoever_answers_in_any_way_is_left_alone(watch: Watch, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    heard: list[None] = []
    hear = pulse.Pulse._hear
    monkeypatch.setattr(pulse.Pulse, "_hear", lambda self: (heard.append(None), hear(self)))
    service = server(watch, program)
    first = service.pid
    watch.until(lambda: len(heard) >= 5)
    assert service.pid == first
    end(watch, service)


def test_a_machine_that_was_asleep_does_not_count(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "_FROZEN_S", -1.0)  # as if every timer rang too late
    service = server(watch, MUTE)
    first = service.pid
    waits: list[None] = []
    wait = pulse.Pulse._wait
    monkeypatch.setattr(pulse.Pulse, "_wait", lambda self: (waits.append(None), wait(self)))
    watch.until(lambda: len(waits) >= 3)
    assert service.pid == first
    end(watch, service)


def test_a_server_that_has_ended_for_good_is_asked_nothing(watch: Watch) -> None:
    files = len(os.listdir("/proc/self/fd"))
    service = server(watch, MUTE)
    end(watch, service)
    assert len(os.listdir("/proc/self/fd")) == files
