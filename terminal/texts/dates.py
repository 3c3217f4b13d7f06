"""Dates and times in words, by CLDR."""

import re
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from terminal.texts.typography import bind_day

# A town hall in Germany writes English as in Britain: the day before the month.
_LOCALES = {"en": "en_GB"}
_YEAR = re.compile(r"[,\s]*y+(\s*'[^']*'\.?)?")


def locale_of(language: str) -> Locale:
    """The CLDR locale of a language code; varieties such as de-easy are written as their language."""
    base = language.split("-")[0]
    return Locale.parse(_LOCALES.get(base, base))


def full_date(day: date, language: str) -> str:
    """ "Donnerstag, 3. Dezember 2026"."""
    return bind_day(format_date(day, "full", locale_of(language)))


def day_and_month(day: date, language: str) -> str:
    """ "Donnerstag, 3. Dezember"."""
    locale = locale_of(language)
    return bind_day(format_date(day, _YEAR.sub("", locale.date_formats["full"].pattern), locale))


def short_day(day: date, language: str) -> str:
    """ "3. Dez": for where the whole name of the month has no room."""
    return bind_day(format_skeleton("MMMd", day, locale=locale_of(language)).removesuffix("."))


def weekday(day: date, language: str) -> str:
    """ "Donnerstag"."""
    return format_date(day, "EEEE", locale_of(language))


def short_weekday(day: date, language: str) -> str:
    """ "Do"."""
    return format_date(day, "ccc", locale_of(language))
