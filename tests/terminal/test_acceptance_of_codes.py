"""What a scanner or a finger may put into a field for a code."""

import pytest

from terminal.acceptance import Typed, typed
from terminal.steps import InputKind
from terminal.wording import message

CODE = "BT1:STADT-BRANDIS:BUERGERBUERO:202612010800:SCHALTER-1-1:ABCDEFGH234567AB"


def entered(text: str, longest: int = 200) -> Typed:
    """As a scanner types: one character after the other."""
    field = Typed("")
    for character in text:
        field = typed(field.text, character, InputKind.CODE, longest)
    return field


def test_a_whole_code_arrives_character_by_character() -> None:
    assert entered(CODE) == Typed(CODE)


def test_a_number_may_be_typed_with_its_gap() -> None:
    assert entered("417 203") == Typed("417 203")


@pytest.mark.parametrize("hostile", ["\r", "\n", "\x1b", "\u202e", "ß", "@", "<", "\u0660"])
def test_what_stands_in_no_code_stays_out(hostile: str) -> None:
    assert typed("417", hostile, InputKind.CODE, 200).text == "417"


def test_ten_thousand_characters_end_where_a_code_ends() -> None:
    field = entered("7" * 10_000)
    assert (len(field.text), field.problem) == (200, message("input-too-long", longest=200))
