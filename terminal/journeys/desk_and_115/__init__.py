"""Help at the desk / 115: talk to a person."""

from pathlib import Path

from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.desk_and_115.journey import desk_and_115
from terminal.wording import message

HELP_DESK = JourneyDefinition(
    id="help-desk",
    title=message("help-desk-title"),
    sublabel=message("help-desk-sublabel"),
    icon="users",
    begin=desk_and_115,
    folder=Path(__file__).parent,
)
