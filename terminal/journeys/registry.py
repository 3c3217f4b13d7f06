"""All journeys of this kiosk, and all its texts."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from terminal.journeys.appointments import FOLDER as APPOINTMENTS
from terminal.journeys.book_appointment import BOOK_APPOINTMENT
from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.desk_and_115 import HELP_DESK
from terminal.journeys.find_service import FIND_SERVICE
from terminal.journeys.identification import FOLDER as IDENTIFICATION
from terminal.journeys.legal import LEGAL
from terminal.journeys.my_appointment import MY_APPOINTMENT
from terminal.journeys.my_data import MY_DATA
from terminal.journeys.pin_service import PIN_SERVICE
from terminal.journeys.town_hall import TOWN_HALL
from terminal.texts import frame_sources, sources_in

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot

JOURNEYS: Mapping[str, JourneyDefinition] = MappingProxyType(
    {
        journey.id: journey
        for journey in (
            BOOK_APPOINTMENT,
            MY_APPOINTMENT,
            FIND_SERVICE,
            MY_DATA,
            PIN_SERVICE,
            TOWN_HALL,
            HELP_DESK,
            LEGAL,
        )
    }
)
"""By id, in the order of a start screen that nobody has configured."""


SHARED = (APPOINTMENTS, IDENTIFICATION)
"""Folders of texts that several journeys use."""


def text_sources(languages: Sequence[str], overrides: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """The .ftl texts of each language for `Texts`: frame, journeys, and last the town's own wording."""
    folders = (*SHARED, *(journey.folder for journey in JOURNEYS.values()))
    parts = [frame_sources(languages), *(sources_in(folder, languages) for folder in folders)]
    parts.append(dict(overrides or {}))
    return {code: tuple(part[code] for part in parts if code in part) for code in languages}


def load_journeys() -> None:
    """Import what the journeys' definitions leave for later."""
    for journey in JOURNEYS.values():
        importlib.import_module(f"terminal.journeys.{journey.folder.name}.journey")


def warm_up(snapshot: Snapshot, today: date) -> None:
    """Does beforehand what would make the first page late by 0.1 s: the public holidays of this year and the next."""
    for year in (today.year, today.year + 1):
        snapshot.calendar.public_holiday(date(year, 1, 1))
