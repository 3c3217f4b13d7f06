"""Where lines of text break. The same for characters on paper and for pixels: `measure` says how wide a text is."""

import re
from collections.abc import Callable

from terminal.receipts.wording import NO_BREAK_SPACE, SOFT_HYPHEN

Measure = Callable[[str], int]

_PIECES = re.compile(rf"[^ {SOFT_HYPHEN}]*?(?: +|{SOFT_HYPHEN}|(?<=\w[-–—/@])(?=\w)|$)")


def broken(text: str, room: int, measure: Measure = len) -> list[str]:
    """The lines of `text`, none wider than `room` unless one character is: after spaces, hyphens, slashes, and at
    soft hyphens; a word that is wider than the line is cut. At least one line."""
    lines: list[str] = []
    line = ""
    for piece in filter(None, _PIECES.findall(text)):
        if line and measure(_ended(line + piece)) > room:
            lines.append(_ended(line))
            line = ""
        while not line and len(piece) > 1 and measure(_ended(piece)) > room:
            head = _head(piece, room, measure)
            lines.append(head)
            piece = piece[len(head) :]
        line += piece
    return [*lines, _ended(line, last=True)] if line or not lines else lines


def _ended(line: str, *, last: bool = False) -> str:
    """A line as it stands on paper when it ends here."""
    hyphen = "-" if line.endswith(SOFT_HYPHEN) and not last else ""
    return line.replace(SOFT_HYPHEN, "").replace(NO_BREAK_SPACE, " ").rstrip(" ") + hyphen


def _head(piece: str, room: int, measure: Measure) -> str:
    end = 1
    while end < len(piece) and measure(_ended(piece[: end + 1], last=True)) <= room:
        end += 1
    return piece[:end]
