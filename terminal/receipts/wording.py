"""What of a text may stand on paper. Citizens' words end here too: nothing that a printer would obey gets through."""

import unicodedata

MOST_CHARACTERS = 400
"""Of one text: some 15 lines. Nobody's concern or name is longer, but what was scanned may be."""

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"

_JOINERS = "\u200c\u200d"
_SAME = str.maketrans({
    "\u2011": "-",  # no printer's code page has the non-breaking hyphen
    "\u2010": "-",
    "\u2212": "-",
    "\u202f": NO_BREAK_SPACE,
    "\u2007": NO_BREAK_SPACE,
    "\u2009": NO_BREAK_SPACE,
})  # fmt: skip


def printable(text: str) -> str:
    """`text` in one line without control characters, composed (NFC), and cut with an ellipsis when it has no end."""
    composed = unicodedata.normalize("NFC", text[: 4 * MOST_CHARACTERS]).translate(_SAME)
    plain = " ".join(filter(None, "".join(map(_kept, composed)).split(" ")))
    return plain if len(plain) <= MOST_CHARACTERS else plain[: MOST_CHARACTERS - 1] + "…"


def _kept(character: str) -> str:
    if character in SOFT_HYPHEN + _JOINERS:
        return character
    if character.isspace() and character != NO_BREAK_SPACE:
        return " "
    return "" if unicodedata.category(character).startswith("C") else character
