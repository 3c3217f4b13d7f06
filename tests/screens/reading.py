"""Whether lines on a screen are a text: nothing left out, and broken only where a line may break."""

import re
from collections.abc import Sequence

from screens.primitives import Glyphs, Rect
from screens.tree import Node
from screens.typography import SOFT_HYPHEN, width

_BREAK_AFTER = " \n-\u2010\u2013\u2014" + SOFT_HYPHEN


def lines(node: Node) -> tuple[Glyphs, ...]:
    """The lines of text that a node draws."""
    return tuple(part for part in node.draw(False) if isinstance(part, Glyphs))


def box(line: Glyphs) -> Rect:
    """The line box."""
    return Rect(line.x, line.y, width(line.text, line.face), line.line or round(line.face.px * 1.3))


def told(node: Node) -> tuple[str, ...]:
    """All that a node says of itself."""
    return tuple(text for text in (node.name, node.value, node.speech) if text)


def shows_whole(node: Node) -> bool:
    """Whether the lines are the whole name, the whole value, or both."""
    drawn = "".join(_bare(line.text) for line in lines(node))
    name, value = _bare(node.name), _bare(node.value)
    return any(_same(drawn, wanted) for wanted in (name, value, name + value))


def _same(drawn: str, wanted: str) -> bool:
    """Equal, except that a soft hyphen may have become a hyphen at the end of a line."""
    pattern = re.escape(wanted).replace(re.escape(SOFT_HYPHEN), "-?")
    return re.fullmatch(pattern, drawn) is not None


def broken_words(node: Node) -> list[str]:
    """Lines of the node that begin or end within a word, at no place where it may break."""
    return [line.text for line in lines(node) if not any(_stands_in(line.text, text) for text in told(node))]


def strangers(node: Node) -> list[str]:
    """Lines of the node that are in nothing it tells."""
    return [line.text for line in lines(node) if not any(_bare_plain(line.text) in _bare_plain(t) for t in told(node))]


def _stands_in(line: str, text: str) -> bool:
    pattern = (SOFT_HYPHEN + "?").join(map(re.escape, line))
    for match in re.finditer(pattern, text):
        if _may_begin(text, match.start()) and _may_end(text, match.end()):
            return True
    if line.endswith("-"):
        pattern = (SOFT_HYPHEN + "?").join(map(re.escape, line[:-1])) + SOFT_HYPHEN
        return any(_may_begin(text, match.start()) for match in re.finditer(pattern, text))
    return False


def _may_begin(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _BREAK_AFTER or _in_address(text, at)


def _may_end(text: str, at: int) -> bool:
    return at == len(text) or text[at] in " \n" or text[at - 1] in _BREAK_AFTER or _in_address(text, at)


def _in_address(text: str, at: int) -> bool:
    word = re.split(r"\s", text[:at])[-1] + re.split(r"\s", text[at:])[0]
    return "@" in word or re.fullmatch(r"(\w+://)?[\w-]+(\.[\w-]+){2,}\S*", word) is not None


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _bare_plain(text: str) -> str:
    return _bare(text).replace(SOFT_HYPHEN, "").replace("-", "")


def all_words(texts: Sequence[str]) -> str:
    """Texts as one run of characters without blanks and hyphens, for comparing what was said in pieces."""
    return "".join(_bare_plain(text) for text in texts)
