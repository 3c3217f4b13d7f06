"""What a citizen types is nowhere when the visit has ended, by whatever road."""

import os
import random
import secrets
import signal
import string
from collections.abc import Callable

import pytest

from tests.kiosk.machine import Machine, is_settled
from tests.kiosk.memory import hits, hits_in_files, need_to_read
from tests.kiosk.patience import gone, until
from tests.kiosk.processes import residents
from tests.kiosk.screen import Screen


def marker() -> str:
    """A word that nobody has ever used."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(14))


@pytest.fixture
def markers() -> tuple[str, str]:
    return marker(), marker()


def type_with_keys_and_finger(kiosk: Machine, front: int, markers: tuple[str, str]) -> Screen:
    """Search for one word on the keyboard, rub it out, and search for another on the on-screen keyboard.

    Returns when the front has got both. Nothing is asked of the dock while the words stand on the screen: its answer would
    carry them through the supervisor.
    """
    kiosk.walk("option:town-hall")
    kiosk.tap("search")
    screen = kiosk.expect(lambda screen: screen.find("key:q"))
    kiosk.person.type(markers[0])
    _reached(front, markers[0])
    for _ in markers[0]:
        kiosk.person.key("BackSpace")
    for character in markers[1]:
        kiosk.person.tap(screen.node(f"key:{character}").middle)
    _reached(front, markers[1])
    return screen


def _reached(pid: int, word: str) -> None:
    until(lambda: hits(pid, [word]) or None, lambda: "the front has read what was typed", pid=pid)


def end_by_the_finger(kiosk: Machine, screen: Screen) -> None:
    kiosk.person.tap(screen.node("bar:end").middle)


def end_by_silence(kiosk: Machine, screen: Screen) -> None:
    kiosk.dock(ask="clock", minutes=1)
    kiosk.until(lambda status: status["front"]["state"] == "warning")
    kiosk.dock(ask="clock", minutes=1)


def kill_while_typing(kiosk: Machine, screen: Screen) -> None:
    status = kiosk.status()
    kiosk.person.finger_down(screen.node("key:q").middle)
    assert status
    os.kill(status["front"]["pid"], signal.SIGKILL)
    kiosk.person.finger_up()


def hang(kiosk: Machine, screen: Screen) -> None:
    kiosk.dock(ask="hang")


@pytest.mark.parametrize(
    "end", [end_by_the_finger, end_by_silence, kill_while_typing, hang], ids=lambda end: str(end.__name__)
)
def test_after_a_visit_no_process_and_no_file_knows_what_was_typed(
    kiosk: Machine, markers: tuple[str, str], end: Callable[[Machine, Screen], None]
) -> None:
    before = kiosk.settled()
    need_to_read(kiosk.pid)
    front, spare = before["front"]["pid"], before["spare"]["pid"]
    everybody = residents(kiosk.places["run"])
    assert {kiosk.pid, front, spare} <= set(everybody)
    assert [hits(pid, markers) for pid in everybody] == [0] * len(everybody)

    screen = type_with_keys_and_finger(kiosk, front, markers)
    assert (hits(kiosk.pid, markers), hits(spare, markers)) == (0, 0)

    end(kiosk, screen)
    assert gone(front)
    after = kiosk.until(lambda status: is_settled(status) and status["front"]["pid"] != front)
    assert after["front"]["pid"] == spare
    everybody = residents(kiosk.places["run"])
    assert {kiosk.pid, after["front"]["pid"], after["spare"]["pid"]} <= set(everybody)
    assert {pid: hits(pid, markers) for pid in everybody} == dict.fromkeys(everybody, 0)
    assert hits_in_files(kiosk.places.values(), markers) == []
    print("the X server:", hits(kiosk.display.process.pid, markers))


def test_the_display_keeps_no_word_for_others_to_paste(kiosk: Machine, markers: tuple[str, str]) -> None:
    screen = type_with_keys_and_finger(kiosk, kiosk.settled()["front"]["pid"], markers)
    for chord in (("Control_L", "a"), ("Control_L", "c"), ("Control_L", "x"), ("Control_L", "Insert")):
        kiosk.person.key(*chord)
    end_by_the_finger(kiosk, screen)
    kiosk.start_screen()
    x = kiosk.display.x
    owners = [x.get_selection_owner(x.intern_atom(name)) for name in ("PRIMARY", "SECONDARY", "CLIPBOARD")]
    assert owners == [0, 0, 0]
    root = x.screen().root
    kept = [root.get_full_property(atom, 0) for atom in root.list_properties()]
    assert not any(word in str(found and found.value) for word in markers for found in kept)


def test_the_search_of_memory_finds_what_is_there() -> None:
    """The control: a word that was made at this moment, in each encoding."""
    word = "".join(random.choices(string.ascii_lowercase, k=16))
    kept = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")]
    assert hits(os.getpid(), [word]) >= len(kept)
