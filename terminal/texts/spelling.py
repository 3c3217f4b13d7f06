"""Spells out what a voice would read wrongly: numbers digit by digit, codes, e-mail and web addresses."""

import re
from collections.abc import Mapping

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s,;)]*[\w/]")
_NUMBER = re.compile(
    r"(?<![\w.,])(?:"
    r"(?:\+\d|0\d)[\d /-]*\d(?![\w.,]\d)"  # phone numbers, postcodes that begin with 0
    r"|\d{2}(?: \d{2})+(?![\w-])"  # post office boxes
    r"|(?:\d{5,}|115)(?!\w)"  # postcodes, long numbers, the public service number
    r")"
)
_SPELLED_SIGNS = {"@": "at", ".": "dot", "-": "dash", "_": "underscore", "/": "slash", "+": "plus"}


class Spelling:
    """`digits` are the ten names from 0 on; `signs` the names of at, dot, dash, underscore, slash, plus, and of to."""

    def __init__(self, digits: tuple[str, ...], signs: Mapping[str, str]) -> None:
        self._digits = digits
        self._signs = signs

    def digits(self, number: str) -> str:
        """ "034 56-0" as "null drei vier, fünf sechs, null"."""
        groups = re.findall(r"\d+|[^\W\d]+|\+", number)
        return ", ".join(self._group(group) for group in groups)

    def letters(self, code: str) -> str:
        """ "A3F" as "A, drei, F"."""
        return ", ".join(self._sign(sign) for sign in code if not sign.isspace())

    def address(self, written: str) -> str:
        """ "amt@stadt.de" as "amt at stadt Punkt de"; the start "https://" and "www." and a last slash go unsaid."""
        short = re.sub(r"^https?://(www\.)?", "", written).rstrip("/")
        return " ".join(self._part(part) for part in re.findall(r"[@._/+-]|\d+|[^@._/+\d-]+", short))

    def street(self, written: str) -> str:
        """ "Markt 1-3" as "Markt 1 bis 3"."""
        return re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", f" {self._signs['to']} ", written)

    def running(self, text: str) -> str:
        """A text of the town with its phone numbers, postcodes, e-mail and web addresses spelled out."""
        named = _ADDRESS.sub(lambda found: self.address(found[0]), text)
        return _NUMBER.sub(lambda found: self.digits(found[0]), named)

    def _group(self, group: str) -> str:
        return " ".join(self._sign(sign) for sign in group) if not group.isalpha() else group

    def _part(self, part: str) -> str:
        return self._sign(part) if part in _SPELLED_SIGNS else self._group(part)

    def _sign(self, sign: str) -> str:
        if sign.isdecimal():
            return self._digits[int(sign)]
        return self._signs[_SPELLED_SIGNS[sign]] if sign in _SPELLED_SIGNS else sign
