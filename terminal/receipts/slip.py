"""A slip as data: strings that are already rendered in the citizen's language, and nothing of any printer."""

from typing import Literal

from terminal.values import valueclass

MOST_CODE_BYTES = 900
"""UTF-8 bytes of a QR code: version 25 with error correction M (ISO/IEC 18004, table 7) still fits on 58 mm paper."""

MOST_PARTS = 80

Direction = Literal["ltr", "rtl"]


@valueclass(frozen=True)
class Title:
    """What the slip is: centred, in double size."""

    text: str


@valueclass(frozen=True)
class Line:
    """Running text; as long as it likes. An empty one is a gap."""

    text: str = ""
    bold: bool = False
    centred: bool = False


@valueclass(frozen=True)
class Figure:
    """A name and its value: "Room" and "2.14". `large`: the value people look for, such as their number."""

    label: str
    value: str
    large: bool = False


@valueclass(frozen=True)
class Code:
    """A QR code, and under it what it is good for.

    Raises ValueError for more than `MOST_CODE_BYTES`, none, or control characters other than tab and line ends.
    """

    data: str
    caption: str

    def __post_init__(self) -> None:
        if not 0 < len(self.data.encode("utf-8")) <= MOST_CODE_BYTES:
            raise ValueError(f"a code holds 1 to {MOST_CODE_BYTES} bytes")
        if any(ord(character) < 32 and character not in "\t\r\n" for character in self.data):
            raise ValueError("a code holds no control characters")


@valueclass(frozen=True)
class Rule:
    """A line across the paper."""


Part = Title | Line | Figure | Code | Rule


@valueclass(frozen=True)
class Slip:
    """What is printed, from top to bottom. Raises ValueError without parts, or with more than `MOST_PARTS`."""

    parts: tuple[Part, ...]
    direction: Direction = "ltr"

    def __post_init__(self) -> None:
        if not 0 < len(self.parts) <= MOST_PARTS:
            raise ValueError(f"a slip has 1 to {MOST_PARTS} parts")
