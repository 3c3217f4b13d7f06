"""What the town offers appointments for, at which counters, and by which rules. As staff write it in the configuration."""

from typing import Literal

from pydantic import Field

from terminal.central.offices.frozen import Frozen
from terminal.central.offices.language_map import LanguageMap
from terminal.central.offices.office import OfficeId


class Concern(Frozen):
    """Something that citizens make appointments for."""

    id: OfficeId = Field(
        description="Short name for this file: lower case, digits, hyphens.", examples=["personalausweis"]
    )
    name: LanguageMap = Field(
        description="The everyday word.",
        examples=['{ de = "Personalausweis beantragen", en = "Apply for an ID card" }'],
    )
    minutes: int = Field(ge=5, le=240, description="How long it takes for one person, in minutes.", examples=[15])
    further_person: float = Field(
        default=1.0, ge=0, le=1, examples=[0.5], description="Share of `minutes` that each further person adds."
    )
    most_persons: int = Field(default=5, ge=1, le=10, description="Most persons in one appointment.", examples=[5])
    bring: tuple[LanguageMap, ...] = Field(
        default=(),
        description="What to bring, one entry a thing.",
        examples=['[{ de = "Ein Passfoto", en = "A photo" }]'],
    )
    counters: tuple[OfficeId, ...] = Field(
        default=(), description="Ids of the counters that do it; not set: all.", examples=['["schalter-1"]']
    )


class Counter(Frozen):
    """Where citizens are served: one room or desk, or several alike."""

    id: OfficeId = Field(description="Short name for this file: lower case, digits, hyphens.", examples=["schalter-1"])
    office: OfficeId = Field(description="The id of its office.", examples=["buergerbuero"])
    name: LanguageMap = Field(description="Its name.", examples=['{ de = "Schalter 1", en = "Counter 1" }'])
    room: LanguageMap | None = Field(
        default=None, description="Its room, if not the office's.", examples=['{ de = "Raum 0.02", en = "Room 0.02" }']
    )
    lanes: int = Field(
        default=1, ge=1, le=20, description="How many citizens it serves at the same time.", examples=[1]
    )


class Policy(Frozen):
    """Rules for appointments. Times are minutes unless they say otherwise."""

    lead_minutes: int = Field(
        default=30,
        ge=0,
        le=20160,
        examples=[30],
        description="An appointment begins so many minutes from now at the earliest.",
    )
    window_days: int = Field(
        default=60, ge=1, le=365, examples=[60], description="An appointment is so many days from today at the latest."
    )
    grid_minutes: Literal[5, 10, 15, 20, 30] = Field(
        default=15, examples=[15], description="Appointments begin at multiples of so many minutes, and last such."
    )
    hold_minutes: int = Field(
        default=15,
        ge=3,
        le=60,
        examples=[15],
        description="So long a chosen time is kept for a citizen who is still typing.",
    )
    early_minutes: int = Field(
        default=30,
        ge=0,
        le=240,
        examples=[30],
        description="Checking in is possible so many minutes before the appointment.",
    )
    late_minutes: int = Field(
        default=10,
        ge=0,
        le=240,
        examples=[10],
        description="Checking in is possible until so many minutes after its beginning.",
    )
    erase_contacts_after_days: int = Field(
        default=7,
        ge=0,
        le=365,
        examples=[7],
        description="So many days after an appointment, name, e-mail address and phone number are erased.",
    )
    most_concerns: int = Field(default=3, ge=1, le=10, description="Most concerns in one appointment.", examples=[3])
    bookings_per_hour: int = Field(
        default=30, ge=1, le=1000, examples=[30], description="Most bookings at this kiosk within an hour."
    )
    wrong_codes_per_hour: int = Field(
        default=20, ge=1, le=1000, examples=[20], description="Most wrong codes at this kiosk within an hour."
    )
