"""The channel: lines, messages, and the visit's end of it."""

import socket
from queue import Queue
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.channel import VisitEnd
from terminal.lines import LineBuffer, MalformedError, from_line, to_line
from terminal.messages import (
    Alerted,
    Beat,
    Clock,
    Configure,
    DockReply,
    DockRequest,
    Finished,
    Happened,
    Order,
    Release,
    Report,
    Show,
    Shown,
    Spent,
    Stop,
    Warm,
    decode_order,
    decode_report,
    encode,
)

DEADLINE_S = 10.0

ORDERS: list[Order] = [
    Configure({"town": {"name": "Brandis · ß"}}, True, (1080, 1920), 60),
    Configure({}, False, None, 0),
    Show("out-of-order", "02", 0, True),
    Show("start", "", 0, False, {"booking": [0, 59], "wrong-code": [3599]}),
    Alerted(),
    Release(),
    Stop(),
    Clock(-60),
    DockRequest(7, {"ask": "tree"}),
]
REPORTS: list[Report] = [
    Warm(),
    Shown(),
    Beat("warning"),
    Finished(),
    Spent("wrong-code"),
    Happened("visit-began", {"case": "0123456789abcdef"}),
    DockReply(7, {"ok": True, "tree": {"name": "Zurück\n"}}),
]


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_arrives_as_it_was_sent(order: Order) -> None:
    line = encode(order)
    assert line.count(b"\n") == 1
    assert decode_order(line.rstrip()) == order


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_arrives_as_it_was_sent(report: Report) -> None:
    assert decode_report(encode(report).rstrip()) == report


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"1",
        b"[]",
        b"{}",
        b"\xff",
        b'{"is":1}',
        b'{"is":[]}',
        b'{"is":"unknown"}',
        b'{"do":"warm"}',
        b'{"is":"warm","name":"Erika"}',
        b'{"is":"beat"}',
        b'{"is":"spent","what":"Erika"}',
        b'{"is":"beat","state":"Erika"}',
        b'{"is":"beat","state":[]}',
        b'{"is":"dock","id":true,"reply":{}}',
        b'{"is":"dock","id":1,"reply":[]}',
        b'{"is":"event"}',
        b'{"is":"event","event":[]}',
        b"[" * 4000,
        b'{"is":"dock","id":1,"reply":{"a":NaN}}',
        b'{"is":"dock","id":1,"reply":{"a":-1e999}}',
        b'{"is":"dock","id":1,"reply":{"a":"\\ud800"}}',
        b'{"is":"dock","id":1,"reply":{"\\ud800":1}}',
        b'{"is":"dock","id":1,"reply":{"a":"\xed\xa0\x80"}}',
        b'{"is":"dock","id":1,"reply":{"a":%s1%s}}' % (b"[" * 100, b"]" * 100),
    ],
)
def test_anything_else_is_refused_without_repeating_it(line: bytes) -> None:
    with pytest.raises(MalformedError) as refusal:
        decode_report(line)
    assert "Erika" not in str(refusal.value)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_do_harm(line: bytes) -> None:
    try:
        decode_report(line)
    except MalformedError:
        return


@given(st.lists(st.binary(max_size=12).filter(lambda line: b"\n" not in line)), st.integers(1, 20))
def test_lines_are_the_same_however_they_are_cut(lines: list[bytes], size: int) -> None:
    stream = b"".join(line + b"\n" for line in lines)
    buffer = LineBuffer(8)
    got = [line for start in range(0, len(stream), size) for line in buffer.feed(stream[start : start + size])]
    assert got == [line for line in lines if len(line) <= 8]
    assert buffer.dropped == sum(len(line) > 8 for line in lines)


def test_a_line_without_end_is_not_kept() -> None:
    buffer = LineBuffer(1000)
    for _ in range(1000):
        assert list(buffer.feed(b"x" * 1000)) == []
    assert len(buffer._rest) <= 1000
    assert list(buffer.feed(b"\n{}\n")) == [b"{}"]


class QueueLoop:
    """Posts into a queue that the test empties."""

    def __init__(self) -> None:
        self.queue: Queue[Any] = Queue()

    def now(self) -> float:
        raise NotImplementedError

    def call_later(self, delay_s: float, fn: Any) -> Any:
        raise NotImplementedError

    def post(self, fn: Any) -> None:
        self.queue.put(fn)


@pytest.fixture
def ours() -> Any:
    ours, theirs = socket.socketpair()
    end = VisitEnd(theirs.detach())
    yield ours, end
    ours.close()


def test_orders_reach_the_loop_and_malformed_ones_do_not(ours: tuple[socket.socket, VisitEnd]) -> None:
    loop, heard, gone = QueueLoop(), [], Queue()
    supervisor, end = ours
    supervisor.sendall(b'garbage\n{"do":"dance"}\n' + encode(Release()) + encode(Stop()))
    end.listen(loop, heard.append, lambda: gone.put(True))
    for _ in range(2):
        loop.queue.get(timeout=DEADLINE_S)()
    assert heard == [Release(), Stop()]
    supervisor.close()
    assert gone.get(timeout=DEADLINE_S)


def test_a_gone_supervisor_is_noticed_without_the_loop(ours: tuple[socket.socket, VisitEnd]) -> None:
    gone: Queue[bool] = Queue()
    supervisor, end = ours
    end.listen(QueueLoop(), lambda order: None, lambda: gone.put(True))
    supervisor.close()
    assert gone.get(timeout=DEADLINE_S)
    end.send(Warm())


def test_a_report_reaches_the_supervisor(ours: tuple[socket.socket, VisitEnd]) -> None:
    supervisor, end = ours
    supervisor.settimeout(DEADLINE_S)
    end.send(Beat("idle"))
    assert decode_report(supervisor.recv(1000).rstrip()) == Beat("idle")


def test_a_line_is_compact_utf_8() -> None:
    assert to_line({"a": "ß"}) == '{"a":"ß"}\n'.encode()
    assert from_line('{"a":"ß"}'.encode()) == {"a": "ß"}
