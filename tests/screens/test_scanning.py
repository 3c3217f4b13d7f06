"""A scan on every kind of screen: the answer where a code is asked for, and harmless everywhere else."""

import pytest

from screens.keys import Activate
from screens.wedge import Wedge
from terminal.scenes import WarningScene
from terminal.steps import Ask, InputKind, Journey, Read
from terminal.visit import Codes
from terminal.wording import Words
from tests.screens.counter import Counter

CODE = "BT1:04821-BRANDIS:BUERGERBUERO:202612010800:BUERGERBUERO-1-1:ABCDEFGHIJKLMNOP"


class Reception(Counter):
    """A counter where the journey "mine" asks for a code, and a scanner types."""

    def __init__(self, *, begins: str | None = "mine") -> None:
        self.codes: list[str] = []
        super().__init__(codes=Codes("BT1:", begins), mine=self._mine)
        self.keyboard = Wedge(self.front, self.loop, self.loop.now)

    def scan(self, text: str = CODE) -> None:
        """Hold a code to the scanner, then wait until presses count again."""
        for character in text:
            self.keyboard.text(character)
            self.loop.advance(0.005 if len(text) < 100 else 0.0005)
        self.keyboard.key(Activate(submit=True))
        self.loop.advance(0.6)

    def _mine(self) -> Journey:
        code = yield Ask(key="code", title=Words.same("?"), label=Words.same("#"), input=InputKind.CODE, longest=200)
        self.codes.append(code)
        yield Read(key="found", title=Words.same("!"), blocks=())


@pytest.fixture
def reception() -> Reception:
    return Reception()


def test_where_a_code_is_asked_for_it_is_the_answer(reception: Reception) -> None:
    reception.visit.touched()
    reception.visit.answer(reception.scene.serial, "mine")
    reception.loop.advance(0.6)
    reception.press("1")
    reception.scan()
    assert (reception.codes, reception.key) == ([CODE], "found")


def test_on_the_start_screen_it_begins_what_asks_for_it(reception: Reception) -> None:
    reception.scan()
    assert (reception.codes, reception.key) == ([CODE], "found")


def test_where_nothing_asks_for_codes_the_start_screen_stays() -> None:
    reception = Reception(begins=None)
    reception.scan()
    assert (reception.codes, reception.key) == ([], "start")


@pytest.mark.parametrize("foreign", ["4006381333931", "https://example.org/a b c", "9" * 10_000])
def test_something_else_on_the_start_screen_begins_nothing(reception: Reception, foreign: str) -> None:
    reception.scan(foreign)
    assert (reception.codes, reception.key) == ([], "start")


@pytest.mark.parametrize("foreign", ["4006381333931", "BT1:\u00e4\u00f6\u00fc\u00df", "9" * 10_000])
def test_something_else_where_a_code_is_asked_for_is_said_at_the_field(reception: Reception, foreign: str) -> None:
    reception.visit.touched()
    reception.visit.answer(reception.scene.serial, "mine")
    reception.loop.advance(0.6)
    reception.press("1", "2")
    reception.scan(foreign)
    assert reception.node("problem").name == "Das ist kein Code von einem Beleg. Bitte tippen Sie die Nummer ein."
    assert (reception.codes, reception.node("field").value) == ([], "12")


def test_in_a_field_for_something_else_it_leaves_what_was_typed(reception: Reception) -> None:
    reception.to("ask")
    reception.press("E")
    reception.loop.advance(0.5)
    reception.scan()
    assert (reception.key, reception.node("field").value) == ("ask", "E")
    reception.tap("main")
    assert reception.answers.heard == ["E"]


def test_on_a_screen_with_the_ring_on_a_button_it_presses_nothing(reception: Reception) -> None:
    reception.press("tab", "tab")
    reception.visit.touched()
    reception.scan("A QR code with blanks")
    assert reception.key == "start"


def test_in_a_search_it_leaves_the_list_as_it_was(reception: Reception) -> None:
    reception.to("find")
    before = [node.id for node in reception.tree.nodes]
    reception.scan()
    assert (reception.key, [node.id for node in reception.tree.nodes]) == ("find", before)


def test_asked_whether_somebody_is_there_it_says_yes_and_no_more(reception: Reception) -> None:
    reception.to("ask")
    reception.wait_for_warning()
    reception.scan()
    assert not isinstance(reception.scene, WarningScene)
    assert (reception.key, reception.node("field").value) == ("ask", "")


def test_while_a_new_screen_takes_no_presses_it_takes_no_scan(reception: Reception) -> None:
    reception.visit.touched()
    reception.visit.answer(reception.scene.serial, "mine")
    for character in CODE:
        reception.keyboard.text(character)
    reception.keyboard.key(Activate(submit=True))
    assert (reception.codes, reception.key) == ([], "code")


def test_twice_in_a_row_is_once(reception: Reception) -> None:
    reception.scan()
    reception.scan()
    assert (reception.codes, reception.key) == ([CODE], "found")


def test_going_back_after_a_scan_finds_an_empty_field(reception: Reception) -> None:
    reception.scan()
    reception.visit.back()
    reception.loop.advance(0.6)
    assert reception.key == "code"
    assert CODE not in str([(node.name, node.value, node.speech) for node in reception.tree.nodes])


def test_a_short_code_on_a_screen_with_a_main_button_does_not_press_it(reception: Reception) -> None:
    reception.to("ask")
    reception.press("E")
    reception.loop.advance(0.5)
    reception.scan("4711")
    assert (reception.key, reception.node("field").value, reception.answers.heard) == ("ask", "E", [])
