"""How far a citizen has come in choosing a time, before it is an answer."""

from datetime import date, datetime, timedelta, tzinfo

from terminal.steps import PickSlot
from terminal.values import valueclass


@valueclass(frozen=True)
class Picking:
    """The Monday of the week that is shown, the day that is looked at, the start (UTC) of the time that is chosen.

    What is None follows from the board: the week of the day, and the day of the earliest time.
    """

    week: date | None = None
    day: date | None = None
    start: datetime | None = None


def begun(step: PickSlot, draft: object, zone: tzinfo) -> Picking:
    """Where the screen begins: at the answer given before, else at the day that the step names."""
    if isinstance(draft, datetime):
        return Picking(day=draft.astimezone(zone).date(), start=draft)
    return Picking(day=step.day)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())
