"""Dates and times on their way into a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from terminal.values import valueclass


class Sayings(Protocol):
    """The language of a text."""

    language: str
    zone: ZoneInfo

    @property
    def say(self) -> Callable[..., str]:
        """A message of the language itself, with its values."""


@valueclass(frozen=True)
class Moment:
    """It reads "18:00", and sounds "18 Uhr"."""

    value: date | time | datetime
    spoken: bool
    texts: Sayings

    def written(self) -> str:
        """As it stands in a text without a function around it."""
        value = self.value
        if isinstance(value, datetime):
            there = value.astimezone(self.texts.zone)
            return f"{_full_date(there.date(), self.texts.language)}, {self._time(there.time())}"
        return self._time(value) if isinstance(value, time) else _full_date(value, self.texts.language)

    @property
    def day(self) -> date:
        """The day in the town; raises TypeError for a time of day."""
        if isinstance(self.value, time):
            raise TypeError("a time of day has no day")
        return self.value.astimezone(self.texts.zone).date() if isinstance(self.value, datetime) else self.value

    def _time(self, at: time) -> str:
        if not self.spoken:
            return f"{at.hour}:{at.minute:02d}"  # the same in every language of this town
        if at.minute == 0:
            return self.texts.say("spoken-hour", hour=at.hour)
        return self.texts.say("spoken-time", hour=at.hour, minute=at.minute)


def _full_date(day: date, language: str) -> str:
    from terminal.texts.dates import full_date  # dates in words need CLDR; times of day do not

    return full_date(day, language)
