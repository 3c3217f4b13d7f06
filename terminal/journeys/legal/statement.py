"""Reads the simple text form of the town's legal texts.

`# title` first, `## heading`, `- list item`; anything else is a paragraph, which an empty line ends and whose lines stay
lines (an address). Nothing else.
"""

from collections.abc import Iterator, Mapping
from enum import Enum

from terminal.steps import Block, Heading, Paragraph
from terminal.values import valueclass
from terminal.wording import Text, Words

MAIN_LANGUAGE = "de"


class PartKind(Enum):
    """What a part of a text is; the value is what its line begins with."""

    TITLE = "# "
    HEADING = "## "
    ITEM = "- "
    PARAGRAPH = ""


@valueclass(frozen=True)
class Part:
    """A title, a heading, a list item or a whole paragraph."""

    kind: PartKind
    text: str


def parts(written: str) -> tuple[Part, ...]:
    """The parts of one text in order."""
    return tuple(_parts(written))


def statement(texts: Mapping[str, str]) -> tuple[Text, tuple[Block, ...]]:
    """Title and blocks in all languages at once.

    A step holds no language, so the parts of all languages must match one to one. A language that does not have the
    same parts as the main one is left out here: German as it was written is better than an English that skips something.
    """
    by_language = {code: parts(text) for code, text in texts.items() if code not in differing_languages(texts)}
    together = zip(*by_language.values(), strict=True)
    blocks = [(row[0].kind, Words.of(dict(zip(by_language, map(_shown, row), strict=True)))) for row in together]
    (_, title), *rest = blocks
    return title, tuple(Heading(text) if kind is PartKind.HEADING else Paragraph(text) for kind, text in rest)


def differing_languages(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Languages whose parts are not the main one's: staff must see this when the configuration is checked."""
    main = MAIN_LANGUAGE if MAIN_LANGUAGE in texts else next(iter(texts))
    shape = [part.kind for part in parts(texts[main])]
    return tuple(code for code, text in texts.items() if [part.kind for part in parts(text)] != shape)


def _parts(written: str) -> Iterator[Part]:
    paragraph: list[str] = []
    for line in [*(line.strip() for line in written.splitlines()), ""]:
        kind = _kind(line)
        if paragraph and (not line or kind is not PartKind.PARAGRAPH):
            yield Part(PartKind.PARAGRAPH, "\n".join(paragraph))
            paragraph = []
        if kind is not PartKind.PARAGRAPH:
            yield Part(kind, line.removeprefix(kind.value).strip())
        elif line:
            paragraph = [*paragraph, line]


def _kind(line: str) -> PartKind:
    return next(kind for kind in PartKind if line.startswith(kind.value))


def _shown(part: Part) -> str:
    return f"• {part.text}" if part.kind is PartKind.ITEM else part.text
