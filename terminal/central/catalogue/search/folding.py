"""Spellings made alike: case, accents, umlauts, and what scripts write in more than one way."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_QUERY = 200
"""Characters of a query that count; nobody types more, and a scanned text would only cost time."""

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "æ": "ae",
        "œ": "oe",
        "ø": "oe",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        # Arabic: forms of alif, ya and ta marbuta that are used for each other, and the stretching line.
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
        # Ukrainian and Russian letters that keyboards of the other lack.
        "ё": "е",
        "ґ": "г",
        "ʼ": "",
        "’": "",
        "'": "",
        "`": "",
    }
)
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` as words in one spelling, one blank between them."""
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of `text`, folded."""
    spelled = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))
    return _WORD.findall(bare.replace("_", " "))


def windows(words: list[str], longest: int) -> Iterator[tuple[int, int]]:
    """Every run of at most `longest` neighbouring words, as begin and end, longer ones first."""
    for length in range(min(longest, len(words)), 0, -1):
        for begin in range(len(words) - length + 1):
            yield begin, begin + length
