"""[journeys]: what citizens can do here."""

from typing import Literal

from pydantic import Field, field_validator

from terminal.central.offices.frozen import Frozen

JourneyId = Literal[
    "town-hall", "help-desk", "book-appointment", "my-appointment", "find-service", "pin-service", "my-data"
]

WITH_APPOINTMENTS: frozenset[JourneyId] = frozenset({"book-appointment", "my-appointment"})
"""Journeys that need concerns, counters and a calendar."""


WITH_CARDS: frozenset[JourneyId] = frozenset({"pin-service", "my-data"})
"""Journeys that need a card reader and AusweisApp."""


WITH_IDENTIFICATION: frozenset[JourneyId] = frozenset({"my-data"})
"""Journeys that need an eID service."""

WITH_CATALOGUE: frozenset[JourneyId] = frozenset({"find-service"})
"""Journeys that need the catalogue of services."""


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
        return enabled

    @property
    def with_appointments(self) -> bool:
        """Whether any of them needs a calendar."""
        return not WITH_APPOINTMENTS.isdisjoint(self.enabled)

    @property
    def with_catalogue(self) -> bool:
        """Whether any of them shows services."""
        return not WITH_CATALOGUE.isdisjoint(self.enabled)

    @property
    def with_identification(self) -> bool:
        """Whether any of them has a card read."""
        return not WITH_IDENTIFICATION.isdisjoint(self.enabled)

    @property
    def with_cards(self) -> bool:
        """Whether any of them reads identity cards."""
        return not WITH_CARDS.isdisjoint(self.enabled)
