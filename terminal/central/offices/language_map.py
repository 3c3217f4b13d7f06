"""Texts in several languages, as staff write them: ``{ de = "Rathaus", en = "Town hall" }``."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

FALLBACK = "de"
LONGEST_TEXT = 2000

_CODE = re.compile(r"[a-z]{2}(-[a-z]{2,8})?")


def _checked(texts: Mapping[str, str]) -> Mapping[str, str]:
    if not texts:
        raise ValueError('at least one language is needed, for example { de = "...", en = "..." }')
    for code, text in texts.items():
        if not _CODE.fullmatch(code):
            raise ValueError(f'"{code}" is not a language code such as de or en')
        if not text.strip():
            raise ValueError(f"the text in {code} is empty")
        if len(text) > LONGEST_TEXT:
            raise ValueError(f"the text in {code} is longer than {LONGEST_TEXT} characters")
    return texts


LanguageMap = Annotated[Mapping[str, str], AfterValidator(_checked)]
"""Language code to text; never empty, no empty text."""

Words = Annotated[str, Field(min_length=1, max_length=200)]
"""A short text that is the same in all languages, such as a name or an address line."""


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in `language` (``de-easy`` falls back to ``de``), else in German, else any.

    Raises `ValueError` if there is no text at all.
    """
    for code in (language, language.split("-")[0], FALLBACK):
        if code in texts:
            return texts[code]
    for text in texts.values():
        return text
    raise ValueError("no text in any language")
