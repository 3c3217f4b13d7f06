"""All journeys of this kiosk, and all its texts."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.desk_and_115 import HELP_DESK
from terminal.journeys.legal import LEGAL
from terminal.journeys.snapshot import Snapshot
from terminal.journeys.town_hall import TOWN_HALL
from terminal.texts import frame_sources, sources_in

JOURNEYS: Mapping[str, JourneyDefinition] = MappingProxyType(
    {journey.id: journey for journey in (TOWN_HALL, HELP_DESK, LEGAL)}
)
"""By id, in the order of a start screen that nobody has configured."""


def text_sources(languages: Sequence[str], overrides: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """The .ftl texts of each language for `Texts`: frame, journeys, and last the town's own wording."""
    parts = [frame_sources(languages), *(sources_in(journey.folder, languages) for journey in JOURNEYS.values())]
    parts.append(dict(overrides or {}))
    return {code: tuple(part[code] for part in parts if code in part) for code in languages}


def warm_up(snapshot: Snapshot, today: date) -> None:
    """Does beforehand what would make the first page late by 0.1 s: the public holidays of this year and the next."""
    for year in (today.year, today.year + 1):
        snapshot.calendar.public_holiday(date(year, 1, 1))
