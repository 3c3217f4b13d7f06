"""Privacy notice, imprint and accessibility statement."""

from pathlib import Path

from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.legal.journey import legal
from terminal.wording import message

LEGAL = JourneyDefinition(
    id="legal",
    title=message("start-legal"),
    icon="shield-lock",
    begin=legal,
    folder=Path(__file__).parent,
    aside=True,
)
