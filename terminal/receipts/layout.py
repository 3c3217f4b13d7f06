"""A slip set out for a width of paper, in characters of the printer's font A.

80 mm paper holds 48 characters (42 on printers with 180 dots an inch), 58 mm paper holds 32.
"""

from collections.abc import Iterator
from typing import Literal

from terminal.receipts.breaking import Measure, broken
from terminal.receipts.slip import Code, Figure, Line, Part, Rule, Slip, Title
from terminal.receipts.wording import printable
from terminal.values import valueclass

Columns = Literal[32, 42, 48]


@valueclass(frozen=True)
class Text:
    """A text that is still to be broken into lines. `double`: each character takes twice the width and height."""

    text: str
    bold: bool = False
    centred: bool = False
    double: bool = False

    def lines(self, room: int, measure: Measure = len) -> list[str]:
        """Broken for `room`, which counts single size."""
        return broken(self.text, room // 2 if self.double else room, measure)


@valueclass(frozen=True)
class Pair:
    """A name at the start of the line and its value at the end, where both fit beside each other."""

    label: str
    value: str

    def joined(self, room: int) -> tuple[str, str] | None:
        """Both in one line of `room` characters, the label with the gap after it; None when they do not fit."""
        label, value = broken(self.label, room), broken(self.value, room)
        gap = room - len(label[0]) - len(value[0])
        return (label[0] + " " * gap, value[0]) if len(label) == len(value) == 1 and gap >= 2 else None

    def apart(self) -> tuple[Text, Text]:
        """Both under each other."""
        return Text(self.label), Text(self.value, bold=True)


@valueclass(frozen=True)
class Symbol:
    """A QR code in the middle of the paper."""

    data: str


@valueclass(frozen=True)
class Across:
    """A line across the paper."""


Row = Text | Pair | Symbol | Across


def set_out(slip: Slip) -> Iterator[Row]:
    """The rows of `slip`, from top to bottom, with texts that are safe to print."""
    for part in slip.parts:
        yield from _rows(part)


def _rows(part: Part) -> Iterator[Row]:
    match part:
        case Title(text):
            yield Text(printable(text), bold=True, centred=True, double=True)
        case Line(text, bold, centred):
            yield Text(printable(text), bold, centred)
        case Figure(label, value, large=True):
            yield Text(printable(label), centred=True)
            yield Text(printable(value), bold=True, centred=True, double=True)
        case Figure(label, value):
            yield Pair(printable(label), printable(value))
        case Code(data, caption):
            yield Symbol(data)
            yield Text(printable(caption), centred=True)
        case Rule():
            yield Across()
