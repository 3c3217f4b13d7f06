"""A scanner that types like a keyboard, told from people by its pace alone."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.focus import Direction
from screens.keys import Activate, Intention, MoveFocus, Rub
from screens.wedge import GAP_S, LONGEST, Wedge
from tests.terminal.virtual_loop import VirtualLoop

CODE = "BT1:04821-BRANDIS:BUERGERBUERO:202612010800:BUERGERBUERO-1-1:ABCDEFGHIJKLMNOP"
SCANNER_S = 0.005
FASTEST_HAND_S = 0.04
ENTER = Activate(submit=True)
TAB = MoveFocus(Direction.NEXT)


class Paper:
    """A desk with one field, on which every key does something."""

    def __init__(self) -> None:
        self.field = ""
        self.keys: list[Intention] = []
        self.scans: list[str] = []

    def text(self, text: str) -> None:
        """See `screens.wedge.Desk`."""
        self.field += text

    def key(self, intention: Intention) -> None:
        """See `screens.wedge.Desk`."""
        self.keys.append(intention)

    def any_key(self) -> None:
        """See `screens.wedge.Desk`."""

    def remember(self) -> Callable[[], None]:
        """See `screens.wedge.Desk`."""
        field = self.field

        def undo() -> None:
            self.field = field

        return undo

    def scanned(self, text: str) -> None:
        """See `screens.wedge.Desk`."""
        self.scans.append(text)


class Keyboard:
    """Types at a pace."""

    def __init__(self) -> None:
        self.loop, self.paper = VirtualLoop(), Paper()
        self.busy_s = 0.0
        self.wedge = Wedge(self.paper, self.loop, lambda: self.loop.now() - self.busy_s)

    def draw(self, seconds: float) -> None:
        """The loop is at work instead of listening."""
        self.busy_s += seconds
        self.loop.advance(seconds)

    def type(self, text: str, pace_s: float) -> None:
        """One character after the other; a line feed is Enter."""
        for character in text:
            if character == "\n":
                self.wedge.key(ENTER)
            else:
                self.wedge.text(character)
            self.loop.advance(pace_s)

    def rest(self) -> None:
        """Nobody types."""
        self.loop.advance(1)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


def test_a_scan_is_one_text_and_presses_nothing(keyboard: Keyboard) -> None:
    keyboard.type(f"{CODE}\n", SCANNER_S)
    assert (keyboard.paper.scans, keyboard.paper.keys) == ([CODE], [])


def test_it_leaves_what_was_typed_before_as_it_was(keyboard: Keyboard) -> None:
    keyboard.type("Erika", FASTEST_HAND_S)
    keyboard.rest()
    keyboard.type(f"{CODE}\n", SCANNER_S)
    keyboard.rest()
    assert keyboard.paper.field == "Erika"


def test_what_was_typed_before_a_finger_is_no_part_of_a_scan_after_it(keyboard: Keyboard) -> None:
    keyboard.type("Mustermann", SCANNER_S)
    keyboard.wedge.touched()
    keyboard.type(f"{CODE}\n", SCANNER_S)
    assert (keyboard.paper.field, keyboard.paper.scans) == ("Mustermann", [CODE])


def test_a_scanner_that_ends_with_tab_is_one_too(keyboard: Keyboard) -> None:
    keyboard.type(CODE, SCANNER_S)
    keyboard.wedge.key(TAB)
    assert (keyboard.paper.scans, keyboard.paper.keys) == ([CODE], [])


def test_characters_that_come_in_lumps_because_a_picture_was_drawn_are_one_scan(keyboard: Keyboard) -> None:
    for start in range(0, len(CODE), 20):
        keyboard.type(CODE[start : start + 20], 0)
        keyboard.draw(0.4)
    keyboard.type("\n", 0)
    assert keyboard.paper.scans == [CODE]


def test_two_scans_one_after_the_other_are_two(keyboard: Keyboard) -> None:
    for _ in range(2):
        keyboard.type(f"{CODE}\n", SCANNER_S)
        keyboard.rest()
    assert keyboard.paper.scans == [CODE, CODE]


def test_of_a_code_with_many_lines_nothing_is_typed_and_nothing_pressed(keyboard: Keyboard) -> None:
    keyboard.type("BEGIN:VCARD\nN:X\nTEL:115\nEND:VCARD\n", SCANNER_S)
    keyboard.rest()
    assert (keyboard.paper.field, keyboard.paper.keys) == ("", [])
    assert keyboard.paper.scans == ["BEGIN:VCARD"]


def test_of_a_code_without_end_no_more_than_the_longest_is_kept(keyboard: Keyboard) -> None:
    keyboard.type("9" * 10_000 + "\n", 0.001)
    (scan,) = keyboard.paper.scans
    assert len(scan) == LONGEST + 1
    assert keyboard.paper.field == ""


def test_a_blank_in_a_code_presses_no_button(keyboard: Keyboard) -> None:
    keyboard.type("A B C D E F\n", SCANNER_S)
    assert " " not in keyboard.paper.field


def test_the_enter_of_a_short_code_presses_nothing_either(keyboard: Keyboard) -> None:
    keyboard.type("Erika", FASTEST_HAND_S)
    keyboard.rest()
    keyboard.type("4711\n", SCANNER_S)
    keyboard.rest()
    assert (keyboard.paper.field, keyboard.paper.keys, keyboard.paper.scans) == ("Erika", [], ["4711"])


def test_a_blank_of_somebody_who_types_fast_stays_where_it_belongs(keyboard: Keyboard) -> None:
    keyboard.type("Anna Maria von Au", GAP_S * 0.5)
    assert keyboard.paper.field == "Anna Maria von Au"


def test_a_blank_that_rolls_off_the_key_before_it_arrives_in_its_place(keyboard: Keyboard) -> None:
    keyboard.type("a", 0.01)
    keyboard.type(" b", FASTEST_HAND_S)
    keyboard.rest()
    assert keyboard.paper.field == "a b"


def test_fast_characters_without_an_end_were_typing_after_all(keyboard: Keyboard) -> None:
    keyboard.type("Mustermann-Beispiel", SCANNER_S)
    keyboard.rest()
    assert (keyboard.paper.field, keyboard.paper.scans) == ("Mustermann-Beispiel", [])


def test_what_was_kept_back_comes_before_what_follows_more_slowly(keyboard: Keyboard) -> None:
    keyboard.type("abcdefghij", SCANNER_S)
    keyboard.type("klmnopqrstuvwxyz", GAP_S * 0.9)
    keyboard.rest()
    assert keyboard.paper.field == "abcdefghijklmnopqrstuvwxyz"


def test_what_was_kept_back_comes_before_the_next_key(keyboard: Keyboard) -> None:
    keyboard.type("Mustermann", SCANNER_S)
    keyboard.wedge.key(Rub())
    assert (keyboard.paper.field, keyboard.paper.keys) == ("Mustermann", [Rub()])


def test_a_person_at_a_screen_that_is_slow_to_draw_is_no_scanner(keyboard: Keyboard) -> None:
    for character in "Mustermann-Beispiel\n":
        keyboard.type(character, 0.02)
        keyboard.draw(0.06)
    assert (keyboard.paper.field, keyboard.paper.keys) == ("Mustermann-Beispiel", [ENTER])


CHARACTERS = st.characters(categories=["L", "N", "P"]) | st.sampled_from("\n ")
PACES = st.sampled_from((FASTEST_HAND_S, 0.06, GAP_S)) | st.floats(FASTEST_HAND_S, 1.0)


@given(st.text(CHARACTERS, max_size=40), PACES)
def test_what_a_person_types_arrives_as_it_is(text: str, pace_s: float) -> None:
    keyboard = Keyboard()
    keyboard.type(text, pace_s)
    keyboard.rest()
    assert keyboard.paper.field == text.replace("\n", "")
    assert (keyboard.paper.keys, keyboard.paper.scans) == ([ENTER] * text.count("\n"), [])
