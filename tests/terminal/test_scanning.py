"""What a scanner has read, whichever layout it was typed through."""

import pytest

from terminal.scanning import LONGEST_CODE, code_in

CODE = "BT1:04821-BRANDIS:BUERGERBUERO:202612010800:BUERGERBUERO-1-1:YZCDEFGHIJKLMNOP"

_ENGLISH_AT_GERMAN = str.maketrans(":-YZ", "ÖßZY")
_GERMAN_AT_ENGLISH = str.maketrans(":-YZ", ">/ZY")


@pytest.mark.parametrize(
    "scan",
    [
        CODE,
        CODE.lower(),
        f" {CODE} ",
        CODE.translate(_ENGLISH_AT_GERMAN),
        CODE.lower().translate(str.maketrans(":-yz", "Ößzy")),
        CODE.translate(_GERMAN_AT_ENGLISH),
    ],
    ids=["as-it-is", "small", "with-blanks", "english-at-german", "english-at-german-small", "german-at-english"],
)
def test_the_code_is_the_same_through_every_layout(scan: str) -> None:
    assert code_in(scan, "BT1:") == CODE


@pytest.mark.parametrize(
    "scan",
    ["", "4006381333931", "https://example.org/", "BT2:X", "BT1:\x1b[2J", "BT1:A\rB", "BT1:ä", "BT1:" + "9" * 10_000],
)
def test_anything_else_is_no_code(scan: str) -> None:
    assert code_in(scan, "BT1:") is None


def test_the_longest_code_is_one() -> None:
    longest = "BT1:".ljust(LONGEST_CODE, "9")
    assert (code_in(longest, "BT1:"), code_in(longest + "9", "BT1:")) == (longest, None)
