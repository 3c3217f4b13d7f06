"""Rule 1 of "Journeys, exactly": journeys are pure, checked on the syntax tree."""

from pathlib import Path

import pytest

import terminal.journeys
from tests.terminal import sampler
from tests.terminal.purity import impurities

JOURNEYS = sorted(Path(terminal.journeys.__file__).parent.rglob("*.py"))


def journey(line: str) -> str:
    return f"def journey():\n    answer = yield from step\n    {line}\n"


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_journey_is_pure(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


def test_the_sampler_is_pure() -> None:
    assert impurities(Path(sampler.__file__).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("try: pass\n    finally: release()", "try"),
        ("try: pass\n    except* ValueError: pass", "try"),
        ("with lock: pass", "with"),
        ("open('x')", "open"),
        ("x = datetime.now(UTC)", ".now"),
        ("x = date.today()", ".today"),
        ("x = random.choice('ab')", "random"),
        ("x = uuid4()", "uuid4"),
        ("answer.name = 'x'", "change of a value"),
        ("answer['name'] = 'x'", "change of a value"),
        ("answer['n'] += 1", "change of a value"),
        ("answer.append(1)", ".append() changes a value"),
        ("nonlocal seen", "nonlocal"),
        ("import time", "import inside a journey"),
    ],
)
def test_the_check_finds_what_is_forbidden(line: str, what: str) -> None:
    assert [found.split(": ", 1)[1] for found in impurities(journey(line))] == [what]


def test_the_check_leaves_effects_and_plain_functions_alone() -> None:
    assert impurities("class E:\n    def run(self, ports, op):\n        return open('x')\n") == []


def test_the_check_lets_a_journey_ask_branch_and_loop() -> None:
    assert impurities(journey("for x in answer:\n        y = yield from ask(x)")) == []
