"""A visit process is trusted least: whatever it says, the supervisor lives, and at most that visit ends."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.events import CATALOGUE, Choice, EventId, Field, Number
from terminal.limits import SPENDINGS
from terminal.lines import LineBuffer, MalformedError, to_line
from terminal.messages import STATES, decode_report
from terminal.supervisor.child import Child, Stage
from terminal.supervisor.processes import SIMULATED_REPORT_BYTES
from terminal.supervisor.status import status
from terminal.supervisor.witness import FROM_VISITS
from tests.faults.damage import damaged
from tests.supervisor.backstage import Backstage

FEW, MANY = 120, 2000

ODD = st.sampled_from([float("nan"), float("inf"), "\ud800", 10**100, -1, [[[]]] * 3, "x" * 5000])
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | ODD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def values_of(kind: Field) -> st.SearchStrategy[Any]:
    """Ones that may be logged, and numbers that may not."""
    match kind:
        case Choice():
            return st.sampled_from(sorted(kind.values))
        case Number():
            return st.sampled_from([0, 7, 10**100])
        case _:
            return st.sampled_from(["0123456789abcdef", "my-data"])


def events_of(id: EventId) -> st.SearchStrategy[Any]:
    fields = {name: values_of(kind) for name, kind in CATALOGUE[id][1].items()}
    return st.fixed_dictionaries({"is": st.just("event"), "event": st.just(id.value), **fields})


REPORTS = (
    st.sampled_from(["warm", "shown", "finished"]).map(lambda name: {"is": name})
    | st.builds(lambda state: {"is": "beat", "state": state}, st.sampled_from(sorted(STATES)) | JSON)
    | st.builds(lambda what: {"is": "spent", "what": what}, st.sampled_from(sorted(SPENDINGS)) | JSON)
    | st.builds(lambda id, reply: {"is": "dock", "id": id, "reply": {"a": reply}}, st.integers(1, 2), JSON | ODD)
    | st.sampled_from(sorted(FROM_VISITS, key=lambda id: id.value)).flatmap(events_of)
    | st.sampled_from(EventId).flatmap(events_of)
    | st.dictionaries(st.sampled_from(["is", "do", "event"]), JSON, max_size=3)
)
LINES = REPORTS.map(lambda report: json.dumps(report).encode())
SAID = st.lists(LINES | damaged(LINES) | st.binary(max_size=40), max_size=12).map(b"\n".join)


def hear(backstage: Backstage, child: Child, said: bytes) -> None:
    """As `VisitProcess` does."""
    for line in LineBuffer(SIMULATED_REPORT_BYTES).feed(said + b"\n"):
        try:
            report = decode_report(line)
        except MalformedError:
            backstage.supervisor.babbled()
        else:
            backstage.supervisor.heard(child, report)
    backstage.loop.run_until_idle()


def check_supervisor(said: bytes, spare_says: bytes) -> None:
    """The dock waits for an answer while both processes talk; then the front dies, and the next one is shown."""
    backstage = Backstage(simulate=True).begin()
    supervisor, answers = backstage.supervisor, list[bytes]()
    front = supervisor.front
    assert front and supervisor.spare
    supervisor.dialogue.ask(front, {"ask": "tree"}, lambda reply: answers.append(to_line(reply)))
    hear(backstage, supervisor.spare, spare_says)
    hear(backstage, front, said)
    backstage.loop.advance(60)
    assert len(answers) == 1
    for event in backstage.events:
        assert len(json.dumps({"event": event.id.value, **event.fields})) < 150
    to_line(status(supervisor, [], backstage.loop.now()))
    backstage.front.exit(-9)
    backstage.loop.advance(60)
    assert supervisor.front and supervisor.front.stage is Stage.SHOWN and backstage.alive == 2


@settings(max_examples=FEW, deadline=None)
@given(SAID, SAID)
def test_whatever_a_visit_says_the_kiosk_goes_on(said: bytes, spare_says: bytes) -> None:
    check_supervisor(said, spare_says)


@pytest.mark.slow
@settings(max_examples=MANY, deadline=None)
@given(SAID, SAID)
def test_whatever_very_many_visits_say(said: bytes, spare_says: bytes) -> None:
    check_supervisor(said, spare_says)
