"""What may be typed, and what is accepted as an answer. Everything a citizen types is hostile until it has been here."""

import re
import string
import unicodedata

from terminal.steps import Ask, InputKind
from terminal.values import valueclass
from terminal.wording import Text, message

LONGEST_SEARCH = 60

_IN_CODES = frozenset(string.ascii_letters + string.digits + ":.- ")

_EMAIL = re.compile(r"[^@\s\"(),:;<>\[\\\]]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")
"""An address as people have them: RFC 5321's quoted and literal forms are refused, since nobody types them at a kiosk."""


@valueclass(frozen=True)
class Typed:
    """What the field holds after a key, and what was wrong with the key."""

    text: str
    problem: Text | None = None


def typed(before: str, added: str, kind: InputKind, longest: int) -> Typed:
    """`before` with `added` at its end, as NFC; what does not belong into the field is left out, and said."""
    clean = unicodedata.normalize("NFC", "".join(c for c in added if _belongs(c)))
    if kind in (InputKind.DIGITS, InputKind.SECRET) and not all("0" <= c <= "9" for c in clean):
        return Typed(before, message("digits-only"))
    if kind is InputKind.EMAIL:
        clean = clean.replace(" ", "")
    if kind is InputKind.CODE and not all(c in _IN_CODES for c in clean):
        return Typed(before, message("digits-only"))
    if len(before) + len(clean) > longest:
        return Typed(before, message("input-too-long", longest=longest))
    if len(clean) < len(added) and not clean:
        return Typed(before, message("character-not-possible"))
    return Typed(unicodedata.normalize("NFC", before + clean))


def accepted(step: Ask, text: str) -> str | Text:
    """The answer that `text` is, or as `Text` what is missing."""
    answer = " ".join(text.split())
    if not answer:
        return message("nothing-typed")
    if len(answer) < step.shortest:
        return message("input-too-short", shortest=step.shortest)
    if step.input is InputKind.EMAIL:
        return _accepted_email(answer)
    return answer


def _accepted_email(answer: str) -> str | Text:
    if "@" not in answer:
        return message("email-at-missing")
    if len(answer) > 254 or ".." in answer or not _EMAIL.fullmatch(answer):
        return message("email-incomplete")
    return answer


def _belongs(character: str) -> bool:
    """Letters, marks, numbers, punctuation, symbols and the ordinary space; no control, format or private characters."""
    return character == " " or unicodedata.category(character)[0] in "LMNPS"
