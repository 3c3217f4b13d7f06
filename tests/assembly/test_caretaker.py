"""What is owed after visits: what no screen has confirmed is released, contacts are erased in time."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config.loader import Loaded, load
from terminal.assembly.appointments import town_code
from terminal.assembly.caretaker import erase_due, release_left
from terminal.central.appointments.book import Book
from terminal.central.appointments.in_memory import InMemoryShelf
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, State, Wish
from terminal.unwitnessed import Unwitnessed
from tests.journeys.appointments import NOW, PRACTICE, MovedClock

ROOT = Path(__file__).parents[2]
NEED = Need((Wish("umzug"),))
GONE, HERE = 999_999_998, 999_999_999
HOLD_OP, CONFIRM_OP = "aa" * 16, "bb" * 16


class Town:
    """A book with one appointment in it, and the keys that visits have left behind."""

    def __init__(self, directory: Path, *owners: int) -> None:
        self.clock, self.shelf = MovedClock(), InMemoryShelf()
        self.book = Book(PRACTICE, self.shelf, self.clock)
        slot = self.book.free(NEED, "buergerbuero", NOW.date(), NOW.date() + timedelta(days=7))[0]
        hold = self.book.hold(HOLD_OP, NEED, slot)
        assert isinstance(hold, Hold)
        booked = self.book.confirm(CONFIRM_OP, hold, Contact("Erika Muster"))
        assert isinstance(booked, Appointment)
        self.code = booked.code
        self.unwitnessed = Unwitnessed(directory / "unwitnessed", directory / "witnessed")
        (directory / "unwitnessed").mkdir()
        for owner in owners:
            (directory / "unwitnessed" / f"{owner}.{CONFIRM_OP}").touch()

    @property
    def stands(self) -> bool:
        """Whether the appointment is still there."""
        found = self.book.find(self.code)
        return isinstance(found, Appointment) and found.state is State.BOOKED

    @property
    def contacts(self) -> list[Contact]:
        """All that are kept."""
        ended = self.shelf.ended("buergerbuero", datetime(2100, 1, 1, tzinfo=UTC))
        return [kept.entry.contact for kept in ended if kept.entry.contact]


def test_what_a_dead_visit_did_unseen_is_released(tmp_path: Path) -> None:
    town = Town(tmp_path, GONE)
    assert release_left(town.book, town.unwitnessed, [HERE]) == 0
    assert (town.stands, list(town.unwitnessed.left())) == (False, [])


def test_what_a_living_visit_does_is_left_alone(tmp_path: Path) -> None:
    town = Town(tmp_path, HERE)
    assert release_left(town.book, town.unwitnessed, [HERE]) == 0
    assert (town.stands, list(town.unwitnessed.left())) == (True, [(HERE, CONFIRM_OP)])


def test_a_calendar_that_is_down_is_asked_again_later(tmp_path: Path) -> None:
    town = Town(tmp_path, GONE)
    town.shelf.down = True
    assert release_left(town.book, town.unwitnessed, []) == 1
    assert erase_due(town.book, 7, town.clock) == 1
    town.shelf.down = False
    assert release_left(town.book, town.unwitnessed, []) == 0
    assert not town.stands


def test_a_calendar_that_was_never_prepared_leaves_all_to_do(tmp_path: Path) -> None:
    loaded = load(None)
    assert isinstance(loaded, Loaded)
    given = {"snapshot": loaded.configuration.model_dump(mode="json"), "clock_offset_s": 0, "living": [], "whole": True}
    places = {f"BUERGER_TERMINAL_{name}": str(tmp_path / name) for name in ("RUNTIME", "STATE")}
    done = subprocess.run(
        [sys.executable, "-m", "terminal", "_tend"],
        cwd=ROOT, env={**os.environ, **places}, input=json.dumps(given), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == {"left": 1, "cause": "it was not prepared, or its password cannot be read"}


def test_contacts_are_erased_as_promised_and_not_before(tmp_path: Path) -> None:
    town = Town(tmp_path)
    town.clock.moment = NOW + timedelta(days=7)
    assert (erase_due(town.book, 7, town.clock), len(town.contacts)) == (0, 1)
    town.clock.moment = NOW + timedelta(days=15)
    assert (erase_due(town.book, 7, town.clock), len(town.contacts)) == (0, 0)


def test_a_towns_codes_are_told_from_those_of_another_town_of_that_name() -> None:
    assert town_code("04821", "Brandis") == "04821-brandis"
    assert town_code("01234", "Großröhrsdorf an der Röder") == "01234-grossroehrsdorf-an-der-roeder"
    assert len(town_code("01234", "x" * 80)) == 40
