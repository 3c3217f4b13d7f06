"""The journeys that staff can enable are those that exist."""

from typing import get_args

from config.schema.journeys import JourneyId
from terminal.journeys.registry import JOURNEYS


def test_every_journey_of_the_start_screen_can_be_enabled_and_no_other() -> None:
    assert set(get_args(JourneyId)) == {journey.id for journey in JOURNEYS.values() if not journey.aside}
