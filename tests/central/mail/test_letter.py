"""No text of a letter can become a line of its own where headers are."""

from dataclasses import replace
from typing import Any

import pytest

from terminal.central.mail.letter import CalendarFile, Picture
from tests.central.mail.letters import LETTER

BREAKS = ("\r\nBcc: viele@example.net", "\nX: y", "\r", "\0", "\x7f", "\x85", "\u2028", "\ud800")


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("where", ["subject", "sender_name", "language"])
def test_a_line_with_a_control_character_is_no_line(where: str, broken: str) -> None:
    with pytest.raises(ValueError, match="control character in a line"):
        replace(LETTER, **{where: f"Termin{broken}"})


@pytest.mark.parametrize("broken", [sign for sign in BREAKS if not sign.startswith("\n")])
def test_a_body_has_lines_and_no_other_control_characters(broken: str) -> None:
    with pytest.raises(ValueError, match="control character in the body"):
        replace(LETTER, body=f"Guten Tag,\n{broken}")


@pytest.mark.parametrize("attached", [{"calendar": (CalendarFile("a\r\nb", "PUBLISH", ""),)}])
def test_the_name_of_a_file_is_one_line_too(attached: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="control character in a line"):
        replace(LETTER, **attached)


def test_a_picture_is_a_png() -> None:
    with pytest.raises(ValueError, match="not a PNG"):
        Picture("code.png", b"GIF89a")


def test_a_letter_does_not_show_its_reader_and_its_text_when_it_is_printed() -> None:
    assert "erika" not in repr(LETTER)
    assert "Guten Tag" not in repr(LETTER)
