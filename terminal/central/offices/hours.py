"""Opening hours as staff write them: a week, closures, extra openings."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from terminal.central.offices.frozen import Frozen
from terminal.central.offices.language_map import LanguageMap
from terminal.central.offices.spans import DayHoursWritten, Span

Kept = Literal["closed", "open"]

_LONGEST_CLOSURE_DAYS = 366


class Closure(Frozen):
    """Days on which something is closed, first and last day included."""

    first: date = Field(description="First closed day.", examples=["2026-12-28"])
    last: date | None = Field(
        default=None, description="Last closed day; not set: one day only.", examples=["2026-12-30"]
    )
    reason: LanguageMap = Field(
        description="Why, as shown to citizens.", examples=['{ de = "Betriebsversammlung", en = "Staff meeting" }']
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"ends on {self.last} before it begins on {self.first}")
        if self.last is not None and (self.last - self.first).days >= _LONGEST_CLOSURE_DAYS:
            raise ValueError(f"is longer than a year ({self.first} to {self.last}); is the year right?")
        return self

    def covers(self, day: date) -> bool:
        """Whether `day` is one of the closed days."""
        return self.first <= day <= (self.last or self.first)


class ExtraOpening(Frozen):
    """Hours on one day in addition to the week's; they also hold on a closed day."""

    day: date = Field(description="The day.", examples=["2026-12-05"])
    hours: DayHoursWritten = Field(min_length=1, description="Its extra hours.", examples=['["09:00-12:00"]'])
    reason: LanguageMap | None = Field(
        default=None,
        description="Why, as shown to citizens.",
        examples=['{ de = "Samstagssprechzeit", en = "Saturday hours" }'],
    )


class OpeningHours(Frozen):
    """When something is open. Times are the town's wall clock."""

    mon: DayHoursWritten = Field(default=(), description="Monday's hours.", examples=['["09:00-12:00", "13:00-18:00"]'])
    tue: DayHoursWritten = Field(default=(), description="Tuesday's hours.")
    wed: DayHoursWritten = Field(default=(), description="Wednesday's hours.")
    thu: DayHoursWritten = Field(default=(), description="Thursday's hours.")
    fri: DayHoursWritten = Field(default=(), description="Friday's hours.")
    sat: DayHoursWritten = Field(default=(), description="Saturday's hours.")
    sun: DayHoursWritten = Field(default=(), description="Sunday's hours.")
    public_holidays: Kept = Field(default="closed", description="What holds on the state's public holidays.")
    town_closures: Kept = Field(
        default="closed", description="What holds on `holidays.closed_days` and `holidays.closures`."
    )
    closures: tuple[Closure, ...] = Field(default=(), description="Closed days of its own.")
    extra: tuple[ExtraOpening, ...] = Field(default=(), description="Extra openings.")

    def weekly(self, day: date) -> tuple[Span, ...]:
        """The week's hours for the weekday of `day`, in order, without regard to closures."""
        week = (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)
        return week[day.weekday()]
