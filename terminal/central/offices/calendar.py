"""The days on which the whole town hall is closed.

Public holidays come from the `holidays` package (for Saxony: SächsSFG, with Buß- und Bettag). It is
imported at the first question, not at start: it costs more than all other imports of this package.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from terminal.central.offices.frozen import Frozen
from terminal.central.offices.hours import Closure
from terminal.central.offices.language_map import LanguageMap

State = Literal["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]

_LEAP_YEAR = 2028


def _month_day(written: str) -> str:
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{written}")
    except ValueError:
        raise ValueError('write a day of every year as "12-24" (month, day)') from None
    return f"{day:%m-%d}"


class YearlyDay(Frozen):
    """A day that is closed every year although it is no public holiday."""

    day: Annotated[str, AfterValidator(_month_day)] = Field(description="Month and day.", examples=["12-24"])
    reason: LanguageMap = Field(
        description="Its name, as shown to citizens.", examples=['{ de = "Heiligabend", en = "Christmas Eve" }']
    )


_CLOSED_DAYS = (
    YearlyDay(day="12-24", reason={"de": "Heiligabend", "en": "Christmas Eve"}),
    YearlyDay(day="12-31", reason={"de": "Silvester", "en": "New Year's Eve"}),
)


class Calendar(Frozen):
    """What closes the whole town hall."""

    state: State = Field(default="SN", description="The state whose public holidays hold.", examples=["SN"])
    closed_days: tuple[YearlyDay, ...] = Field(
        default=_CLOSED_DAYS, description="Days closed every year that are no public holidays."
    )
    closures: tuple[Closure, ...] = Field(default=(), description="Days on which all offices are closed.")

    def public_holiday(self, day: date) -> Mapping[str, str] | None:
        """The name of the state's public holiday on `day`, in German and English, else None."""
        return _holidays(self.state, day.year).get(day)

    def closed_day(self, day: date) -> Mapping[str, str] | None:
        """The name of the yearly closed day on `day`, else None."""
        written = f"{day:%m-%d}"
        return next((yearly.reason for yearly in self.closed_days if yearly.day == written), None)


@lru_cache(maxsize=16)
def _holidays(state: State, year: int) -> dict[date, Mapping[str, str]]:
    from holidays.countries.germany import Germany

    german = Germany(subdiv=state, years=year, language="de", expand=False)
    english = Germany(subdiv=state, years=year, language="en_US", expand=False)
    return {day: {"de": name, "en": english[day]} for day, name in german.items()}
