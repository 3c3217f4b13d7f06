"""Alerts: told until acknowledged, one failure recorded, the token in the header only."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from terminal.http import NoAnswerError, post_json
from tests.supervisor.running import DEADLINE_S, Running


class Technicians(ThreadingHTTPServer):
    """Answers with `statuses` in turn, then with the last of them for ever; `heard` holds what was posted."""

    def __init__(self, *statuses: int, body: bytes = b"{}") -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.statuses = list(statuses)
        self.body = body
        self.heard: Queue[tuple[str, str | None, dict[str, Any]]] = Queue()
        Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/kiosk"


class _Desk(BaseHTTPRequestHandler):
    server: Technicians

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.put((self.path, self.headers["Authorization"], body))
        statuses = self.server.statuses
        status = statuses.pop(0) if len(statuses) > 1 else statuses[0]
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def technicians() -> Iterator[Technicians]:
    server = Technicians(200)
    yield server
    server.shutdown()
    server.server_close()


def alerting(running: Running, server: Technicians) -> Running:
    token = running.directory / "token"
    token.write_text("s3cret")
    settings = {"alert_url": server.url, "alert_token_file": str(token), "out_of_order_retry_s": 0.2}
    running.write(source="shipped", problems=["broken"], settings=settings)
    return running


def test_out_of_order_is_told_with_its_code_and_the_screen_may_say_so(
    running: Running, technicians: Technicians
) -> None:
    alerting(running, technicians).start()
    path, token, news = technicians.heard.get(timeout=DEADLINE_S)
    assert (path, token) == ("/kiosk", "Bearer s3cret")
    assert (news["state"], news["code"]) == ("out-of-order", "01")
    assert set(news) == {"kiosk", "state", "code", "at"}
    running.until(lambda now: now["order"]["alert_acknowledged"])
    running.until(lambda now: now["front"])
    assert running.dock(ask="press", name="alerted?")["alerted"] is True


def test_an_alert_that_is_refused_is_repeated_and_its_failure_recorded_once(
    running: Running, technicians: Technicians
) -> None:
    technicians.statuses = [500, 302, 404, 200]
    alerting(running, technicians).start()
    running.until(lambda now: now["order"].get("alert_acknowledged"))
    assert technicians.heard.qsize() == 4
    assert [event["event"] for event in running.events()].count("alert-failed") == 1


def test_nobody_to_tell_is_never_called_acknowledged(running: Running) -> None:
    running.write(source="shipped", problems=["broken"])
    status = running.start().until(lambda now: now["front"])
    assert status["order"]["alert_acknowledged"] is False
    assert running.dock(ask="press", name="alerted?")["alerted"] is False


def test_redirects_are_not_followed(technicians: Technicians) -> None:
    technicians.statuses = [307]
    assert post_json(technicians.url, {}, token="t", deadline_s=5, limit_bytes=100).status == 307
    assert technicians.heard.qsize() == 1


def test_a_long_answer_is_not_read(technicians: Technicians) -> None:
    technicians.body = b"x" * 1_000_000
    with pytest.raises(NoAnswerError):
        post_json(technicians.url, {}, token=None, deadline_s=5, limit_bytes=1000)


def test_a_failure_names_neither_address_nor_token() -> None:
    with pytest.raises(NoAnswerError) as refusal:
        post_json("http://127.0.0.1:9/secret-path", {}, token="s3cret", deadline_s=1, limit_bytes=100)
    assert "secret" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_only_one_file_imports_requests() -> None:
    core = Path(__file__).parents[2] / "terminal"
    found = [path.name for path in core.rglob("*.py") if "import requests" in path.read_text()]
    assert found == ["http.py"]
