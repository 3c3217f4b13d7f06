"""A slip as text: for a screen when there is no paper, and for speech."""

from terminal.receipts.layout import Across, Pair, Symbol, set_out
from terminal.receipts.slip import Code, Slip
from terminal.receipts.wording import NO_BREAK_SPACE, SOFT_HYPHEN


def in_plain_text(slip: Slip) -> tuple[str, ...]:
    """The paragraphs of `slip`, unbroken, without rules and gaps; names and values with a colon; codes left out."""
    said = []
    for row in set_out(slip):
        if isinstance(row, Pair):
            said.append(f"{row.label}: {row.value}")
        elif not isinstance(row, Symbol | Across) and row.text:
            said.append(row.text)
    return tuple(text.replace(SOFT_HYPHEN, "").replace(NO_BREAK_SPACE, " ") for text in said)


def codes(slip: Slip) -> tuple[Code, ...]:
    """The codes of `slip`, for the screen to draw."""
    return tuple(part for part in slip.parts if isinstance(part, Code))
