"""When the kiosk does what it owes after visits, and how long it waits after it could not."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from terminal.supervisor.caretaking import AGAIN_S, AT_MOST_S, EVERY_S, Caretaking
from terminal.unwitnessed import Unwitnessed
from tests.terminal.virtual_loop import VirtualLoop

ALL_DONE, NOT_ALL = {"left": 0, "cause": ""}, {"left": 1, "cause": "no answer"}
GONE, HERE, OP = 101, 102, "aa" * 16


class Office:
    """A caretaking whose process answers at once what the test wants; `told` is when it was sent, and what it was told."""

    def __init__(self, directory: Path) -> None:
        self.loop = VirtualLoop()
        self.answer: dict[str, Any] = NOT_ALL
        self.sent_s: list[float] = []
        self.told: list[dict[str, Any]] = []
        self.unwitnessed = Unwitnessed(directory, directory.parent / "witnessed")
        self.caretaking = Caretaking(self.loop, self._tend, self.unwitnessed, lambda: [HERE], lambda: {"snapshot": {}})

    def _tend(self, given: bytes, done: Callable[[bytes | None], None]) -> "Office":
        self.sent_s.append(self.loop.now())
        self.told.append(json.loads(given))
        self.loop.post(lambda: done(json.dumps(self.answer).encode()))
        return self

    def dismiss(self) -> None:
        """Nothing runs that could be dismissed."""

    def waits_s(self, within_s: float) -> list[float]:
        """How long it waits from now on before each time it is sent."""
        before = len(self.sent_s)
        self.loop.advance(within_s)
        moments = self.sent_s[before - 1 :]
        return [later - earlier for earlier, later in pairwise(moments)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.caretaking.begin()
    office.loop.run_until_idle()
    return office


def test_on_a_disk_that_does_not_tell_what_is_owed_the_caretaker_looks_again_and_again(tmp_path: Path) -> None:
    office = Office(tmp_path / ("x" * 300))  # no file system knows such a name
    office.caretaking.visit_ended()
    office.loop.run_until_idle()
    assert office.waits_s(50) == [AGAIN_S, 30]


def test_what_cannot_be_done_is_tried_again_after_longer_and_longer_waits(office: Office) -> None:
    assert office.waits_s(2200) == [AGAIN_S, 30, 60, 120, 240, 480, AT_MOST_S, AT_MOST_S]


def test_once_all_is_done_it_waits_its_usual_time_and_the_next_failure_is_a_first_one(office: Office) -> None:
    office.waits_s(50)
    office.answer = ALL_DONE
    assert office.waits_s(1000) == [60, EVERY_S]
    office.answer = NOT_ALL
    assert office.waits_s(EVERY_S) == [EVERY_S, AGAIN_S, 30]


def test_a_calendar_that_is_back_is_asked_at_once_and_then_soon(office: Office) -> None:
    office.waits_s(1000)
    office.caretaking.calendar_is_back()
    office.loop.run_until_idle()
    assert office.sent_s[-1] == office.loop.now()
    assert office.waits_s(50) == [AGAIN_S, 30]


def test_a_disk_that_cannot_be_read_is_looked_at_again_later_and_ends_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path / ("x" * 300))
    office.caretaking.visit_ended()
    office.loop.run_until_idle()
    assert office.waits_s(50) == [AGAIN_S, 30]


def test_a_visit_that_left_something_behind_is_not_waited_for(office: Office, tmp_path: Path) -> None:
    office.waits_s(1000)
    (tmp_path / f"{GONE}.{OP}").touch()
    office.caretaking.visit_ended()
    assert office.sent_s[-1] == office.loop.now()
    assert office.told[-1]["whole"] is False


def test_once_a_visit_s_debt_could_be_paid_the_rest_is_done_as_well(office: Office, tmp_path: Path) -> None:
    office.waits_s(1000)
    (tmp_path / f"{GONE}.{OP}").touch()
    office.answer = ALL_DONE
    office.caretaking.visit_ended()
    (tmp_path / f"{GONE}.{OP}").unlink()
    office.loop.run_until_idle()
    assert [told["whole"] for told in office.told[-2:]] == [False, True]


def test_a_visit_that_lives_and_owes_is_left_alone(office: Office, tmp_path: Path) -> None:
    (tmp_path / f"{HERE}.{OP}").touch()
    before = len(office.sent_s)
    office.caretaking.visit_ended()
    assert len(office.sent_s) == before


def test_after_closing_nobody_is_sent(office: Office) -> None:
    office.caretaking.close()
    assert office.waits_s(3000) == []
