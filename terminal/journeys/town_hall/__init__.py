"""Town hall information: who does what, where, and when it is open."""

from pathlib import Path

from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.town_hall.journey import town_hall
from terminal.wording import message

TOWN_HALL = JourneyDefinition(
    id="town-hall",
    title=message("town-hall-title"),
    sublabel=message("town-hall-sublabel"),
    icon="building-community",
    begin=town_hall,
    folder=Path(__file__).parent,
)
