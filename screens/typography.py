"""Faces, the width of text, and where lines break.

Works without a window and without a GL context: SDL_ttf measures on the CPU. All lengths are px. Text is always in logical
order here; only drawing knows a direction.

Where a line may break: at a space, after a hyphen or dash between letters, at a soft hyphen (U+00AD: a "-" when the line ends
there, else nothing), and in e-mail and web addresses after @ and / and before a dot. Never at U+00A0 or U+2011. Only a word that is wider than the line is cut between characters; `fits` tells
whether that would happen, so that a test can forbid it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from screens import environment
from terminal.values import valueclass

Script = Literal["latin", "arabic"]
Direction = Literal["ltr", "rtl"]

LINE = 1.3  # line height of running text, LOOK.md section 3
SOFT_HYPHEN = "\u00ad"
_DASHES = "-\u2010\u2013\u2014"
_FONTS = Path(__file__).parent / "fonts"
_FILES: dict[tuple[Script, bool], str] = {
    ("latin", False): "NotoSans-Regular.ttf",
    ("latin", True): "NotoSans-Bold.ttf",
    ("arabic", False): "DejaVuSans.ttf",
    ("arabic", True): "DejaVuSans-Bold.ttf",
}


@valueclass(frozen=True)
class Face:
    """A font at a size: `px` is the em, as in CSS."""

    bold: bool
    px: int
    script: Script = "latin"

    @property
    def file(self) -> Path:
        return _FONTS / _FILES[self.script, self.bold]


@lru_cache(maxsize=256)
def typesetter(face: Face, direction: Direction) -> Any:
    """Kivy's SDL_ttf label for this face, reused for measuring and for rendering."""
    environment.tame_kivy()
    from kivy.core.text import Label  # the environment above must be set first

    return Label(
        font_name=str(face.file),
        font_size=face.px,
        font_direction=direction,
        font_script_name="Arabic" if direction == "rtl" else "Latin",
        font_hinting="light",
    )


def line_height(face: Face, factor: float = LINE) -> int:
    """Height of a line box in px."""
    return round(face.px * factor)


@lru_cache(maxsize=256)
def content_height(face: Face) -> int:
    """Ascent and descent of the font in px: what CSS centres in the line box."""
    return int(ruler(face).get_ascent() - ruler(face).get_descent())


@lru_cache(maxsize=256)
def glyph_height(face: Face) -> int:
    """Height in px of the picture of one line: ascent and descent of the font, more than its line box."""
    return int(ruler(face).get_extents("x")[1])


@lru_cache(maxsize=2**16)
def width(text: str, face: Face) -> int:
    """Width in px of one line as it is drawn; soft hyphens count for nothing.

    Asked once for as long as anybody remembers: SDL's measure of one text has been seen to differ by 1 or 2 px within a
    process, and what was laid out with one width must not be judged by another.
    """
    visible = text.replace(SOFT_HYPHEN, "")
    return int(ruler(face).get_extents(visible)[0]) if visible else 0


def longest_word(text: str, face: Face) -> int:
    """Width in px of the widest piece that cannot be broken, with the hyphen it would get."""
    return max((_piece_width(piece, face) for piece in _pieces(text)), default=0)


def fits(text: str, face: Face, max_width: int) -> bool:
    """Whether `wrap` can keep to its places, without cutting a word between any two characters."""
    return longest_word(text, face) <= max_width


def wrap(text: str, face: Face, max_width: int, *, balanced: bool = False) -> list[str]:
    """The lines of `text`, none wider than `max_width` px (unless one character is), without trailing spaces.

    `balanced` makes the lines of each paragraph about equally long without adding one (for titles).
    """
    return list(_wrapped(text, face, max_width, balanced))


def ruler(face: Face) -> Any:
    """What measures this face."""
    return typesetter(face, "rtl" if face.script == "arabic" else "ltr")  # letters of Arabic join only in its direction


def forget() -> None:
    """Drop every text that was measured."""
    width.cache_clear()
    _wrapped.cache_clear()


@lru_cache(maxsize=4096)
def _wrapped(text: str, face: Face, max_width: int, balanced: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        pieces = _pieces(paragraph)
        limit = _balanced_width(pieces, face, max_width) if balanced else max_width
        lines += _fill(pieces, face, limit)
    return tuple(lines)


def _balanced_width(pieces: list[str], face: Face, max_width: int) -> int:
    """The least width that needs no more lines than `max_width` does."""
    count = len(_fill(pieces, face, max_width))
    low, high = min(max_width, max((_piece_width(p, face) for p in pieces), default=0)), max_width
    if count < 2:
        return max_width
    while low < high:
        middle = (low + high) // 2
        if len(_fill(pieces, face, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return low


def _fill(pieces: list[str], face: Face, max_width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and width(_finished(line + piece), face) > max_width:
            lines.append(_finished(line))
            line = ""
        while not line and _piece_width(piece, face) > max_width and len(piece) > 1:
            head = _head_that_fits(piece, face, max_width)
            lines.append(head)
            piece = piece[len(head) :]
        line += piece
    return [*lines, _finished(line, last=True)]


def _pieces(paragraph: str) -> list[str]:
    """Cut at every place where a line may break; the pieces joined again are the paragraph."""
    pieces: list[str] = []
    start = 0
    for i, (before, after) in enumerate(pairwise(paragraph), start=1):
        if _may_break(paragraph, i, before, after):
            pieces.append(paragraph[start:i])
            start = i
    return [*pieces, paragraph[start:]]


def _may_break(text: str, i: int, before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if before == SOFT_HYPHEN:
        return True
    if before in "@/" or after == ".":
        return _in_address(text, i)
    return before in _DASHES and i > 1 and text[i - 2].isalnum() and after.isalpha()


def _in_address(text: str, i: int) -> bool:
    """Whether the word around `i` is an e-mail or web address, which has no spaces to break at."""
    word = text[text.rfind(" ", 0, i) + 1 :].split(" ", 1)[0]
    return "@" in word or word.startswith(("www.", "http"))


def _piece_width(piece: str, face: Face) -> int:
    return width(_finished(piece), face)


def _finished(line: str, *, last: bool = False) -> str:
    """A line as it is drawn when it ends here."""
    line = line.rstrip(" ")
    hyphen = "-" if line.endswith(SOFT_HYPHEN) and not last else ""
    return line.replace(SOFT_HYPHEN, "") + hyphen


def _head_that_fits(piece: str, face: Face, max_width: int) -> str:
    end = 1
    while end < len(piece) and width(piece[: end + 1], face) <= max_width:
        end += 1
    return piece[:end]
