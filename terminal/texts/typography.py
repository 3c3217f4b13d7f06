"""What keeps together on a line, and what a voice must not see.

Done here and not in the .ftl files, so that staff's own texts are set as well without their knowing how.
"""

import re

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"

_UNIT_AFTER_NUMBER = re.compile(r"(?<=\d) (?=(?:Uhr|€|%)(?!\w))")
_DAY_BEFORE_MONTH = re.compile(r"(?<=\d\.) (?=[^\W\d])|(?<=\d) (?=[^\W\d])")
_EMAIL_WORD = re.compile(r"\bE-Mail(?![\w@.])|\bE-Mail(?=-)")
_LINE_END = re.compile(r"(?<=\w)\n|(?<=\))\n")
_SILENT = str.maketrans({SOFT_HYPHEN: None, NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-"})


_SAID_AS_WORDS = re.compile(r"\b(PINs?|PUK)\b")


def set_for_reading(text: str) -> str:
    """Binds a number to its unit and "E-Mail" to itself (LOOK.md, section 3)."""
    return _EMAIL_WORD.sub(f"E{NO_BREAK_HYPHEN}Mail", _UNIT_AFTER_NUMBER.sub(NO_BREAK_SPACE, text))


def bind_day(written_date: str) -> str:
    """Binds the day's number to its month: "3. Dezember"."""
    return _DAY_BEFORE_MONTH.sub(NO_BREAK_SPACE, written_date)


def set_for_speaking(text: str) -> str:
    """Without what is there for the eye only: soft hyphens, no-break spaces, bullets and dots in the middle; PIN and PUK are words."""
    words = _SAID_AS_WORDS.sub(lambda found: found[0].capitalize(), text)
    plain = words.translate(_SILENT).replace(" · ", ", ").removeprefix("• ")
    return _LINE_END.sub(", ", plain).replace("\n", " ")
