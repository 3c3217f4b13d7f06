"""AusweisApp as a child of the visit: it may die, and it leaves nothing."""

import os
import signal
from pathlib import Path

import psutil

from hardware.ausweisapp.client import AusweisApp
from hardware.pcsc_reader.reader import PcscReader
from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.eid import CardLooked, Entry, NotDone, Purpose, Trouble
from tests.eid.conversation import NEW_PIN, PIN, Conversation


def test_when_it_is_killed_the_conversation_ends_and_the_next_one_works(
    reader: SimulatedReader, another_visit: AusweisApp
) -> None:
    reader.ask("insert citizen")
    card = Conversation(another_visit, Purpose.CHANGE_PIN)
    card.asked()
    os.kill(another_visit.pid or 0, signal.SIGKILL)
    assert card.end() == NotDone(Trouble.NO_PROGRAM)
    assert Conversation(another_visit, Purpose.LOOK).end() == CardLooked(3)
    reader.ask("remove")


def test_when_it_is_killed_after_the_new_pin_was_sent_nothing_is_claimed(
    reader: SimulatedReader, another_visit: AusweisApp
) -> None:
    reader.ask("insert citizen")
    card = Conversation(another_visit, Purpose.CHANGE_PIN)
    card.enter(Entry.PIN, PIN)
    card.asked()
    os.kill(another_visit.pid or 0, signal.SIGSTOP)
    card.session.enter(NEW_PIN)
    os.kill(another_visit.pid or 0, signal.SIGKILL)
    assert card.end() == NotDone(Trouble.NO_PROGRAM, perhaps=True)
    reader.ask("remove")


def test_where_it_is_not_installed_it_says_so(tmp_path: Path) -> None:
    nowhere = AusweisApp(tmp_path, PcscReader(), on_screen=True, find=lambda: None)
    assert Conversation(nowhere, Purpose.LOOK).end() == NotDone(Trouble.NO_PROGRAM)


def test_a_program_that_ends_at_once_is_none(tmp_path: Path) -> None:
    broken = AusweisApp(tmp_path, PcscReader(), on_screen=True, find=lambda: "/bin/false")
    assert Conversation(broken, Purpose.LOOK).end() == NotDone(Trouble.NO_PROGRAM)


def test_without_a_keypad_nothing_is_asked_on_the_screen_unless_the_town_allows_it(
    reader: SimulatedReader, tmp_path: Path
) -> None:
    strict = AusweisApp(tmp_path, PcscReader(), on_screen=False, environment=reader.environment)
    reader.ask("insert citizen")
    assert Conversation(strict, Purpose.CHANGE_PIN).end() == NotDone(Trouble.NO_KEYPAD)
    strict.close()
    reader.ask("remove")


def test_it_ends_with_its_client_and_its_home_is_gone(reader: SimulatedReader, tmp_path: Path) -> None:
    app = AusweisApp(tmp_path, PcscReader(), on_screen=True, environment=reader.environment)
    reader.ask("insert citizen")
    assert Conversation(app, Purpose.LOOK).end() == CardLooked(3)
    process = psutil.Process(app.pid)
    home = next(tmp_path.iterdir())
    app.close()
    process.wait(timeout=10)
    assert not process.is_running()
    assert not home.exists()
    reader.ask("remove")


def test_a_program_that_has_just_begun_and_finds_no_reader_says_so(reader: SimulatedReader, tmp_path: Path) -> None:
    reader.ask("unplug")
    app = AusweisApp(tmp_path, PcscReader(), on_screen=True, environment=reader.environment)
    assert Conversation(app, Purpose.LOOK).end() == NotDone(Trouble.NO_READER)
    app.close()
    reader.ask("plug")
