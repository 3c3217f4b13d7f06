"""[journeys]: what citizens can do here."""

from typing import Literal

from pydantic import Field, field_validator

from terminal.central.offices.frozen import Frozen

JourneyId = Literal["town-hall", "help-desk", "book-appointment", "my-appointment"]

NOT_YET = frozenset({"book-appointment", "my-appointment"})
"""Journeys that nothing connects to a calendar and a printer yet. Whoever connects them takes them out."""


class Journeys(Frozen):
    """The journeys on the start screen."""

    enabled: tuple[JourneyId, ...] = Field(
        default=("town-hall", "help-desk"),
        min_length=1,
        examples=['["town-hall", "help-desk"]'],
        description="In this order on the start screen.",
    )

    @field_validator("enabled")
    @classmethod
    def _once_each(cls, enabled: tuple[JourneyId, ...]) -> tuple[JourneyId, ...]:
        if len(set(enabled)) < len(enabled):
            raise ValueError("names a journey twice")
        early = [journey for journey in enabled if journey in NOT_YET]
        if early:
            raise ValueError(f'"{early[0]}" is still being built; this version cannot offer it')
        return enabled
