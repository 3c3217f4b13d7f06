"""The public service number 115 (Behördennummer): Monday to Friday from 8 to 18."""

from datetime import datetime

from pydantic import Field

from terminal.central.offices.calendar import Calendar
from terminal.central.offices.frozen import Frozen
from terminal.central.offices.hours import OpeningHours
from terminal.central.offices.office import Phone
from terminal.central.offices.opening import ClosedNow, OpenNow, state_at
from terminal.central.offices.spans import Span

_WORKDAY = (Span(8 * 60, 18 * 60),)
_HOURS = OpeningHours(mon=_WORKDAY, tue=_WORKDAY, wed=_WORKDAY, thu=_WORKDAY, fri=_WORKDAY, town_closures="open")


class Help115(Frozen):
    """The number and when it is answered. It is not answered by the town: its closures do not hold."""

    number: Phone = Field(default="115", description="The number to dial.", examples=["115"])
    hours: OpeningHours = Field(default=_HOURS, description="When it is answered.")


def answers_at(help115: Help115, calendar: Calendar, moment: datetime) -> OpenNow | ClosedNow:
    """Whether 115 is answered at `moment`. Raises `ValueError` for a naive datetime."""
    return state_at(help115.hours, calendar, moment)
